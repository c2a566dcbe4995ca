"""Finds which of many words occur in a text: only words of which the text has the first two characters are tried."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise


class Occurring:
    """Words to be looked for. Words and texts are compared as they are; fold both before."""

    def __init__(self, words: Iterable[str]) -> None:
        """Prepare them. A word of one character is tried wherever that occurs."""
        by_start: dict[str, dict[str, None]] = defaultdict(dict)
        for word in words:
            by_start[word[:2]][word] = None
        self._by_start = {start: tuple(found) for start, found in by_start.items() if start}
        self._single = any(len(start) == 1 for start in self._by_start)

    def within(self, text: str) -> set[str]:
        """The words that occur in a text."""
        starts = {a + b for a, b in pairwise(text)}
        if self._single:
            starts.update(text)
        found = (self._by_start[start] for start in starts & self._by_start.keys())
        return {word for words in found for word in words if word in text}
