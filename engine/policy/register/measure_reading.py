"""Reads a measure out of its row, and of the rows that go on with it: name, amount, years, who, whose money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Any

from engine.interview.visible import storable
from engine.model.register import RegisterField
from engine.policy.register import amounts, limits, troubles
from engine.policy.register.cell_reading import CellReader
from engine.policy.register.contents import ids_in
from engine.policy.register.grid import Unreadable, Value, text_of
from engine.policy.register.headings import Heading
from engine.policy.register.lines import one_line
from engine.policy.register.words import Telling, says_nothing, short_fold, words
from engine.policy.register.years import Span, era_of, span

TEXTS: tuple[RegisterField, ...] = ("outline", "department", "kpi", "scheme")


@dataclass
class Draft:
    """A measure while its row, and the rows that go on with it, are read."""

    name: str
    row: int
    values: dict[str, Any] = field(default_factory=dict)


class Reader(CellReader):
    """Reads the rows of one table into drafts."""

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
        sheet, column = self.frame.sheet, self.frame.name_column()
        inside = takewhile(lambda row: row <= bottom, sheet.from_row(top))
        named = (row for row in inside if sheet.own(row, column) is not None)
        return len(tuple(islice(named, 2))) > 1

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
        by_heading = words().whose.values(heading.leaf) if heading else ()
        if len(by_heading) > 1:
            # 国県支出金: the one or the other, the amount does not tell which.
            return ()
        if says_nothing(text):
            return ()
        if by_heading and short_fold(text[:4]) in words().ticked:
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
                yield self.labelled(name, column, storable(text_of(value)[: limits.FIELD_CHARACTERS + 1]))

    def _further_amount(self, draft: Draft, row: int) -> None:
        for column in self.frame.columns.get("budget", ()):
            value = self.frame.sheet.own(row, column)
            if value is None:
                continue
            if draft.values["budget"] is None:
                draft.values["budget"] = self.amount(row, "budget", value)
            elif self.amount(row, "budget", value) not in (None, draft.values["budget"]):
                self.tell(row, troubles.another_amount(self.place(row), draft.name), taken=True)


def _amount_or_none(value: Value) -> int | None:
    try:
        return amounts.amount(value, 1)
    except amounts.NotUnderstoodError:
        return None
