"""The graph of a book: from questions through findings to conclusions, as Mermaid or DOT."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from engine.book.problems import both, did_you_mean, visible
from engine.inference.bits import findings_read
from engine.inference.leaves import leaf_fact, leaves
from engine.model import rules as r
from engine.model.book import COMPUTED_FACTS, Book
from engine.model.problem import Problem, ShusekiError
from engine.model.rules import Then
from engine.model.text import Lang, LocalizedText

Kind = Literal["question", "verdict", "finding", "conclusion"]

_WORDS: dict[str, LocalizedText] = {
    "type_kind": both("判定の種類", "kind of verdict"),
    "leading_type": both("判定された型", "type named"),
    "working_phase": both("取り組んでいるフェーズ", "phase being worked on"),
    "factor_met": both("満たされた要因", "factor that is met"),
    "scope": both("調査の対象かどうか", "whether the study applies"),
    "hybrid": both("複合", "hybrid"),
    "renewal_risk": both("衰退のおそれ", "risk of decline"),
}
_DIRECTION = "LR"


@dataclass(frozen=True, order=True)
class Node:
    """A question, a verdict that later rules read, a finding, or a conclusion."""

    kind: Kind
    name: str

    @property
    def id(self) -> str:
        """A name no node of another kind has."""
        return f"{self.kind}/{self.name}"


Edge = tuple[Node, Node]


def edges(book: Book, about: str | None = None) -> tuple[Edge, ...]:
    """What each conclusion and finding is drawn from, in order; with ``about`` only what bears on that one.

    Raises:
        ShusekiError: If nothing in the graph has the name ``about``.
    """
    every = {(source, _target(rule.then)) for rule in book.rules for source in _sources(rule.when)}
    if about is None:
        return tuple(sorted(every))
    nodes = {node for edge in every for node in edge}
    start = {node for node in nodes if about in (node.id, node.name)}
    if not start:
        raise ShusekiError(_not_there(about, {node.name for node in nodes}))
    return tuple(sorted(_upstream(every, start)))


def _upstream(every: set[Edge], start: set[Node]) -> set[Edge]:
    """The edges that lead to some nodes, directly or through others; from what ends nowhere, those that go out."""
    if not any(target in start for _, target in every):
        return {edge for edge in every if edge[0] in start}
    found: set[Edge] = set()
    waiting = set(start)
    while waiting:
        new = {edge for edge in every if edge[1] in waiting} - found
        found |= new
        waiting = {source for source, _ in new}
    return found


def _sources(condition: r.Condition) -> set[Node]:
    facts = {leaf_fact(leaf) for leaf in leaves(condition)} - {""}
    read = {Node("verdict" if fact in COMPUTED_FACTS else "question", fact) for fact in facts}
    return read | {Node("finding", name) for name in findings_read(condition)}


def _target(then: Then) -> Node:
    """What a rule bears on: the thing itself, not each level or weight."""
    if then.finding is not None:
        return Node("finding", then.finding)
    (name,) = then.model_fields_set
    value = getattr(then, name)
    for part in ("type", "factor", "measure", "direction", "industry"):
        if hasattr(value, part):
            return Node("conclusion", getattr(value, part))
    return Node("conclusion", name if name in _WORDS else value)


def label(book: Book, node: Node, lang: Lang) -> str:
    """A node in words: its title where it has one, and its name."""
    if node.kind == "question":
        return f"{node.name}\n{book.questions[node.name].text.get(lang)}"
    kinds = (book.types, book.phases, book.measures, book.national_directions, book.renewal_directions)
    for items in (*kinds, book.industries, book.cautions, book.pitfalls):
        if node.kind == "conclusion" and node.name in items:
            return f"{node.name}\n{items[node.name].title.get(lang)}"
    if node.kind in ("verdict", "conclusion") and node.name in _WORDS:
        return f"{node.name}\n{_WORDS[node.name].get(lang)}"
    return node.name


def mermaid(book: Book, drawn: Iterable[Edge], lang: Lang) -> str:
    """The graph for Mermaid: nodes by number, so that no name can be taken for a word of the language."""
    drawn = tuple(drawn)
    numbers = {node: f"n{n}" for n, node in enumerate(_nodes(drawn))}
    shapes: dict[Kind, str] = {
        "question": '["{}"]',
        "verdict": '[["{}"]]',
        "finding": '(["{}"])',
        "conclusion": '{{{{"{}"}}}}',
    }
    lines = [f"flowchart {_DIRECTION}"]
    lines += [f"  {n}{shapes[node.kind].format(_for_mermaid(label(book, node, lang)))}" for node, n in numbers.items()]
    lines += [f"  {numbers[source]} --> {numbers[target]}" for source, target in drawn]
    return "\n".join(lines) + "\n"


def _for_mermaid(text: str) -> str:
    """Text between quotes: what Mermaid or its HTML would read as syntax as entities, a line's end as a break."""
    escaped = text.replace("#", "#35;").replace("&", "#amp;").replace('"', "#quot;")
    return escaped.replace("<", "#lt;").replace(">", "#gt;").replace("`", "#96;").replace("\n", "<br/>")


def dot(book: Book, drawn: Iterable[Edge], lang: Lang) -> str:
    """The graph for Graphviz."""
    drawn = tuple(drawn)
    shapes: dict[Kind, str] = {"question": "box", "verdict": "box3d", "finding": "ellipse", "conclusion": "hexagon"}
    lines = ["digraph shuseki {", f"  rankdir={_DIRECTION};"]
    for node in _nodes(drawn):
        lines.append(f"  {_quoted(node.id)} [shape={shapes[node.kind]}, label={_quoted(label(book, node, lang))}];")
    lines += [f"  {_quoted(source.id)} -> {_quoted(target.id)};" for source, target in drawn]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


FORMS: dict[str, Callable[[Book, Iterable[Edge], Lang], str]] = {"mermaid": mermaid, "dot": dot}
"""The languages a graph can be written in, by the name a user gives."""


def _nodes(drawn: Iterable[Edge]) -> list[Node]:
    return sorted({node for edge in drawn for node in edge})


def _not_there(name: str, known: Iterable[str]) -> Problem:
    return Problem(
        code="unknown_conclusion",
        what=both(f"「{visible(name)}」は規則に現れません。", f"No rule speaks of '{visible(name)}'."),
        remedy=did_you_mean(
            name,
            known,
            both("質問・所見・結論のidを書いてください。", "Write the id of a question, finding or conclusion."),
        ),
    )
