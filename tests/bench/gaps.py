"""A batch of gap checks as a prefecture runs it: how long, and how much memory each process takes on the way."""

import os
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.model.book import Book
from tests.bench.folders import make
from tests.bench.timing import heading, table

MEASURES = 100
MOST_SECONDS = 60.0
"""For 2,000 consultations, on two processors."""
CONSULTATIONS = 2_000
_SAMPLE = 0.25
_QUARTERS = 4


@dataclass
class Watched:
    """What was seen of a command: seconds by the clock and of all processors together, and memory over time.

    Memory is resident, in MB, by process.
    """

    seconds: float = 0.0
    processor: float = 0.0
    code: int = -1
    parent: list[float] = field(default_factory=list)
    workers: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    peaks: dict[int, float] = field(default_factory=dict)
    """By process; that of the parent under 0."""


def show(book: Book, count: int, cache: Path) -> bool:
    """Print time and memory of a batch over ``count`` consultations; whether all of them were checked."""
    heading(
        f"A batch of {count:,} gap checks",
        f"Each a consultation with a register of {MEASURES} measures, a fifth of these Excel, the rest CSV; invented.",
    )
    with TemporaryDirectory() as place:
        folder, summary = Path(place) / "in", Path(place) / "summary.xlsx"
        begun = time.perf_counter()
        make(folder, book, count, MEASURES)
        print(f"Made in {time.perf_counter() - begun:.1f} s. One process a processor, {len(_processors())} of them.")
        seen = watched(folder, summary, cache)
        whole = summary.exists() and seen.code in (0, 1)
        size = summary.stat().st_size / 1024 if whole else 0
    limit = MOST_SECONDS * count / CONSULTATIONS
    met = (
        ""
        if count < CONSULTATIONS
        else f", at most {limit:.0f} s wanted: {'met' if seen.seconds <= limit else 'MISSED'}"
    )
    print(f"{seen.seconds:.1f} s, {seen.seconds / count * 1000:.1f} ms each{met}. Summary {size:.0f} kB.")
    print(f"{seen.processor:.1f} s of processor time in all; the rest was waiting, for other programs perhaps.")
    _memory(seen)
    return whole


def watched(folder: Path, summary: Path, cache: Path) -> Watched:
    """Run the command and look at its processes while it runs."""
    command = [sys.executable, "-m", "tui.cli", "gaps", "--batch", str(folder), "-o", str(summary)]
    environment = {**os.environ, "SHUSEKI_CACHE_DIR": str(cache)}
    seen, before, begun = Watched(), _processor_time(), time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        while running.poll() is None:
            _look(running.pid, seen)
            time.sleep(_SAMPLE)
        told = running.stderr.read().decode() if running.stderr else ""
    seen.seconds, seen.code = time.perf_counter() - begun, running.returncode
    seen.processor = _processor_time() - before
    print(told.strip().splitlines()[-1] if told.strip() else "(nothing told)")
    return seen


def _processor_time() -> float:
    """Of all processes that this one has begun, and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _look(pid: int, seen: Watched) -> None:
    """One glance at the resident memory; nothing where the system does not tell."""
    for process in (pid, *_children(pid)):
        if (memory := _memory_of(process)) is None:
            continue
        now, peak = memory
        seen.peaks[0 if process == pid else process] = peak
        (seen.parent if process == pid else seen.workers[process]).append(now)


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _memory_of(pid: int) -> tuple[float, float] | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    found = [re.search(rf"{name}:\s+(\d+) kB", status) for name in ("VmRSS", "VmHWM")]
    return (int(found[0][1]) / 1024, int(found[1][1]) / 1024) if found[0] and found[1] else None


def _memory(seen: Watched) -> None:
    """Resident memory at each quarter of the time: a line that rises all the way would be a leak."""
    if not seen.parent:
        print("Memory: the system does not tell.")
        return
    # The tracker of multiprocessing's resources is a child too, and no worker.
    workers = [(pid, run) for pid, run in seen.workers.items() if max(run) > max(seen.parent) / 2]
    rows = [["parent", *_quarters(seen.parent), f"{seen.peaks[0]:.0f}"]]
    rows += [[f"worker {n}", *_quarters(run), f"{seen.peaks[pid]:.0f}"] for n, (pid, run) in enumerate(workers, 1)]
    table(["MB", *(f"{100 * n // _QUARTERS} %" for n in range(1, _QUARTERS + 1)), "peak"], rows)


def _quarters(run: list[float]) -> list[str]:
    return [f"{run[max(0, len(run) * n // _QUARTERS - 1)]:.0f}" for n in range(1, _QUARTERS + 1)]


def _processors() -> set[int]:
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set(range(os.cpu_count() or 1))
