"""Turns the tree of an explanation into a report: marks that need no colour, sections of the study, cut where asked."""

from collections.abc import Iterator, Mapping

from engine.model.explanation import Explanation, Standing
from engine.model.text import Lang, LocalizedText
from engine.report.blocks import Block, Bullets, Document, Heading, Line, Paragraph, Source
from engine.report.phrases import source
from engine.report.words import LEGEND, text

MARK: dict[Standing | None, str] = {"holds": "(o) ", "fails": "(x) ", "open": "(?) ", None: ""}
"""How a statement stands, in characters that every terminal shows alike."""
_LEGEND = text(
    "(o) 成り立つ、(x) 成り立たない、(?) 回答が足りずまだ決まらない。",
    "(o) holds, (x) does not hold, (?) open for want of answers.",
)
_FOLDED = ("answer", "question")


def document(root: Explanation, lang: Lang, depth: int | None = None) -> Document:
    """The explanation as a report.

    Args:
        root: the whole tree.
        lang: in which language.
        depth: how many levels below the first to show; by default all but the further supports of rules, which are
            told as a count, and people's notes on their answers.
    """
    cut = cut_at(root, depth) if depth is not None else _in_short(root)
    blocks: list[Block] = [Heading(1, spoken(cut, lang), mark_of(cut))]
    blocks += _sections(cut, lang)
    return Document(lang, (*blocks, Paragraph(Line(_LEGEND.get(lang))), Paragraph(Line(LEGEND.get(lang)))))


def listing(names: Mapping[str, LocalizedText], lang: Lang) -> str:
    """Every id that can be explained with its name, one a line."""
    return "\n".join(f"{target}  {name.get(lang)}" for target, name in names.items())


def spoken(node: Explanation, lang: Lang) -> str:
    """A node in one sentence with how it stands; a test with the answer to it."""
    answer = folded(node)
    words = MARK[node.standing] + node.statement.get(lang)
    return words if answer is None else f"{words} → {answer.statement.get(lang)}"


def folded(node: Explanation) -> Explanation | None:
    """The answer below a test, which is told in one breath with it."""
    alone = node.kind == "condition" and len(node.children) == 1 and node.children[0].kind in _FOLDED
    return node.children[0] if alone else None


def mark_of(node: Explanation) -> Source | None:
    """On what a node stands; the answers of a person have no mark."""
    return source(node.basis, node.citations) if node.basis or node.citations else None


def cut_at(node: Explanation, depth: int) -> Explanation:
    """The tree to this depth; where something is left out, how much. A test is never parted from its answer."""
    if depth > 0 or folded(node) is not None:
        return node.model_copy(update={"children": tuple(cut_at(child, depth - 1) for child in node.children)})
    left = sum(1 for _ in node.walk()) - 1
    if not left:
        return node
    words = text(f"{node.statement.ja}（ほか{left}項目）", f"{node.statement.en} ({left} more below)")
    return node.model_copy(update={"statement": words, "children": ()})


def _in_short(node: Explanation) -> Explanation:
    """The tree with one support a rule, and answers without notes. That there are more supports stays told."""
    supports = node.kind == "note" and bool(node.children) and all(c.about == "support" for c in node.children)
    children = () if supports or node.kind == "answer" else tuple(map(_in_short, node.children))
    return node.model_copy(update={"children": children})


def _sections(root: Explanation, lang: Lang) -> Iterator[Block]:
    """What has parts of its own under a heading; single statements and rules in lists between."""
    waiting: list[Explanation] = []
    for child in root.children:
        if child.kind in ("note", "conclusion") and child.children:
            yield from _bullets(waiting, lang)
            waiting = []
            yield Heading(2, spoken(child, lang), mark_of(child))
            yield from _bullets(list(child.children), lang)
        else:
            waiting.append(child)
    yield from _bullets(waiting, lang)


def _bullets(nodes: list[Explanation], lang: Lang) -> Iterator[Block]:
    if lines := tuple(_lines(nodes, lang)):
        yield Bullets(lines)


def _lines(nodes: list[Explanation], lang: Lang, rule: str = "") -> Iterator[Line]:
    """The nodes as lines; the passages of the study, and the rule they belong to, on one."""
    for node in nodes:
        if node.kind != "citation":
            answer = folded(node)
            children = node.children if answer is None else answer.children
            below = tuple(_lines(list(children), lang, _rule(node, lang)))
            yield Line(spoken(node, lang), mark_of(node), below)
    cited = [node.statement.get(lang) for node in nodes if node.kind == "citation"]
    if reference := ("、" if lang == "ja" else ", ").join([*([rule] if rule else []), *cited]):
        yield Line(reference)


def _rule(node: Explanation, lang: Lang) -> str:
    if node.kind != "rule":
        return ""
    return f"規則 {node.about}" if lang == "ja" else f"rule {node.about}"
