"""Checks data read from a file against a model, and words what does not fit for people rather than programmers."""

from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from engine.book.problems import both, did_you_mean, visible
from engine.book.strict_yaml import line_of
from engine.model.problem import Place, Problem
from engine.model.rules import Condition
from engine.model.text import Frozen, LocalizedText

M = TypeVar("M", bound=Frozen)
Trail = tuple[str | int, ...]
FORMS: tuple[str, ...] = tuple(get_args(form)[1].tag for form in get_args(get_args(Condition)[0]))
"""The forms of a condition, as its model tags them: is, in, at_least, ..."""

_WHAT: dict[str, tuple[str, str]] = {
    "missing": ("項目「{field}」がありません。", "The field '{field}' is missing."),
    "extra_forbidden": ("項目「{field}」は知られていません。", "The field '{field}' is not known."),
    "string_type": ("「{input}」は文字列ではありません。", "'{input}' is not a text."),
    "string_too_short": (
        "文字列が短すぎます（{min_length}字以上）。",
        "The text is too short (at least {min_length} characters).",
    ),
    "string_too_long": (
        "文字列が長すぎます（{max_length}字以内）。",
        "The text is too long (at most {max_length} characters).",
    ),
    "string_pattern_mismatch": (
        "「{input}」は形式「{pattern}」に合いません。",
        "'{input}' does not have the form {pattern}.",
    ),
    "too_short": ("要素が足りません（{min_length}個以上）。", "Too few entries (at least {min_length})."),
    "too_long": ("要素が多すぎます（{max_length}個以内）。", "Too many entries (at most {max_length})."),
    "literal_error": (
        "「{input}」は使えません（使える値：{expected}）。",
        "'{input}' is not allowed (allowed: {expected}).",
    ),
    "enum": ("「{input}」は使えません（使える値：{expected}）。", "'{input}' is not allowed (allowed: {expected})."),
    "bool_type": ("「{input}」は true でも false でもありません。", "'{input}' is neither true nor false."),
    "int_type": ("「{input}」は整数ではありません。", "'{input}' is not a whole number."),
    "float_type": ("「{input}」は数値ではありません。", "'{input}' is not a number."),
    "greater_than_equal": ("{input}は小さすぎます（{ge}以上）。", "{input} is too small (at least {ge})."),
    "less_than_equal": ("{input}は大きすぎます（{le}以下）。", "{input} is too large (at most {le})."),
    "model_type": ("項目を持つまとまりではありません。", "It is not a group of fields."),
    "dict_type": ("項目を持つまとまりではありません。", "It is not a group of fields."),
    "tuple_type": ("一覧ではありません。", "It is not a list."),
    "union_tag_not_found": ("条件の形をなしていません。", "It is not a condition."),
    "value_error": ("内容が整合しません（{error}）。", "Its parts do not fit together ({error})."),
}
_REMEDY: dict[str, tuple[str, str]] = {
    "missing": ("「{field}」を書き加えてください。", "Add '{field}'."),
    "extra_forbidden": (
        "「{field}」を消すか、正しい名前にしてください。",
        "Remove '{field}' or give it its right name.",
    ),
    "union_tag_not_found": ("条件には {forms} のいずれかを用いてください。", "A condition uses one of: {forms}."),
}
_CORRECT = ("値を直してください。", "Correct the value.")


def validate(model: type[M], data: object, name: str, problems: list[Problem]) -> M | None:
    """The data as a model, or None with what does not fit added to ``problems``.

    Strictly, as from JSON: the text "3" is no number and 1 is not true.
    """
    try:
        return model.model_validate_json(to_json(data), strict=True)
    except ValidationError as error:
        problems.extend(_explained(model, found, data, name) for found in _own(error.errors(include_url=False)))
        return None


def _own(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without the complaint that a list is too short because none of what stands in it is valid."""
    enclosing = {found["loc"][:n] for found in errors for n in range(len(found["loc"]))}
    return [found for found in errors if found["type"] != "too_short" or found["loc"] not in enclosing]


def _explained(model: type[Frozen], found: ErrorDetails, data: object, name: str) -> Problem:
    path = plain_path(found["loc"])
    kind = found["type"]
    values = {
        "field": visible(path[-1]) if path else "",
        "input": visible(found["input"]),
        "forms": ", ".join(FORMS),
        "message": visible(found["msg"]),
        **{key: visible(value).replace(" or ", ", ") for key, value in found.get("ctx", {}).items()},
    }
    what = _WHAT.get(kind, ("値が正しくありません（{message}）。", "The value is not right ({message})."))
    remedy = _filled(_REMEDY.get(kind, _CORRECT), values)
    if kind == "extra_forbidden":
        remedy = did_you_mean(str(path[-1]), fields_at(model, path[:-1]), remedy)
    return Problem(
        code=f"schema_{kind}",
        where=Place(file=name, line=line_of(data, path) or 1, entry=entry(path)),
        what=_filled(what, values),
        remedy=remedy,
    )


def _filled(texts: tuple[str, str], values: dict[str, str]) -> LocalizedText:
    return both(*(text.format_map(values) for text in texts))


def entry(path: Trail) -> str | None:
    """A path as people read it: ``rules[2].when.is``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{visible(step)}" for step in path)
    return text.removeprefix(".") or None


def plain_path(loc: Iterable[str | int]) -> Trail:
    """Where in the file an error is: pydantic also names the form of each condition on the way, which is no entry."""
    path: list[str | int] = []
    tagged = False
    for step in loc:
        if tagged and step in FORMS:
            tagged = False
            continue
        path.append(step)
        listed = isinstance(step, int) and len(path) > 1 and path[-2] in ("all", "any")
        tagged = listed or step in ("when", "applies_when", "not")
    return tuple(path)


def fields_at(model: type[Frozen], path: Trail) -> set[str]:
    """The names a field may have at a place of a model; of every form that could stand there."""
    here = {model}
    for step in path:
        named = {inner for m in here for inner in _inner(m, step)}
        here = named or here
    return {field.alias or key for m in here for key, field in m.model_fields.items()}


def _inner(model: type[Frozen], step: str | int) -> set[type[Frozen]]:
    for key, field in model.model_fields.items():
        if step == (field.alias or key):
            return set(_models(field.annotation))
    return set()


def _models(annotation: Any) -> Iterable[type[Frozen]]:
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
