"""How a place in the study and a basis are written: in words, never by colour alone."""

from collections.abc import Iterable

from engine.model.text import Basis, Citation
from tui.texts import Lang

_BASIS = {
    Basis.STATED: ("[報告書]", "[study]"),
    Basis.INFERRED: ("[推論]", "[inferred]"),
    Basis.JUDGEMENT: ("[本ツールの判断]", "[tool's judgement]"),
}


def basis_mark(basis: Basis, lang: Lang) -> str:
    """Whether the study says it, we inferred it, or it is this tool's judgement."""
    return _BASIS[basis][0 if lang == "ja" else 1]


def place(citation: Citation, lang: Lang) -> str:
    """Section and locating words."""
    name = "報告書" if lang == "ja" else "study"
    return f"{name} {citation.section}「{citation.locator_ja}」"


def cited(citations: Iterable[Citation], lang: Lang) -> str:
    """The sections, once each, in brackets behind a sentence."""
    sections = dict.fromkeys(citation.section for citation in citations)
    if not sections:
        return ""
    return f"（報告書 {'、'.join(sections)}）" if lang == "ja" else f" (study {', '.join(sections)})"
