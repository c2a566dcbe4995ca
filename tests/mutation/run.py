"""Runs mutants past the judges, on two processes, and keeps what noticed each."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import yaml

from engine.model.book import Book
from tests.helpers import shipped_book
from tests.mutation.judges import MEANS, Judges
from tests.mutation.mutants import Mutant, mutants

EQUIVALENT = Path(__file__).parent / "equivalent.yaml"


@dataclass(frozen=True)
class Judged:
    """One mutant and the first means that noticed it, None if none did."""

    name: str
    kind: str
    caught_by: str | None


def equivalent() -> dict[str, str]:
    """The mutants that change nothing, by name, each with the reason why."""
    return {entry["mutant"]: entry["reason"] for entry in yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8"))}


@cache
def _kept() -> tuple[Judges, list[Mutant]]:
    """What one process keeps: the judges and all mutants, in the order of the book."""
    book = shipped_book()
    return Judges(book), list(mutants(book))


def judge(n: int) -> Judged:
    """The n-th mutant past the judges, cheapest first."""
    judges, every = _kept()
    return Judged(every[n].name, every[n].kind, judges.first(every[n]))


def judge_by_each(n: int) -> dict[str, bool]:
    """Which of the means, each by itself, notices the n-th mutant."""
    judges, every = _kept()
    return {means: judges.by[means](every[n]) for means in MEANS}


def judge_all(numbers: Sequence[int], processes: int = 2) -> list[Judged]:
    """These mutants past the judges, in order."""
    with _pool(processes) as pool:
        return list(pool.map(judge, numbers, chunksize=25))


def shares_by_each(numbers: Sequence[int], processes: int = 2) -> dict[str, float]:
    """The share of these mutants that each of the means notices by itself."""
    with _pool(processes) as pool:
        seen = list(pool.map(judge_by_each, numbers, chunksize=2))
    return {means: sum(one[means] for one in seen) / len(seen) for means in MEANS}


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


def spaced(book: Book, many: int) -> list[int]:
    """The numbers of so many mutants, evenly spaced over the book and the same in every run."""
    size = sum(1 for _ in mutants(book))
    return [n * size // many for n in range(many)]


def survivors(judged: Iterable[Judged]) -> Iterator[Judged]:
    """The mutants nothing noticed that are not argued to be equivalent."""
    argued = equivalent()
    return (one for one in judged if one.caught_by is None and one.name not in argued)


def share_caught(judged: Sequence[Judged]) -> float:
    """The share caught of those that are not equivalent."""
    argued = equivalent()
    broken = [one for one in judged if one.name not in argued]
    return sum(one.caught_by is not None for one in broken) / len(broken)
