"""How municipalities word their registers: knowledge/register_words.yaml, read when first needed and kept."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from engine.book.strict_yaml import parse
from engine.interview.folding import fold
from engine.model.register import RegisterField
from engine.model.text import Frozen

FILE = "register_words.yaml"


class Under(Frozen):
    """Lower headings that count below certain upper ones: 自 and 至 below 事業期間."""

    parents: tuple[str, ...]
    leaves: tuple[str, ...]


class Vocabulary(Frozen):
    """The headings of one field."""

    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    under: tuple[Under, ...] = ()


class BudgetColumns(Frozen):
    """What tells the year's column from other columns of money."""

    kinds: tuple[str, ...]
    plans: tuple[str, ...]
    current: tuple[str, ...]
    previous: tuple[str, ...]
    next: tuple[str, ...]


class YearWords(Frozen):
    """Words for periods without an end, and what may stand about a year."""

    open: tuple[str, ...]
    around: tuple[str, ...]


class RowWords(Frozen):
    """How rows are worded that are no measures."""

    total_whole: tuple[str, ...]
    total_ends: tuple[str, ...]
    total_apart: tuple[str, ...]
    total_starts: tuple[str, ...]
    page_words: tuple[str, ...]
    section_starts: tuple[str, ...]
    section_ends: tuple[str, ...]
    note_starts: tuple[str, ...]
    name_ends: tuple[str, ...]
    department_ends: tuple[str, ...]
    department_heads: tuple[str, ...]


class TitleWords(Frozen):
    """What titles tell beside year and unit."""

    looks_back: tuple[str, ...]


class SheetWords(Frozen):
    """Names of sheets that are no register."""

    examples: tuple[str, ...]


class Words(Frozen):
    """The whole file."""

    headings: dict[RegisterField, Vocabulary]
    ignored: Vocabulary
    budget_columns: BudgetColumns
    units: dict[str, tuple[str, ...]]
    nothing: tuple[str, ...]
    zero: tuple[str, ...]
    ditto: tuple[str, ...]
    ticks: tuple[str, ...]
    years: YearWords
    rows: RowWords
    titles: TitleWords
    sheets: SheetWords
    actors: dict[str, tuple[str, ...]]
    resources: dict[str, tuple[str, ...]]
    funding: dict[str, tuple[str, ...]]
    progress: dict[str, tuple[str, ...]]

    @cached_property
    def silent(self) -> frozenset[str]:
        """Cells that say nothing, folded."""
        return folded(self.nothing) | {""}

    @cached_property
    def as_above(self) -> frozenset[str]:
        """Cells that repeat the one above, folded."""
        return folded(self.ditto)

    @cached_property
    def ticked(self) -> frozenset[str]:
        """Marks that say yes, folded."""
        return folded(self.ticks)

    @cached_property
    def naught(self) -> frozenset[str]:
        """Cells that say zero in words, folded."""
        return folded(self.zero)

    @cached_property
    def who(self) -> "Telling":
        """Words that tell an actor."""
        return Telling(self.actors)

    @cached_property
    def what(self) -> "Telling":
        """Words that tell a resource."""
        return Telling(self.resources)

    @cached_property
    def whose(self) -> "Telling":
        """Words that tell whose money."""
        return Telling(self.funding)

    @cached_property
    def how_far(self) -> "Telling":
        """Words that tell progress."""
        return Telling(self.progress)


@lru_cache(maxsize=32_768)
def short_fold(text: str) -> str:
    """A short text folded, and kept: registers say the same things over and over."""
    return fold(text)


def says_nothing(text: str) -> bool:
    """Whether a cell is blank in words: －, 未定, 該当なし."""
    return len(text) <= _LONGEST_SILENT and short_fold(text) in words().silent


_LONGEST_SILENT = 12


class Telling:
    """Finds words that tell a value in a text. Where one word holds another, the longer counts."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._values = {fold(word): value for value, group in words.items() for word in group}
        longest_first = sorted(self._values, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(_bounded(word) for word in longest_first))
        self._kept = lru_cache(maxsize=8_192)(self._found)

    def values(self, text: str) -> tuple[str, ...]:
        """The values told, each once, in the order they are told; ``none`` is no value."""
        return self._kept(text) if len(text) <= _LONGEST_KEPT else self._found(text)

    def _found(self, text: str) -> tuple[str, ...]:
        # Spaces part words in English, which folding would join.
        plain = fold(text) if not re.search(r"[A-Za-z]", text) else " ".join(map(fold, text.split()))
        told = (self._values[match.group().replace(" ", "")] for match in self._pattern.finditer(plain))
        return tuple(value for value in dict.fromkeys(told) if value != "none")


_LONGEST_KEPT = 100


@cache
def words() -> Words:
    """The words shipped with the program."""
    name = f"knowledge/{FILE}"
    return Words.model_validate_json(_as_json(parse(files("knowledge").joinpath(FILE).read_bytes(), name)))


def folded(group: Iterable[str]) -> frozenset[str]:
    """The words as texts are compared."""
    return frozenset(map(fold, group))


def _as_json(data: object) -> bytes:
    from pydantic_core import to_json

    return to_json(data)


def _bounded(word: str) -> str:
    """A Latin word counts whole only: ``state`` is not in ``estate``; Japanese has no such bounds."""
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() and word.isalpha() else re.escape(word)
