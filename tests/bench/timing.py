"""Measures, and shows what was measured: median, 95th percentile, ratio."""

import time
from collections.abc import Callable, Iterable, Mapping
from statistics import median
from typing import NamedTuple


class Timing(NamedTuple):
    """Seconds of every run, sorted."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.runs)

    @property
    def p95(self) -> float:
        """The smallest time that 95 of 100 runs do not exceed."""
        return self.runs[max(0, -(-len(self.runs) * 95 // 100) - 1)]

    def __str__(self) -> str:
        return f"{self.median * 1000:.2f} / {self.p95 * 1000:.2f}"


def take_turns(jobs: Mapping[str, Callable[[], object]], repeat: int) -> dict[str, Timing]:
    """Time the jobs in turns, so that a slow spell of the machine hits all alike. A first run is thrown away."""
    runs: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()
    for _ in range(repeat):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            runs[name].append(time.perf_counter() - start)
    return {name: Timing(tuple(sorted(each))) for name, each in runs.items()}


def pooled(timings: Iterable[Timing]) -> Timing:
    """All runs of several timings together."""
    return Timing(tuple(sorted(run for timing in timings for run in timing.runs)))


def heading(title: str, *notes: str) -> None:
    print("", title, "=" * len(title), *notes, "", sep="\n")


def table(head: list[str], rows: list[list[str]]) -> None:
    """Columns as wide as they need; all but the first to the right."""
    widths = [max(len(row[n]) for row in [head, *rows]) for n in range(len(head))]
    for row in [head, *rows]:
        first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join([first.strip().ljust(widths[0]), *others]).rstrip(), flush=True)


def against(timings: Mapping[str, Timing], reference: str) -> None:
    """A line for each timing, with its ratio to one of them."""
    base = timings[reference].median
    rows = [[name, str(len(t.runs)), str(t), f"{t.median / base:.2f}"] for name, t in timings.items()]
    table(["", "runs", "median / p95 ms", f"x {reference}"], rows)
