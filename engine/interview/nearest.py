"""Finds the word that was probably meant, for 'did you mean ...?'."""

from collections.abc import Iterable
from difflib import get_close_matches

# difflib costs 2 ms to import where rapidfuzz costs 40, and the words here are short and few.
_LONGEST = 64


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None where none is like it. Longer words are judged by their beginning."""
    known = {candidate.casefold(): candidate for candidate in candidates}
    close = get_close_matches(word[:_LONGEST].casefold(), known, n=1, cutoff=0.6)
    return known[close[0]] if close else None
