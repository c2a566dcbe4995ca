"""Parses YAML into a plain tree that keeps line numbers and the words as written, and refuses what answers never need.

Values stay text (``032069``, ``yes``, ``2026-04-01``), so that the questions decide what they mean and not YAML's own
guesses: to YAML 1.1 the first is an octal number and the second a truth value. Anchors, aliases and tags are refused,
so nothing can be multiplied or constructed; depth and number of entries are bounded.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from engine.interview.file_problems import problem
from engine.interview.visible import shown
from engine.model.problem import Place, Problem, ShusekiError
from engine.store import refusals

MAX_DEPTH = 8
MAX_EVENTS = 50_000
MAX_DUPLICATES = 20

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One word or text; ``plain`` when it stands without quotes."""

    text: str
    plain: bool
    line: int

    @property
    def blank(self) -> bool:
        """Whether it was left open: nothing, ``~`` or ``null``, unquoted."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: "tuple[Node, ...]"
    line: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping: by key (NFKC, no white space around) the line of the key and the value."""

    entries: "dict[str, tuple[int, Node]]"
    line: int


Node = Scalar | Items | Entries


def parse(text: str, where: Place) -> Node:
    """The one document in ``text``.

    Raises:
        ShusekiError: not YAML, empty, several documents, duplicate keys, anchors, aliases, tags, too deep or too many.
    """
    builder = _Builder(where)
    try:
        # A generator: parsing stops with the first refusal, however much text follows.
        tree = builder.document(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        raise ShusekiError(_not_yaml(error, text, where)) from error
    if builder.problems:
        raise ShusekiError(*builder.problems)
    return tree


class _Builder:
    """Builds the tree from the parser's events; remembers duplicate keys, so that all are told at once."""

    def __init__(self, where: Place) -> None:
        self.where = where
        self.problems: list[Problem] = []
        self.count = 0

    def document(self, events: Iterator[yaml.Event]) -> Node:
        next(events)  # the start of the stream
        if not isinstance(next(events), yaml.DocumentStartEvent):
            raise ShusekiError(refusals.empty(self.where))
        tree = self.node(next(events), events, 1)
        next(events)  # the end of the document
        follows = next(events)
        if isinstance(follows, yaml.DocumentStartEvent):
            raise ShusekiError(_several_documents(self.at(follows)))
        return tree

    def at(self, event: yaml.Event) -> Place:
        return self.where.model_copy(update={"line": _line(event)})

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self.check(event, depth)
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, event.style in (None, ""), line)
        if isinstance(event, yaml.SequenceStartEvent):
            inner = _until(events, yaml.SequenceEndEvent)
            return Items(tuple(self.node(one, events, depth + 1) for one in inner), line)
        return self.mapping(events, depth, line)

    def mapping(self, events: Iterator[yaml.Event], depth: int, line: int) -> Entries:
        entries: dict[str, tuple[int, Node]] = {}
        for event in _until(events, yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                raise ShusekiError(_complex_key(self.at(event)))
            name = unicodedata.normalize("NFKC", key.text).strip()
            if name in entries:
                self.problems.append(_duplicate(self.at(event), name, entries[name][0]))
                if len(self.problems) >= MAX_DUPLICATES:
                    raise ShusekiError(*self.problems)
            entries.setdefault(name, (key.line, value))
        return Entries(entries, line)

    def check(self, event: yaml.Event, depth: int) -> None:
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise ShusekiError(_anchor(self.at(event)))
        if tag := getattr(event, "tag", None):
            raise ShusekiError(_tag(self.at(event), tag))
        if depth > MAX_DEPTH or self.count > MAX_EVENTS:
            raise ShusekiError(_overgrown(self.at(event)))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _until(events: Iterator[yaml.Event], stop: type[yaml.Event]) -> Iterator[yaml.Event]:
    for event in events:
        if isinstance(event, stop):
            return
        yield event


def _not_yaml(error: yaml.YAMLError, text: str, where: Place) -> Problem:
    """Shows the line where reading failed, and names the slip that Japanese input most often makes."""
    lines = text.splitlines() or [""]
    mark = getattr(error, "problem_mark", None)
    number = min(mark.line + 1 if mark else 1, len(lines))
    line = lines[number - 1]
    at_end = number == len(lines) and (mark is None or mark.line >= len(lines) or mark.column >= len(line))
    return problem(
        "not_yaml",
        where.model_copy(update={"line": number}),
        (
            f"YAML として読めません：「{shown(line.strip(), 60)}」。",
            f'This cannot be read as YAML: "{shown(line.strip(), 60)}".',
        ),
        _hint("".join(lines[max(number - 2, 0) : number]), at_end=at_end),
    )


def _hint(lines: str, *, at_end: bool) -> tuple[str, str]:
    """What to do, judging by the line where reading failed and the one before it."""
    if "\t" in lines:
        return "字下げはタブではなく半角の空白にしてください。", "Indent with spaces, not with tabs."
    if "：" in lines or "\u3000" in lines:
        return (
            "全角の「：」や空白は使えません。半角の「: 」（コロンと空白）にしてください。",
            "Use the half-width colon followed by a space, not full-width ones.",
        )
    if at_end:
        return (
            "ファイルが途中で切れているか、引用符やかっこが閉じていません。元のファイルを確かめてください。",
            "The file is cut off, or a quotation mark or bracket is not closed. Look at the original file.",
        )
    return (
        "この行と前の行の字下げ、「: 」の後の空白、引用符、かっこを確かめてください。",
        "Check the indentation of this and the previous line, the space after the colon, quotation marks and brackets.",
    )


def _duplicate(where: Place, key: str, first: int) -> Problem:
    return problem(
        "duplicate_key",
        where,
        (
            f"「{shown(key)}」が2回書かれています（1回目は{first}行目）。",
            f'"{shown(key)}" is given twice (first in line {first}).',
        ),
        ("どちらか一方を消してください。", "Remove one of the two."),
    )


def _several_documents(where: Place) -> Problem:
    return problem(
        "several_documents",
        where,
        (
            "1つのファイルに複数の文書（--- の区切り）があります。",
            "The file holds several documents, separated by ---.",
        ),
        ("1つの産業集積ごとに1つのファイルに分けてください。", "Keep one cluster in one file."),
    )


def _complex_key(where: Place) -> Problem:
    return problem(
        "wrong_type",
        where,
        (
            "項目名が語ではなく、一覧や入れ子になっています。",
            "The name of an entry is a list or a mapping instead of a word.",
        ),
        ("「項目名: 値」の形で書いてください。", "Write it as name: value."),
    )


def _anchor(where: Place) -> Problem:
    return problem(
        "alias_refused",
        where,
        ("アンカー（&）や参照（*）は使えません。", "Anchors (&) and aliases (*) are not accepted."),
        (
            "値をそのまま書いてください。& や * で始まる文は引用符で囲んでください。",
            "Write the value itself; put text that begins with & or * into quotation marks.",
        ),
    )


def _tag(where: Place, tag: str) -> Problem:
    return problem(
        "tag_refused",
        where,
        (f"タグ（{shown(tag)}）は使えません。", f"Tags ({shown(tag)}) are not accepted."),
        (
            "値をそのまま書いてください。! で始まる文は引用符で囲んでください。",
            "Write the value itself; put text that begins with ! into quotation marks.",
        ),
    )


def _overgrown(where: Place) -> Problem:
    return problem(
        "overgrown",
        where,
        ("入れ子が深すぎるか、項目が多すぎます。", "It is nested too deeply, or has too many entries."),
        ("回答ファイルか確かめてください。", "Check that this is an answer file."),
    )
