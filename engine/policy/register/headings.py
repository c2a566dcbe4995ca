"""Tells from the headings of a column which field it holds, in the words of register_words.yaml."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from engine.interview.folding import fold
from engine.model.register import RegisterField
from engine.policy.register import limits
from engine.policy.register.amounts import unit_in
from engine.policy.register.words import Vocabulary, folded, words
from engine.policy.register.years import without_years

LEVELS = "／"
"""Between the levels of a heading of several rows."""
_BRACKETS = re.compile(r"[(（\[［〔【<＜][^)）\]］〕】>＞]*[)）\]］〕】>＞]")
_NUMBERING = re.compile(r"(?:\(\d{1,2}\)|\d{1,2}(?:[.):、]|(?=[^\d年/月.'円人件万千百])))")
_MARKS = "■□◆◇○●◎・※*＊★☆▼▽ 　:：.。、"
_SENTENCE = re.compile(r"。|ください|下さい|please")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says its column holds. ``strength``: 3 just that, 2 holds the word, 1 by the heading above it."""

    field: RegisterField | None = None
    strength: int = 0
    rank: int = 0
    ignored: bool = False
    is_year: bool = False

    @property
    def known(self) -> bool:
        """Whether the heading says anything at all, be it that the column is none of ours."""
        return self.field is not None or self.ignored or self.is_year


@dataclass(frozen=True)
class Heading:
    """The headings above one column, from the top, and what they mean together."""

    parts: tuple[str, ...]
    meaning: Meaning

    @cached_property
    def leaf(self) -> str:
        """The lowest heading that is no mere unit."""
        return next((part for part in reversed(self.parts) if not says_only_unit(part)), "")

    @property
    def text(self) -> str:
        """As a person reads it, and as it is remembered."""
        return LEVELS.join(self.parts)


def heading(parts: tuple[str, ...]) -> Heading:
    """The heading made of the texts above a column."""
    kept = tuple(" ".join(part.split()) for part in dict.fromkeys(parts) if part.strip())
    return Heading(kept, _meaning(kept))


@lru_cache(maxsize=8_192)
def key(text: str) -> str:
    """A heading as it is looked up: folded, without brackets, numbering, years and marks."""
    bare = _BRACKETS.sub("", text)
    plain = without_years(fold(bare if bare.strip(_MARKS) else text.strip("()（）[]【】"))).strip(_MARKS)
    return _NUMBERING.sub("", plain, count=1).strip(_MARKS) if _NUMBERING.match(plain) else plain


@lru_cache(maxsize=8_192)
def neutral(text: str) -> str:
    """A remembered heading whatever its year, unit and numbering."""
    return LEVELS.join(key(part) for part in text.split(LEVELS))


@lru_cache(maxsize=8_192)
def single(text: str) -> Meaning:
    """What one cell would mean as a heading."""
    return _meaning((text,)) if may_be_heading(text) else Meaning()


def may_be_heading(text: str) -> bool:
    """Whether a text is short enough, and no sentence."""
    return 0 < len(text) <= limits.HEADING_CHARACTERS and not _SENTENCE.search(text)


def says_only_unit(text: str) -> bool:
    """Whether a lower heading only tells the unit: （千円）."""
    return len(text) <= 16 and unit_in(text) is not None


@lru_cache(maxsize=8_192)
def _meaning(parts: tuple[str, ...]) -> Meaning:
    # A row of nothing but units below the headings tells nothing of what the column holds.
    levels = [part for part in parts if len(parts) == 1 or not says_only_unit(part)] or list(parts)
    keys = [key(part) for part in levels if not re.search(r"[:：].", part.strip(_MARKS))]
    if not keys:
        return Meaning()
    *above, leaf = keys
    parent = "".join(above)
    if not leaf:
        upper = _alone(parent) if parent else Meaning()
        return Meaning(upper.field, upper.strength, upper.rank, upper.ignored, True)
    found = _below(parent, leaf) or _alone(leaf)
    if found.field or found.ignored or not parent:
        return found
    upper = _alone(parent)
    return Meaning(upper.field, 1, upper.rank, upper.ignored, found.is_year)


def _below(parent: str, leaf: str) -> Meaning | None:
    """By the upper heading and the lower one together: 事業期間／自."""
    if not parent:
        return None
    for field, rules in _tables().under.items():
        if any(leaf in leaves and any(word in parent for word in parents) for parents, leaves in rules):
            return Meaning(field, 3)
    return None


def _alone(leaf: str) -> Meaning:
    tables = _tables()
    if exact := tables.whole.get(leaf):
        return exact
    if any(word in leaf for word in tables.ignored_part):
        return Meaning(ignored=True)
    found = [(match.end(), len(match.group()), match.group()) for match in tables.part_pattern.finditer(leaf)]
    if found:
        return Meaning(tables.part[max(found)[2]], 2)
    years = words().budget_columns
    relative = folded((*years.current, *years.previous, *years.next))
    return Meaning(is_year=True) if leaf in relative else Meaning()


@dataclass(frozen=True)
class _Tables:
    """The headings made ready for looking up."""

    whole: dict[str, Meaning]
    part: dict[str, RegisterField]
    part_pattern: re.Pattern[str]
    ignored_part: tuple[str, ...]
    under: dict[RegisterField, list[tuple[frozenset[str], frozenset[str]]]]


@cache
def _tables() -> _Tables:
    known = words()
    whole: dict[str, Meaning] = {key(word): Meaning(ignored=True) for word in known.ignored.whole}
    part: dict[str, RegisterField] = {}
    under: dict[RegisterField, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for field, vocabulary in known.headings.items():
        whole |= {key(word): Meaning(field, 3, rank) for rank, word in reversed(list(enumerate(vocabulary.whole)))}
        part |= {fold(word): field for word in vocabulary.part}
        under[field] = _rules(vocabulary)
    return _Tables(whole, part, _longest_first(part), tuple(map(fold, known.ignored.part)), under)


def _longest_first(part: dict[str, RegisterField]) -> re.Pattern[str]:
    longest_first = sorted(part, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


def _rules(vocabulary: Vocabulary) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(folded(rule.parents), folded(rule.leaves)) for rule in vocabulary.under]
