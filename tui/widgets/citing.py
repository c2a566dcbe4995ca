"""How places in the study are written behind a sentence."""

from collections.abc import Iterable

from engine.model.text import Citation
from tui.texts import Lang


def cited(citations: Iterable[Citation], lang: Lang) -> str:
    """The sections, once each, in brackets behind a sentence."""
    sections = dict.fromkeys(citation.section for citation in citations)
    if not sections:
        return ""
    return f"（報告書 {'、'.join(sections)}）" if lang == "ja" else f" (study {', '.join(sections)})"
