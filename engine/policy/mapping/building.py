"""Builds the index of a book: from its texts to how much each n-gram tells, and for what."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from engine.model.book import Book
from engine.policy.mapping.index import Fields, Index
from engine.policy.mapping.passages import Passage, passages, said_of_cases
from engine.policy.mapping.pieces import Cutter, Grams, is_kanji, joints, plain

_SHARPNESS = 1.5
"""How much more a rare n-gram tells than a common one."""
_BOOKS = 4
_INDEXES: dict[str, Index] = {}

Says = dict[str, dict[int, float]]
"""How firmly each n-gram speaks for each target, from 0 to 1."""


class _Targets(NamedTuple):
    """What an existing measure may be like, each with its number."""

    measures: tuple[str, ...]
    contrasts: tuple[str, ...]
    concrete: tuple[str, ...]

    @property
    def number(self) -> dict[str, int]:
        return {name: n for n, name in enumerate((*self.measures, *self.contrasts, *self.concrete))}


def index_for(book: Book) -> Index:
    """The index of a book, built when first asked for and remembered by the book's version."""
    if book.version not in _INDEXES:
        if len(_INDEXES) >= _BOOKS:
            _INDEXES.clear()
        _INDEXES[book.version] = built(book)
    return _INDEXES[book.version]


def built(book: Book, without: frozenset[str] = frozenset(), *, usual: bool = True) -> Index:
    """An index.

    Args:
        book: The book.
        without: Concrete measures to leave out.
        usual: Whether usual names are used; without them only what the study and we say of each measure is.
    """
    targets = _targets(book, without, usual)
    cutter = Cutter(word for names in book.usual_names.values() if names.weak for word in (*names.ja, *names.en))
    read = list(passages(book, without, usual=usual))
    cut = {text: list(cutter.pieces(plain(text))) for text in dict.fromkeys(one.text for one in read)}
    grams = Grams(piece for pieces in cut.values() for piece, _, _ in pieces if is_kanji(piece) and len(piece) > 1)
    heard = _heard(grams, cut)
    silent = {gram for text in said_of_cases(book) for gram in _of_text(grams, list(cutter.pieces(plain(text))))}
    says = _says(read, heard, targets, silent)
    telling = _telling(says, len(targets.measures) + len(targets.contrasts))
    _add_concrete(book, targets, heard, says)
    return Index(
        targets=tuple(targets.number),
        measures=len(targets.measures),
        contrasts=len(targets.contrasts),
        types=tuple(measure.type for measure in book.measures.values()),
        exemplified=_exemplified(book, targets),
        cutter=cutter,
        grams=grams,
        telling=telling,
        postings={gram: tuple(sorted(found.items())) for gram, found in says.items()},
        silent=frozenset(silent),
        fields=_fields(book, targets, grams),
    )


def _targets(book: Book, without: frozenset[str], usual: bool) -> _Targets:
    return _Targets(
        tuple(book.measures),
        tuple(name for name, names in book.usual_names.items() if names.for_contrast and usual),
        tuple(name for name, one in book.concrete_measures.items() if one.exemplifies and name not in without),
    )


def _heard(grams: Grams, cut: Mapping[str, list[tuple[str, int, int]]]) -> dict[str, tuple[str, ...]]:
    """The n-grams of each text, every piece taken apart once."""
    known: dict[str, tuple[str, ...]] = {}
    for pieces in cut.values():
        for piece, _, _ in pieces:
            if piece not in known:
                known[piece] = tuple(grams.of(piece))
    return {
        text: tuple(dict.fromkeys((*(gram for piece, _, _ in pieces for gram in known[piece]), *joints(pieces))))
        for text, pieces in cut.items()
    }


def _of_text(grams: Grams, pieces: list[tuple[str, int, int]]) -> Iterable[str]:
    return (gram for piece, _, _ in pieces for gram in grams.of(piece))


def _says(read: Iterable[Passage], heard: Mapping[str, Iterable[str]], targets: _Targets, silent: set[str]) -> Says:
    """How firmly each n-gram speaks for each target: every text that has it leaves that much less doubt.

    A ``silent`` one, of a case's place or industry, speaks for no generic measure.
    """
    number = targets.number
    doubt: Says = defaultdict(dict)
    for passage in read:
        target, left = number[passage.target], 1 - passage.weight
        of_measure = target < len(targets.measures)
        for gram in heard[passage.text]:
            if not (of_measure and gram in silent):
                of_gram = doubt[gram]
                of_gram[target] = of_gram.get(target, 1.0) * left
    return {gram: {target: 1 - left for target, left in found.items()} for gram, found in doubt.items()}


def _telling(says: Says, targets: int) -> dict[str, float]:
    """How much an n-gram tells, from 0 to 1: little where it speaks for many targets."""
    most = math.log(1 + targets)
    return {
        gram: min(1.0, math.log(1 + targets / max(1.0, sum(found.values()))) / most) ** _SHARPNESS
        for gram, found in says.items()
    }


def _add_concrete(book: Book, targets: _Targets, heard: Mapping[str, Iterable[str]], says: Says) -> None:
    """Let the n-grams speak for the concrete measures too, so that those which are like can be named."""
    number = targets.number
    for name in targets.concrete:
        one = book.concrete_measures[name]
        for text in (one.title.ja, one.summary.ja, one.title.en, one.summary.en):
            for gram in heard[text]:
                if gram in says:
                    says[gram][number[name]] = 1.0


def _exemplified(book: Book, targets: _Targets) -> dict[int, tuple[int, ...]]:
    """The concrete measures that exemplify each generic one."""
    number = targets.number
    found: dict[int, list[int]] = defaultdict(list)
    for name in targets.concrete:
        for generic in book.concrete_measures[name].exemplifies:
            found[number[generic]].append(number[name])
    return {target: tuple(names) for target, names in found.items()}


def _fields(book: Book, targets: _Targets, grams: Grams) -> Fields:
    number = targets.number
    sets = [(number[name], book.usual_names[name]) for name in targets.contrasts]
    return Fields(
        words={plain(word): n for n, names in sets for word in names.fields},
        but_not=tuple(plain(word) for _, names in sets for word in names.but_not),
        departments={plain(word): n for n, names in sets for word in names.departments},
        known=grams.words,
    )
