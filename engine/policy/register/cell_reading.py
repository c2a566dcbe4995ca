"""Reads single cells of a row, and keeps what of it was not understood, with place and reason."""

import re
from dataclasses import dataclass, field

from engine.interview.visible import shown, storable
from engine.model.problem import Place, Problem
from engine.model.register import Origin, RegisterField, UnreadRow
from engine.policy.register import amounts, limits, troubles
from engine.policy.register.grid import Unreadable, Value, text_of
from engine.policy.register.lines import one_line
from engine.policy.register.notices import on_sheet
from engine.policy.register.rows import Frame
from engine.policy.register.words import says_nothing, short_fold, words

_PHONE = re.compile(
    r"(?:電話|TEL|℡|☎|☏|内線|直通)[\s:：]*[\d()（）‐－ー―-]{2,}|\d{2,5}[-‐－ー―(（]\d{1,4}[-‐－ー―)）]\d{3,4}",
    re.IGNORECASE,
)
"""A telephone number beside a department, as guides for firms have it: it is no part of the name."""


@dataclass
class CellReader:
    """Reads the cells of one table, and keeps what was not understood."""

    frame: Frame
    where: Place
    unread: list[UnreadRow] = field(default_factory=list)
    above: dict[int, Value] = field(default_factory=dict)
    unlisted: int = 0

    def place(self, row: int) -> Place:
        """Where a row stands."""
        return on_sheet(self.where, self.frame.sheet.name, row)

    def tell(self, row: int, problem: Problem, *, taken: bool) -> None:
        """Keep a row, or a cell of it, that was not taken in; beyond the limit they are only counted."""
        if len(self.unread) >= limits.UNREAD_ROWS:
            self.unlisted += 1
            return
        origin = Origin(sheet=self.frame.sheet.name, row=row)
        self.unread.append(UnreadRow(origin=origin, text=self.row_text(row), problem=problem, taken=taken))

    def row_text(self, row: int) -> str:
        """What stands in a row, shortened."""
        cells = sorted(self.frame.sheet.rows[row].items())
        pieces = (" ".join(text_of(value)[: limits.SHOWN_CHARACTERS].split()) for _, value in cells[:12])
        return shown(" | ".join(piece for piece in pieces if piece), limits.SHOWN_CHARACTERS)

    def value(self, row: int, column: int) -> Value | None:
        """What is seen in a cell, ditto marks read as what stands above."""
        value = self.frame.sheet.at(row, column)
        if isinstance(value, str) and len(value) <= 6 and short_fold(value) in words().as_above:
            return self.above.get(column)
        if value is not None:
            self.above[column] = value
        return value

    def texts(self, row: int, name: RegisterField, between: str) -> str:
        """The texts of all columns of a field, each once."""
        if name not in self.frame.columns:
            return ""
        found: list[str] = []
        for column in self.frame.columns.get(name, ()):
            value = self.value(row, column)
            if isinstance(value, Unreadable):
                self.unreadable(row, name, value)
                continue
            text = storable(text_of(value)[: limits.FIELD_CHARACTERS + 1])
            if name in ("department", "scheme"):
                text = one_line(text)
            if name == "department":
                text = _PHONE.sub(" ", text).strip()
            if text and (not says_nothing(text) or self._tells_progress(name, text)):
                found.append(self.labelled(name, column, text))
        return self.shortened(row, name, between.join(dict.fromkeys(found)), limits.FIELD_CHARACTERS)

    @staticmethod
    def _tells_progress(name: RegisterField, text: str) -> bool:
        """Where a column tells how far a measure is, 検討中 says so; elsewhere it stands for a blank."""
        return name == "progress" and bool(words().how_far.values(text))

    def labelled(self, name: RegisterField, column: int, text: str) -> str:
        """A bare figure among indicators says nothing without its heading: 目標値 120."""
        heading = self.frame.header.columns.get(column)
        if (
            name != "kpi"
            or heading is None
            or len(self.frame.columns["kpi"]) == 1
            or not re.fullmatch(r"[\d\W]+\D{0,3}", text)
        ):
            return text
        return f"{heading.leaf} {text}"

    def amount(self, row: int, name: RegisterField, value: Value | None) -> int | None:
        """An amount; what is none is told of."""
        if value is None or isinstance(value, Unreadable):
            if value is not None:
                self.unreadable(row, name, value)
            return None
        try:
            return amounts.amount(value, self.frame.layout.unit)
        except amounts.NotUnderstoodError:
            self.unclear(row, name, text_of(value))
            return None

    def unclear(self, row: int, name: RegisterField, text: str) -> None:
        """Tell of a cell that was not understood."""
        self.tell(row, troubles.cell_unclear(self.place(row), name, text), taken=True)

    def unreadable(self, row: int, name: RegisterField, value: Unreadable) -> None:
        """Tell of a cell without a value."""
        self.tell(row, troubles.cell_unreadable(self.place(row), name, value), taken=True)

    def shortened(self, row: int, name: RegisterField, text: str, limit: int) -> str:
        """A text within its limit, and told of where it was cut."""
        if len(text) <= limit:
            return text
        self.tell(row, troubles.cut(self.place(row), name, limit), taken=True)
        return text[: limit - 1] + "…"
