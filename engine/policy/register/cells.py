"""Reads the cells of one measure: amounts, years, words; what is not understood is left out and told of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from engine.interview.folding import fold
from engine.interview.visible import shown, storable
from engine.model.problem import Place
from engine.model.register import Origin, RegisterField, UnreadRow
from engine.policy.register import amounts, limits, troubles
from engine.policy.register.contents import ids_in
from engine.policy.register.grid import Unreadable, Value, text_of
from engine.policy.register.headings import Heading
from engine.policy.register.notices import on_sheet
from engine.policy.register.rows import Frame
from engine.policy.register.words import Telling, says_nothing, short_fold, words
from engine.policy.register.years import Span, era_of, span

_ASIAN = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef々]"
_BREAK = re.compile(rf"(?<={_ASIAN})\s*[\r\n]+\s*(?={_ASIAN})")
TEXTS: tuple[RegisterField, ...] = ("outline", "department", "kpi", "scheme")


@dataclass
class Draft:
    """A measure while its row, and the rows that go on with it, are read."""

    name: str
    row: int
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Reader:
    """Reads the rows of one sheet into drafts, and keeps what was not understood."""

    frame: Frame
    where: Place
    unread: list[UnreadRow] = field(default_factory=list)
    above: dict[int, str] = field(default_factory=dict)
    unlisted: int = 0

    def place(self, row: int) -> Place:
        """Where a row stands."""
        return on_sheet(self.where, self.frame.sheet.name, row)

    def tell(self, row: int, problem: object, *, taken: bool) -> None:
        """Keep a row, or a cell of it, that was not taken in; beyond the limit they are only counted."""
        if len(self.unread) >= limits.UNREAD_ROWS:
            self.unlisted += 1
            return
        origin = Origin(sheet=self.frame.sheet.name, row=row)
        self.unread.append(
            UnreadRow.model_validate({"origin": origin, "text": self.row_text(row), "problem": problem, "taken": taken})
        )

    def row_text(self, row: int) -> str:
        """What stands in a row, shortened."""
        cells = sorted(self.frame.sheet.rows[row].items())
        pieces = (" ".join(text_of(value)[: limits.SHOWN_CHARACTERS].split()) for _, value in cells[:12])
        return shown(" | ".join(piece for piece in pieces if piece), limits.SHOWN_CHARACTERS)

    def draft(self, row: int) -> Draft | None:
        """The measure that a row begins; None, and told, where its name cannot be read."""
        name = self.name(row)
        if name is None:
            return None
        draft = Draft(name, row)
        values = draft.values
        for text_field in TEXTS:
            values[text_field] = self.texts(row, text_field, " " if text_field == "department" else "\n")
        values["budget"] = self.budget(row, name)
        self.years(row, values)
        self.who(row, values)
        self.whose(row, values)
        values["resources"] = self.told(row, "resources", words().what)
        progress = self.told(row, "progress", words().how_far)
        values["progress"] = progress[0] if progress and len(progress) == 1 else None
        if progress and len(progress) > 1:
            self.unclear(row, "progress", self.texts(row, "progress", " "))
        values["generic"] = self.generic(row)
        return draft

    def value(self, row: int, column: int) -> Value | None:
        """What is seen in a cell, ditto marks read as what stands above."""
        value = self.frame.sheet.at(row, column)
        if isinstance(value, str) and len(value) <= 6 and short_fold(value) in words().as_above:
            return self.above.get(column)
        return value

    def name(self, row: int) -> str | None:
        """The name of the measure, on one line."""
        for column in self.frame.columns["name"]:
            value = self.frame.sheet.own(row, column)
            if isinstance(value, Unreadable):
                self.tell(row, troubles.cell_unreadable(self.place(row), "name", value), taken=False)
                return None
            text = one_line(text_of(value)[: limits.FIELD_CHARACTERS])
            if text:
                return self.shortened(row, "name", text, limits.NAME_CHARACTERS)
        self.tell(row, troubles.no_name(self.place(row)), taken=False)
        return None

    def texts(self, row: int, name: RegisterField, between: str) -> str:
        """The texts of all columns of a field, each once."""
        found: list[str] = []
        for column in self.frame.columns.get(name, ()):
            value = self.value(row, column)
            if isinstance(value, Unreadable):
                self.unreadable(row, name, value)
                continue
            text = storable(text_of(value)[: limits.FIELD_CHARACTERS + 1])
            if name in ("department", "scheme"):
                text = one_line(text)
            if text and not says_nothing(text):
                self.above[column] = text
                found.append(self._labelled(name, column, text))
        return self.shortened(row, name, between.join(dict.fromkeys(found)), limits.FIELD_CHARACTERS)

    def _labelled(self, name: RegisterField, column: int, text: str) -> str:
        """A bare figure among indicators says nothing without its heading: 目標値 120."""
        heading = self.frame.header.columns.get(column)
        if (
            name != "kpi"
            or heading is None
            or len(self.frame.columns["kpi"]) == 1
            or not re.fullmatch(r"[\d\W]+\D{0,3}", text)
        ):
            return text
        return f"{' '.join(heading.parts[-1:])} {text}"

    def budget(self, row: int, name: str) -> int | None:
        """Yen of the year."""
        for column in self.frame.columns.get("budget", ()):
            merge = self.frame.sheet.merge_at(row, column)
            if merge and merge.bottom > merge.top and self._is_shared(merge.top, merge.bottom):
                self.tell(row, troubles.shared_amount(self.place(row), name), taken=True)
                return None
            return self.amount(row, "budget", self.frame.sheet.at(row, column))
        return None

    def _is_shared(self, top: int, bottom: int) -> bool:
        """Whether a merged cell stands beside more than one name."""
        column = self.frame.name_column()
        return sum(self.frame.sheet.own(row, column) is not None for row in range(top, bottom + 1)) > 1

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

    def years(self, row: int, values: dict[str, Any]) -> None:
        """First and last fiscal year, from one cell or from two."""
        period, start, end = (self.span(row, name) for name in ("period", "start", "end"))
        values["start"] = start.start if start and start.start else period.start if period else None
        last = end.end if end and end.end else period.end if period else None
        if last is None and start and start.end != start.start:
            last = start.end
        if last is not None and values["start"] is not None and last < values["start"]:
            self.unclear(row, "end", f"{values['start']} - {last}")
            last = None
        values["end"] = last

    def span(self, row: int, name: RegisterField) -> Span | None:
        """The years of the first column of a field."""
        for column in self.frame.columns.get(name, ())[:1]:
            value = self.value(row, column)
            if value is None:
                return None
            if isinstance(value, Unreadable):
                self.unreadable(row, name, value)
                return None
            found = span(value, self._era(column))
            if found is None:
                self.unclear(row, name, text_of(value))
            return found
        return None

    def _era(self, column: int) -> str:
        heading = self.frame.header.columns.get(column)
        return era_of(heading.text) if heading else ""

    def who(self, row: int, values: dict[str, Any]) -> None:
        """Whom it addresses or works with, as written and as read."""
        text = self.texts(row, "actors", "、")
        values["actors_text"] = text
        values["actors"] = words().who.values(text) or None

    def whose(self, row: int, values: dict[str, Any]) -> None:
        """Whose money: by words in the cell, or by the heading above an amount other than zero."""
        told: list[str] = []
        for column in self.frame.columns.get("funding", ()):
            value = self.value(row, column)
            if isinstance(value, Unreadable):
                self.unreadable(row, "funding", value)
            elif value is not None:
                told += self._funding(row, value, self.frame.header.columns.get(column))
        values["funding"] = tuple(dict.fromkeys(told)) or None

    def _funding(self, row: int, value: Value, heading: Heading | None) -> tuple[str, ...]:
        text = text_of(value)
        own = words().whose.values(text[: limits.FIELD_CHARACTERS])
        if own:
            return own
        by_heading = words().whose.values(heading.parts[-1]) if heading and heading.parts else ()
        if says_nothing(text):
            return ()
        if by_heading and short_fold(text[:4]) in _TICKS:
            return by_heading
        amount = _amount_or_none(value)
        if amount is None and not re.fullmatch(r"[\d\s/.%％／]+", text):
            self.unclear(row, "funding", text)
        return by_heading if amount or (amount is None and by_heading) else ()

    def told(self, row: int, name: RegisterField, telling: Telling) -> tuple[str, ...] | None:
        """The values that words in a cell tell; None where it says nothing, or nothing that is understood."""
        text = self.texts(row, name, " ")
        if not text:
            return None
        values = telling.values(text)
        if not values:
            self.unclear(row, name, text)
        return values or None

    def generic(self, row: int) -> tuple[str, ...] | None:
        """Generic measures that the register itself names."""
        text = self.texts(row, "generic", " ")
        found = ids_in(text)
        if text and not found:
            self.unclear(row, "generic", text)
        return found or None

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

    def go_on(self, draft: Draft, row: int) -> None:
        """Take in a row that goes on with the measure above."""
        for name, between in (("outline", "\n"), ("kpi", "\n"), ("scheme", "\n"), ("actors", "、")):
            key = "actors_text" if name == "actors" else name
            more = self._own_texts(row, name)  # type: ignore[arg-type]  # names of fields, all
            kept = draft.values[key]
            pieces = [piece for piece in more if piece not in kept.split(between)]
            draft.values[key] = self.shortened(
                row, "outline", between.join([*filter(None, [kept]), *pieces]), limits.FIELD_CHARACTERS
            )
        draft.values["actors"] = words().who.values(draft.values["actors_text"]) or None
        self._further_amount(draft, row)

    def _own_texts(self, row: int, name: RegisterField) -> Iterator[str]:
        for column in self.frame.columns.get(name, ()):
            value = self.frame.sheet.own(row, column)
            if value is not None and not isinstance(value, Unreadable) and not says_nothing(text_of(value)):
                yield self._labelled(name, column, storable(text_of(value)[: limits.FIELD_CHARACTERS + 1]))

    def _further_amount(self, draft: Draft, row: int) -> None:
        for column in self.frame.columns.get("budget", ()):
            value = self.frame.sheet.own(row, column)
            if value is None:
                continue
            if draft.values["budget"] is None:
                draft.values["budget"] = self.amount(row, "budget", value)
            elif self.amount(row, "budget", value) not in (None, draft.values["budget"]):
                self.tell(row, troubles.another_amount(self.place(row), draft.name), taken=True)


_TICKS = frozenset(map(fold, ("○", "〇", "◯", "✓", "✔", "有", "レ", "●", "◎")))


def one_line(text: str) -> str:
    """A name without the line breaks that only the width of its cell called for."""
    return " ".join(_BREAK.sub("", storable(text)).split())


def _amount_or_none(value: Value) -> int | None:
    try:
        return amounts.amount(value, 1)
    except amounts.NotUnderstoodError:
        return None
