"""Reads YAML as data and nothing else: no tags, anchors, aliases or duplicate keys, and every line is remembered.

It builds from libyaml's events, so deep nesting cannot exhaust the stack and an alias is refused before it expands.
Plain words follow YAML 1.2: only ``true`` and ``false`` are booleans, ``no`` and ``032069`` and dates stay text.
"""

import re
from collections.abc import Hashable, Iterator
from math import isfinite

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from engine.book.problems import both, visible
from engine.book.sources import MAX_BYTES, too_large
from engine.model.problem import Place, Problem, ShusekiError
from engine.model.text import LocalizedText

MAX_DEPTH = 32
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

Scalar = bool | int | float | str | None


class Mapping(dict[str, object]):
    """A mapping that knows the line of each of its keys."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        """Start empty."""
        self.lines: dict[str, int] = {}


class Sequence(list[object]):
    """A list that knows the line of each of its elements."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        """Start empty."""
        self.lines: list[int] = []


class _RefusedError(Exception):
    """What the builder found, before the file's name is known."""

    def __init__(
        self, code: str, line: int, what: LocalizedText, remedy: LocalizedText, entry: str | None = None
    ) -> None:
        self.code, self.line, self.what, self.remedy, self.entry = code, line, what, remedy, entry


def parse(raw: bytes, name: str) -> object:
    """The data in the bytes of a YAML file called ``name``.

    Raises:
        ShusekiError: It is too large, not UTF-8, or not the strict YAML that is asked for.
    """
    if len(raw) > MAX_BYTES:
        raise ShusekiError(too_large(name))
    try:
        return _build(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ShusekiError(_not_utf8(name, raw[: error.start].count(b"\n") + 1)) from error
    except yaml.YAMLError as error:
        raise ShusekiError(_not_yaml(name, raw, error)) from error
    except _RefusedError as found:
        place = Place(file=name, line=found.line, entry=found.entry)
        raise ShusekiError(Problem(code=found.code, where=place, what=found.what, remedy=found.remedy)) from found


def line_of(data: object, path: tuple[Hashable, ...]) -> int | None:
    """The line of an entry; of the nearest enclosing one where the entry itself is not there."""
    line: int | None = None
    for step in path:
        match data, step:
            case Mapping(), str() if step in data.lines:
                line, data = data.lines[step], data.get(step)
            case Sequence(), int() if step < len(data.lines):
                line, data = data.lines[step], data[step]
            case _:
                break
    return line


def _build(text: str) -> object:
    """Compose the one document of ``text`` without recursion."""
    _refuse_control(text)
    root: list[object] = []
    stack: list[Mapping | Sequence] = []
    key: str | None = None
    keys: list[str | None] = []
    for event in _events(text):
        if isinstance(event, CollectionEndEvent):
            stack.pop()
            key = keys.pop()
            continue
        parent = stack[-1] if stack else None
        line = _line(event)
        if isinstance(parent, Mapping) and key is None:
            key = _key(event, parent, line)
            continue
        value = _value(event, line)
        if isinstance(parent, Mapping) and key is not None:
            parent[key], key = value, None
        elif isinstance(parent, Sequence):
            parent.append(value)
            parent.lines.append(line)
        else:
            root.append(value)
        if isinstance(value, Mapping | Sequence):
            if len(stack) >= MAX_DEPTH:
                raise _RefusedError(
                    "yaml_too_deep", line, both("入れ子が深すぎます。", "It is nested too deeply."), _PLAINLY
                )
            stack.append(value)
            keys.append(key)
    return root[0] if root else None


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _refuse_control(text: str) -> None:
    if bad := _CONTROL.search(text):
        written = visible(bad.group())
        what = both(f"制御文字（{written}）が含まれています。", f"It contains a control character ({written}).")
        remedy = both("その文字を消してください。", "Remove that character.")
        raise _RefusedError("yaml_control", text.count("\n", 0, bad.start()) + 1, what, remedy)


def _events(text: str) -> Iterator[Event]:
    """The events that carry data; a second document, an alias, an anchor or a tag is refused."""
    documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                what = both("文書が二つ以上あります（---）。", "There is more than one document (---).")
                raise _RefusedError("yaml_documents", _line(event), what, _PLAINLY)
        elif isinstance(event, AliasEvent):
            raise _forbidden(event, f"*{event.anchor}")
        elif isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            if event.anchor is not None:
                raise _forbidden(event, f"&{event.anchor}")
            if event.tag is not None:
                raise _forbidden(event, event.tag)
            yield event
        elif isinstance(event, CollectionEndEvent):
            yield event


def _key(event: Event, parent: Mapping, line: int) -> str:
    if not isinstance(event, ScalarEvent):
        what = both("キーが文字列ではありません。", "A key is not a text.")
        raise _RefusedError("yaml_key", line, what, _PLAINLY)
    key: str = event.value
    if key in parent.lines:
        first = parent.lines[key]
        what = both(f"キー「{visible(key)}」が二度書かれています（初出は{first}行目）。",
                    f"The key '{visible(key)}' is written twice (first on line {first}).")  # fmt: skip
        raise _RefusedError(
            "yaml_duplicate_key",
            line,
            what,
            both("どちらか一方を消してください。", "Remove one of them."),
            visible(key),
        )
    parent.lines[key] = line
    return key


def _value(event: Event, line: int) -> object:
    if isinstance(event, ScalarEvent):
        return event.value if event.style else _plain(event.value, line)
    return Mapping() if isinstance(event, MappingStartEvent) else Sequence()


def _plain(text: str, line: int) -> Scalar:
    """What an unquoted word means."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "+-.0123456789":
        if len(text) > 40 and _FLOAT.match(text):
            raise _RefusedError(
                "yaml_number", line, both("数値の桁数が多すぎます。", "The number has too many digits."), _PLAINLY
            )
        if _INT.match(text):
            return int(text)
        if _FLOAT.match(text) and isfinite(float(text)):
            return float(text)
    return text


_PLAINLY = both("値をそのまま書いてください。", "Write the values out plainly.")


def _forbidden(event: Event, written: str) -> _RefusedError:
    what = both(f"YAMLのタグ・アンカー・エイリアス「{visible(written)}」は使えません。",
                f"The YAML tag, anchor or alias '{visible(written)}' is not allowed.")  # fmt: skip
    return _RefusedError("yaml_forbidden", _line(event), what, _PLAINLY)


def _not_utf8(name: str, line: int) -> Problem:
    return Problem(
        code="file_not_utf8",
        where=Place(file=name, line=line),
        what=both("文字コードがUTF-8ではありません。", "The file is not in UTF-8."),
        remedy=both("UTF-8で保存し直してください。", "Save it again as UTF-8."),
    )


def _not_yaml(name: str, raw: bytes, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    # The end of a file that was cut off counts as a line of its own, which nobody sees.
    line = min(mark.line, raw.count(b"\n")) + 1 if mark else None
    detail = visible(getattr(error, "problem", None) or getattr(error, "reason", None) or "?")
    return Problem(
        code="yaml_syntax",
        where=Place(file=name, line=line),
        what=both(f"YAMLとして読めません（{detail}）。", f"This is not YAML ({detail})."),
        remedy=both("字下げ、コロン、引用符を確かめてください。", "Check the indentation, colons and quotation marks."),
    )
