"""Makes the nodes of an explanation, built here and therefore not validated again."""

from collections.abc import Iterable

from engine.assess.words import join, text
from engine.model.explanation import Explanation, NodeKind, Standing
from engine.model.knowledge import Pitfall
from engine.model.text import Basis, Citation, LocalizedText, Statement


def node(
    kind: NodeKind,
    statement: LocalizedText,
    standing: Standing | None = None,
    children: Iterable[Explanation] = (),
    *,
    about: str = "",
    basis: Basis | None = None,
    citations: tuple[Citation, ...] = (),
) -> Explanation:
    """One node."""
    return Explanation.model_construct(
        kind=kind,
        statement=statement,
        standing=standing,
        children=tuple(children),
        about=about,
        basis=basis,
        citations=citations,
    )


def note(
    statement: LocalizedText,
    children: Iterable[Explanation] = (),
    *,
    basis: Basis | None = None,
    citations: tuple[Citation, ...] = (),
) -> Explanation:
    """Something told, that neither holds nor fails."""
    return node("note", statement, None, children, basis=basis, citations=citations)


def advice(pitfall: Pitfall) -> Explanation:
    """What this tool draws from a pitfall: a judgement, whatever the study says of the pitfall itself."""
    words = join((text("本ツールの助言", "This tool's advice"), pitfall.lesson), ja="：", en=": ")
    return note(words, basis=Basis.JUDGEMENT, citations=pitfall.citations)


def group(statement: LocalizedText, children: Iterable[Explanation]) -> tuple[Explanation, ...]:
    """Nodes under a heading; nothing where there are none."""
    below = tuple(children)
    return (note(statement, below),) if below else ()


def passages(citations: Iterable[Citation]) -> tuple[Explanation, ...]:
    """The places in the study, each once."""
    return tuple(node("citation", _place(one), basis=one.basis, citations=(one,)) for one in dict.fromkeys(citations))


def told(statement: Statement) -> Explanation:
    """A statement of the book, with its basis."""
    return note(statement.text, basis=statement.basis, citations=statement.citations)


def _place(citation: Citation) -> LocalizedText:
    words = f"{citation.section}「{citation.locator_ja}」"
    return text(f"報告書 {words}", f"study {words}")
