"""What the search of the list goes by: names, industries, places with readings and codes, names of scenarios."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.store.summaries import Summary

_SYLLABLE = 2
"""Latin letters that are no more than a syllable would be found nearly everywhere."""


def matches(summary: "Summary", sought: str) -> bool:
    """Whether every word of ``sought`` is found somewhere in the consultation; an empty search finds all."""
    from engine.interview.folding import fold, typed

    words = sought.replace("　", " ").split()
    if not words:
        return True
    told, codes = _haystack(summary)
    return all(
        fold(word) in told
        or any(code.startswith(fold(word)) for code in codes)
        or (len(typed(word)) > _SYLLABLE and typed(word) in told)
        for word in words
    )


@lru_cache(maxsize=2048)
def _haystack(summary: "Summary") -> tuple[str, tuple[str, ...]]:
    """The words it can be found by, folded, and the codes; kept, as they are searched with every key."""
    from engine.interview.folding import fold
    from engine.store.area_search import readings_of
    from engine.store.areas import lookup
    from engine.store.divisions import division

    parts = [summary.name, summary.name_en, summary.industry, summary.industry_en, summary.scenario]
    for area in filter(None, map(lookup, summary.area)):
        parts += [area.full_name, *readings_of(area.code)]
    found = division(summary.division)
    parts += [found.name.ja, found.name.en, found.reading] if found else []
    return "\n".join(fold(part) for part in parts), (*summary.area, *((found.code,) if found else ()))
