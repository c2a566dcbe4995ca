"""Reads a raw answer, as typed or as it stands in a file, into a value, 'don't know', or a Problem. Never raises."""

import math
from collections.abc import Sequence

from engine.interview import refusals
from engine.interview.numbers import parse
from engine.interview.options import find, find_all
from engine.interview.visible import shown
from engine.interview.words import CONFIDENCE, NO, NONE, UNKNOWN_WORDS, YES, key
from engine.model.answers import UNKNOWN, Confidence, Unknown, Value
from engine.model.problem import Place, Problem
from engine.model.questions import Question
from engine.model.text import LocalizedText

LONGEST = 2000
"""More characters than this are a mistake (a pasted document), not an answer."""

Reading = Value | Unknown | Problem


def read_answer(question: Question, raw: object, where: Place | None = None) -> Reading:
    """What ``raw`` says in answer to ``question``.

    Args:
        question: decides what is accepted.
        raw: text as typed; or text, a truth value, a number or a list of these out of a file.
        where: the place a Problem names; by default the question.

    Returns:
        bool for yes/no, float for a number, an option id, a sorted tuple of option ids, ``UNKNOWN``; or a Problem
        that says what was given, what is accepted and the nearest option.
    """
    where = where or Place(entry=question.id)
    if isinstance(raw, Unknown):
        return UNKNOWN
    if isinstance(raw, bool):
        return raw if question.kind == "yes_no" else _read_text(question, "yes" if raw else "no", where)
    if isinstance(raw, int | float):
        return _read_figure(question, raw, where)
    if isinstance(raw, str):
        return _read_text(question, raw, where)
    if isinstance(raw, Sequence) and not isinstance(raw, bytes | bytearray) and question.kind == "several":
        return _read_list(question, raw, where)
    return refusals.empty(where) if raw is None else refusals.wrong_shape(question, where)


def read_confidence(raw: str, where: Place | None = None) -> Confidence | Problem:
    """How sure the answerer is: sure, likely, unsure, or 確か, おそらく, 不確か."""
    for level, words in CONFIDENCE.items():
        if key(raw) in words:
            return Confidence(level)
    return Problem(
        code="unknown_confidence",
        where=where or Place(),
        what=LocalizedText(
            ja=f"確信度「{shown(raw)}」は読めません。", en=f'"{shown(raw)}" is no degree of confidence.'
        ),
        remedy=LocalizedText(
            ja="sure（確か）、likely（おそらく）、unsure（不確か）のいずれかにしてください。",
            en="Give sure, likely or unsure.",
        ),
    )


def _read_figure(question: Question, raw: int | float, where: Place) -> Reading:
    """A number out of a file; of a choice it is an option's number, of a yes/no question 1 or 0."""
    try:
        value = float(raw)
    except OverflowError:
        value = math.inf
    if not math.isfinite(value):
        return refusals.not_accepted(question, str(value), where)
    if question.kind == "number":
        return _within(question, value, where)
    return _read_text(question, f"{value:.15g}", where)


def _read_text(question: Question, raw: str, where: Place) -> Reading:
    text = raw.strip()
    if not text:
        return refusals.empty(where)
    if len(text) > LONGEST:
        return refusals.too_long(raw, where, LONGEST)
    if key(text) in UNKNOWN_WORDS:
        return UNKNOWN
    match question.kind:
        case "yes_no":
            return _read_yes_no(question, text, where)
        case "number":
            return _read_number(question, text, where)
        case "choice":
            return _read_choice(question, text, where)
        case "several":
            return _read_several(question, text, where)


def _read_yes_no(question: Question, text: str, where: Place) -> Reading:
    word = key(text)
    if word in YES:
        return True
    return False if word in NO else refusals.not_accepted(question, text, where)


def _read_number(question: Question, text: str, where: Place) -> Reading:
    unit = question.unit
    value = parse(text, unit.ja if unit else "", unit.en if unit else "")
    return refusals.not_accepted(question, text, where) if value is None else _within(question, value, where)


def _within(question: Question, value: float, where: Place) -> Reading:
    low, high = question.minimum, question.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return refusals.out_of_range(question, value, where)
    return value


def _read_choice(question: Question, text: str, where: Place) -> Reading:
    option = find(question, text) or _by_common_word(question, text)
    return refusals.not_accepted(question, text, where) if option is None else option


def _by_common_word(question: Question, text: str) -> str | None:
    """The option yes, no or none, where the question has one and はい, いいえ or なし was typed."""
    word, ids = key(text), {option.id for option in question.options}
    meant = [name for name, words in (("none", NONE), ("yes", YES), ("no", NO)) if name in ids and word in words]
    return meant[0] if meant else None


def _read_several(question: Question, text: str, where: Place) -> Reading:
    if find(question, text) is None and key(text) in NONE:
        return ()
    found, strange = find_all(question, text)
    for piece in strange:
        if key(piece) in NONE | UNKNOWN_WORDS and len(found) + len(strange) > 1:
            return refusals.conflict(piece, where)
    if strange or not found:
        return refusals.not_accepted(question, text, where, strange)
    return tuple(sorted(set(found)))


def _read_list(question: Question, raw: Sequence[object], where: Place) -> Reading:
    """A list out of a file: each entry one option. An empty list says that none applies."""
    chosen: set[str] = set()
    for entry in raw:
        if not isinstance(entry, str | int | float):
            return refusals.wrong_shape(question, where)
        one = read_answer(question, entry, where)
        if isinstance(one, Problem):
            return one
        if len(raw) > 1 and (one is UNKNOWN or one == ()):
            return refusals.conflict(str(entry), where)
        if isinstance(one, Unknown):
            return one
        chosen.update(one)  # type: ignore[arg-type]  # of a 'several' question a value is a tuple
    return tuple(sorted(chosen))
