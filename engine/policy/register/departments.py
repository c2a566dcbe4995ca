"""Tells departments in headings between rows and above a table: ■商工課, 所管：観光課."""

import re

from engine.interview.folding import fold
from engine.policy.register.grid import Sheet, text_of
from engine.policy.register.headings import single
from engine.policy.register.lines import one_line
from engine.policy.register.table import Header
from engine.policy.register.words import words

_LONGEST = 60
_NEAR = 3
_MARKS = "■◆□◇●○【】<>＜＞[]《》〔〕 　"
_LABELLED = re.compile(r"(?P<label>[^:：]{1,10})[:：]\s*(?P<value>.+)")


def department_in(text: str) -> str:
    """The department that a heading names; empty where it names something else."""
    plain = one_line(text)[:_LONGEST].strip(_MARKS)
    labelled = _labelled(plain)
    return labelled or (plain if is_department(plain) else "")


def is_department(text: str) -> bool:
    """Whether a text ends as names of departments do."""
    return fold(text).endswith(tuple(map(fold, words().rows.department_ends)))


def heads_department(text: str) -> bool:
    """Whether a cell that stands alone in a row names a department rather than a measure."""
    plain = one_line(text)[:_LONGEST].strip(_MARKS)
    short = len(plain) <= _LONGEST // 3
    return bool(_labelled(plain)) or (short and plain.endswith(tuple(words().rows.department_heads)))


def department_above(sheet: Sheet, header: Header) -> str:
    """The department that stands alone in one of the rows right above a table."""
    above = [row for row in sheet.numbers if header.first - _NEAR <= row < header.first]
    texts = [text_of(next(iter(sheet.rows[row].values()))) for row in reversed(above) if len(sheet.rows[row]) == 1]
    return next((department_in(text) for text in texts if heads_department(text)), "")


def _labelled(plain: str) -> str:
    found = _LABELLED.fullmatch(plain)
    return found["value"].strip() if found and single(found["label"].strip()).field == "department" else ""
