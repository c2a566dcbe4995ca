"""The mark after a statement: on what basis, and which sections of the study."""

from engine.report.blocks import Source
from engine.report.words import BASIS


def mark(source: Source | None, lang: str) -> str:
    """``〔判断 2-1-1、2-2-3〕`` or `` [judgement 2-1-1, 2-2-3]``; nothing where there is no source."""
    if source is None:
        return ""
    basis = BASIS[source.basis] if source.basis else None
    name = (basis.ja if lang == "ja" else basis.en) if basis else ""
    sections = ("、" if lang == "ja" else ", ").join(source.sections)
    inside = " ".join(part for part in (name, sections) if part)
    if not inside:
        return ""
    return f"〔{inside}〕" if lang == "ja" else f" [{inside}]"
