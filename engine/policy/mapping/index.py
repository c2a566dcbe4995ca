"""The index: how much each n-gram speaks for each generic measure, and so how much any piece of text does."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from engine.policy.mapping.pieces import Cutter, Grams, is_hiragana, is_joint, is_kanji, plain

Vector = tuple[tuple[int, float], ...]
"""How much speaks for each target, by its number; nothing for those left out."""
KEPT = 20_000
"""Pieces remembered at most, so that a batch of thousands of registers does not grow without end."""
_UNHEARD_KANJI, _UNHEARD_WORD = 0.3, 0.6
"""How much a kanji, or another word, counts that no text has: it may be of a place, or of quite another trade."""

_LEAST = 0.04
"""What speaks less than this share of the most a piece says for anything changes nothing and is left out."""


@dataclass(frozen=True)
class Fields:
    """Words in names and departments that tell of ordinary work, each with the number of its sort."""

    words: Mapping[str, int]
    but_not: tuple[str, ...]
    departments: Mapping[str, int]
    known: frozenset[str]

    @cached_property
    def _within(self) -> re.Pattern[str]:
        return _any_of(self.words)

    @cached_property
    def _exceptions(self) -> re.Pattern[str]:
        return _any_of(self.but_not)

    def of_name(self, name: str) -> set[int]:
        """The sorts of work whose field a measure's name names."""
        left = self._exceptions.sub("\0", name)
        return {self.words[found[0]] for found in self._within.finditer(left) if not self._across(left, *found.span())}

    def of_department(self, department: str) -> set[int]:
        """The sorts of work that a department of this name does."""
        name = plain(department)
        return {target for word, target in self.departments.items() if word in name}

    def _across(self, name: str, start: int, end: int) -> bool:
        """Whether a word only seems to stand there, across two others, as 保育 in 確保育成 or 議会 in 協議会."""
        before, after = name[max(0, start - 1) : start + 1], name[end - 1 : end + 1]
        alone = len(after) < 2 or not is_kanji(after[1])
        return before in self.known and (alone or after in self.known)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words, the longest first; nothing where there are none."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest)) if longest else "(?!)")


@dataclass(frozen=True)
class Index:
    """Targets by number: generic measures, then sorts of ordinary work, then the study's concrete measures."""

    targets: tuple[str, ...]
    measures: int
    contrasts: int
    types: tuple[str, ...] = field(repr=False)
    exemplified: Mapping[int, tuple[int, ...]] = field(repr=False)
    cutter: Cutter = field(repr=False)
    grams: Grams = field(repr=False)
    telling: Mapping[str, float] = field(repr=False)
    postings: Mapping[str, Vector] = field(repr=False)
    silent: frozenset[str] = field(repr=False)
    fields: Fields = field(repr=False)

    @cached_property
    def worded(self) -> dict[tuple[str, int], tuple[tuple[int, int, float], ...]]:
        """Words already picked from a piece for a target; what ``telling_words`` remembers."""
        return {}

    @cached_property
    def _seen(self) -> dict[str, tuple[float, Vector]]:
        return {}

    def weighed(self, piece: str) -> tuple[float, Vector]:
        """How telling a piece of text is in all, and how much of that speaks for each target."""
        seen = self._seen
        known = seen.get(piece)
        if known is None:
            if len(seen) >= KEPT:
                seen.clear()
            known = seen[piece] = self._weighed(piece)
        return known

    def speaks(self, text: str, target: int) -> float:
        """How much the n-grams of a piece speak for one target."""
        return sum(
            weight * self.telling[gram] * next((says for number, says in self.postings[gram] if number == target), 0.0)
            for gram, weight in self.grams.of(text).items()
            if gram in self.telling
        )

    def _weighed(self, piece: str) -> tuple[float, Vector]:
        grams = self.grams.of(piece)
        total = self._unheard(piece, grams)
        found: dict[int, float] = defaultdict(float)
        for gram, weight in grams.items():
            much = weight * self.telling.get(gram, 0.0)
            total += much
            for target, says in self.postings.get(gram, ()):
                found[target] += much * says
        least = _LEAST * max(found.values(), default=0.0)
        return total, tuple(sorted((target, amount) for target, amount in found.items() if amount > least))

    def _unheard(self, piece: str, grams: Iterable[str]) -> float:
        """How much of a piece is of no text at all. Hiragana are mostly endings and particles, and never count so."""
        if is_joint(piece) or is_hiragana(piece):
            return 0.0
        if not is_kanji(piece):
            return 0.0 if any(self._heard(gram) for gram in grams) else _UNHEARD_WORD
        pairs = [self._heard(piece[at : at + 2]) for at in range(len(piece) - 1)]
        unheard = sum(not (before or after) for before, after in zip([False, *pairs], [*pairs, False], strict=True))
        return _UNHEARD_KANJI * unheard

    def _heard(self, gram: str) -> bool:
        return gram in self.telling or gram in self.silent
