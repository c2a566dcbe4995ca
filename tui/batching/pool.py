"""Runs the workers: results in the order of the jobs, few of them held at a time, and none lost when one dies."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYetError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker

from engine.model.gap_batch import BatchResult
from tui.batching import work
from tui.batching.folder import Job
from tui.words import gaps_batch as words

MOST = 60
"""Windows waits for no more processes at once."""
AHEAD = 8
"""Jobs handed out for each worker before their results are taken: so many are held at a time."""
_FEW = 4
"""For fewer jobs than this a process of its own takes longer to begin than the work itself."""
_TICK = 0.2

Entry = Job | BatchResult


def workers(wanted: int | None, jobs: int) -> int:
    """How many processes to use: as many as were asked for, else as there are processors; 1 means none but this."""
    if wanted is not None:
        return max(1, min(wanted, MOST, jobs))
    with suppress(AttributeError):
        return max(1, min(len(os.sched_getaffinity(0)), MOST, jobs // _FEW))
    return max(1, min(os.cpu_count() or 1, MOST, jobs // _FEW))


class Stop:
    """Whether Ctrl+C was pressed. What is under way is finished; pressed again, everything stops at once."""

    def __init__(self) -> None:
        self.asked = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Take Ctrl+C as a wish to end with what is done. Elsewhere than in the main thread it is not ours to take."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._ask)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _ask(self, *_: object) -> None:
        self.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


def results(entries: Iterable[Entry], processes: int, stop: Stop) -> Iterator[BatchResult]:
    """What became of each entry, in their order. After ``stop`` no more are begun; those under way still come."""
    if processes == 1:
        yield from _here(entries, stop)
        return
    waiting: deque[tuple[Entry, Future[BatchResult] | None]] = deque()
    left = iter(entries)
    pool = _Pool(processes)
    try:
        while True:
            while len(waiting) < AHEAD * processes and not stop.asked and (entry := next(left, None)) is not None:
                waiting.append((entry, pool.submit(entry) if isinstance(entry, Job) else None))
            if not waiting:
                return
            entry, future = waiting.popleft()
            if isinstance(entry, BatchResult) or future is None:
                yield entry  # type: ignore[misc]
            elif (result := _taken(entry, future, pool, stop)) is not None:
                yield result
    finally:
        pool.close()


def _here(entries: Iterable[Entry], stop: Stop) -> Iterator[BatchResult]:
    work.forget_mappings()
    for entry in entries:
        if stop.asked:
            return
        yield work.checked_in_short(entry) if isinstance(entry, Job) else entry


def _taken(job: Job, future: "Future[BatchResult]", pool: "_Pool", stop: Stop) -> BatchResult | None:
    """The result of a job; None where it was not begun before ``stop``."""
    while True:
        try:
            return future.result(timeout=_TICK)
        except NotYetError:
            if stop.asked and future.cancel():
                return None
        except BrokenProcessPool:
            return None if stop.asked else pool.alone(job)


class _Pool:
    """The worker processes. Begun anew (spawned), as Windows does it and as threads beside them require."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, job: Job) -> "Future[BatchResult]":
        """Hand a job out; to new workers if one of those there were has died."""
        with _without_interrupt():
            try:
                return self._running().submit(work.checked_in_short, job)
            except BrokenProcessPool:
                self.close()
                return self._running().submit(work.checked_in_short, job)

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = _executor(self._processes)
        return self._executor

    def alone(self, job: Job) -> BatchResult:
        """A job that was under way when a worker died, in a process of its own: if it dies again, it is to blame."""
        executor = _executor(1)
        try:
            with _without_interrupt():
                future = executor.submit(work.checked_in_short, job)
            return future.result()
        except BrokenProcessPool:
            died = words.worker_died(job.register)
            return BatchResult(entry=job.entry, register_file=os.path.basename(job.register), problems=(died,))
        finally:
            executor.shutdown(cancel_futures=True)

    def close(self) -> None:
        """End the workers; what is under way is finished."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None


def _executor(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=work.start)


@contextmanager
def _without_interrupt() -> Iterator[None]:
    """Have processes begun meanwhile not hear Ctrl+C from their first moment: they inherit what is held back here.

    Here it comes as soon as this ends. Windows has no such thing; there workers ignore it once they have begun.
    """
    if sys.platform == "win32":
        yield
        return
    # Otherwise it would be begun meanwhile, and lets signals through at its end.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
