"""Looks at what a column holds, to confirm what its heading says or to guess where it says nothing."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice

from engine.interview.folding import fold
from engine.model.register import RegisterField
from engine.policy.register import amounts, limits
from engine.policy.register.grid import Sheet, Unreadable, Value, text_of
from engine.policy.register.words import says_nothing, words
from engine.policy.register.years import span

SAMPLE_ROWS = 40
"""Rows looked at; a column shows its nature well before."""
_GENERIC = re.compile(r"MS\.[A-Z](?:-\d)?\.[a-z_0-9]+")
_HALF, _MOST = 0.5, 0.7
_LONG = 25
_NAME_LENGTHS = range(3, 61)
_NAMED_LIKE_MEASURES = 0.3


def samples(sheet: Sheet, first: int, column: int, most: int = SAMPLE_ROWS) -> list[Value]:
    """What stands in a column from a row on, without what says nothing; of that many rows at most."""
    found: list[Value] = []
    for row in islice(sheet.from_row(first), most):
        value = sheet.own(row, column)
        if value is not None and (not isinstance(value, str) or not says_nothing(value)):
            found.append(value)
    return found


def ids_in(text: str) -> tuple[str, ...]:
    """Ids of generic measures that a cell names."""
    return tuple(dict.fromkeys(_GENERIC.findall(text)))


def fits(field: RegisterField, values: Sequence[Value]) -> bool:
    """Whether what stands in a column can be the field that its heading says; an empty column can."""
    if field == "generic":
        return any(ids_in(text_of(value)) for value in values)
    test = _TESTS.get(field)
    return test is None or not values or _share(test, values) >= _HALF


def guessed(values: Sequence[Value], wanted: set[RegisterField]) -> RegisterField | None:
    """The field that contents alone tell, of those still wanted."""
    if len(values) < 2:
        return None
    for field in _GUESSES:
        if field == "period" and not any(map(_is_range, values)):
            # Bare years may be first or last ones: what they are only a heading tells.
            continue
        if field in wanted and _share(_GUESSES[field], values) >= _MOST:
            return field
    texts = [text for value in values if (text := text_of(value))]
    if "outline" in wanted and sum(map(len, texts)) / len(texts) >= _LONG and all(isinstance(v, str) for v in values):
        return "outline"
    return None


def looks_like_names(values: Sequence[Value]) -> bool:
    """Whether a column without a telling heading holds names of measures: by their ends, lengths, hardly one twice."""
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < 2 or len(texts) < len(values) * _MOST:
        return False
    lengths = sum(len(text) in _NAME_LENGTHS for text in texts)
    ends = tuple(map(fold, words().rows.name_ends))
    named = sum(fold(text[-40:]).endswith(ends) for text in texts)
    distinct = len(set(texts)) >= len(texts) * 0.9
    return distinct and lengths >= len(texts) * _MOST and named >= len(texts) * _NAMED_LIKE_MEASURES


def _share(test: Callable[[Value], bool], values: Sequence[Value]) -> float:
    return sum(map(test, values)) / len(values)


def is_money(value: Value) -> bool:
    """Whether it can be an amount; a formula without its value may be one."""
    if isinstance(value, Unreadable):
        return True
    try:
        amounts.amount(value, 1)
    except amounts.NotUnderstoodError:
        return False
    return not isinstance(value, date)


def _is_period(value: Value) -> bool:
    return isinstance(value, Unreadable) or span(value) is not None or (isinstance(value, int) and value < 65)


def is_year(value: Value) -> bool:
    """Whether it names a year, alone or with an end."""
    found = span(value)
    return found is not None and found.start is not None


def _is_range(value: Value) -> bool:
    found = span(value)
    return found is not None and found.start is not None and found.start != found.end


def _is_text(value: Value) -> bool:
    return isinstance(value, Unreadable) or (isinstance(value, str) and not re.fullmatch(r"[\d\W]+", value))


def _tells_progress(value: Value) -> bool:
    return isinstance(value, Unreadable) or bool(words().how_far.values(text_of(value)[: limits.FIELD_CHARACTERS]))


def _is_progress_word(value: Value) -> bool:
    text = text_of(value)
    return len(text) <= 8 and bool(words().how_far.values(text))


def _is_department(value: Value) -> bool:
    text = text_of(value)
    return len(text) <= 20 and fold(text).endswith(tuple(map(fold, words().rows.department_ends)))


def _tells_funding(value: Value) -> bool:
    """Money, a tick, or words for whose money; a bare rate (1/2) is what the municipality itself gives."""
    text = text_of(value)
    ticked = len(text) <= 2 and not text.isdecimal()
    return ticked or is_money(value) or bool(words().whose.values(text[: limits.FIELD_CHARACTERS]))


def _is_funding_word(value: Value) -> bool:
    text = text_of(value)
    return len(text) <= 12 and bool(words().whose.values(text)) and not is_money(value)


_TESTS: dict[RegisterField, Callable[[Value], bool]] = {
    "name": _is_text,
    "outline": _is_text,
    "department": _is_text,
    "budget": is_money,
    "start": _is_period,
    "end": _is_period,
    "period": _is_period,
    "progress": _tells_progress,
    "funding": _tells_funding,
}
_GUESSES: dict[RegisterField, Callable[[Value], bool]] = {
    "period": is_year,
    "progress": _is_progress_word,
    "department": _is_department,
    "funding": _is_funding_word,
}
