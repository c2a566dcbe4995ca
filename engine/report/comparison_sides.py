"""What the two of a comparison are called: by what tells them apart, never A and B, which are types of clusters."""

from rich.cells import cell_len, set_cell_size

from engine.interview.visible import flowing
from engine.model.comparison import Comparison, Side
from engine.model.text import Lang
from engine.report.words import text

ROOM = 16
"""Cells of a name: it stands above the columns of tables."""
_CUT = "..."
_ORIGINAL = text("元", "the original")
_OF_DAY = text("{}時点", "as of {}")
_FIRST, _SECOND = text("先の相談", "the first"), text("後の相談", "the second")


def sides_of(comparison: Comparison, lang: Lang) -> tuple[str, str]:
    """Short names, always two different ones.

    A scenario by its name and what it came from as the original; different clusters by their names; the same at two
    dates by these; else the first and the second.
    """
    a, b = comparison.a, comparison.b
    clusters = _cluster(a, lang), _cluster(b, lang)
    named = (a.scenario or clusters[0], b.scenario or clusters[1])
    if clusters[0] == clusters[1]:
        named = (a.scenario or _ORIGINAL.get(lang), b.scenario or _ORIGINAL.get(lang))
        if not (a.scenario or b.scenario) and a.as_of != b.as_of:
            named = (_OF_DAY.get(lang).format(a.as_of), _OF_DAY.get(lang).format(b.as_of))
    first, second = map(_short, named)
    return (first, second) if first != second else (_FIRST.get(lang), _SECOND.get(lang))


def _cluster(side: Side, lang: Lang) -> str:
    return (lang == "en" and side.cluster.name_en) or side.cluster.name


def _short(name: str) -> str:
    told = " ".join(flowing(name).split())
    if cell_len(told) <= ROOM:
        return told
    return set_cell_size(told, ROOM - len(_CUT)).rstrip() + _CUT
