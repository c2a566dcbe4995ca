"""Tells forms for one measure each (個票) from a list, so that their user learns what is wanted instead."""

from collections.abc import Iterator
from itertools import pairwise

from engine.policy.register.grid import Sheet, text_of
from engine.policy.register.headings import single

_ROWS = 60
_ENOUGH_FIELDS = 3


def is_form(sheet: Sheet) -> bool:
    """Whether labels stand beside what they label: 事業名 | 創業支援事業, and several such rows."""
    labels = set(_labels(sheet))
    return "name" in labels and len(labels) >= _ENOUGH_FIELDS


def _labels(sheet: Sheet) -> Iterator[str]:
    for row in sheet.numbers[:_ROWS]:
        texts = [text_of(value).strip() for _, value in sorted(sheet.rows[row].items())]
        for label, beside in pairwise(texts):
            meaning = single(label)
            if meaning.field and meaning.strength > 1 and not single(beside).known:
                yield meaning.field
