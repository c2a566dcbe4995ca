"""A program in a pseudo-terminal, as a person at a terminal has it: keys in, paint out, each with its time."""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b.", re.DOTALL)
_PATIENCE = 30.0
"""Seconds after which something that should have come will not come any more."""
QUIET = 0.12
"""Seconds without paint after which nothing more is painted. Shorter than the blinking of a cursor."""


class GoneError(Exception):
    """The program ended, or did not do what it was waited for."""


class Terminal:
    """A program started in a terminal of ``size`` columns and rows. ``heard`` are the lines it tells beside the paint.

    Times are those of ``time.perf_counter``.
    """

    def __init__(
        self, command: Callable[[int], list[str]], environment: Mapping[str, str], size: tuple[int, int] = (120, 36)
    ) -> None:
        """``command`` is given the file descriptor to which the program may tell."""
        self.heard: list[dict[str, Any]] = []
        self.last_paint = 0.0
        self._pressed = 0.0
        self._painted = b""
        self._pipe, told = os.pipe()
        os.set_inheritable(told, True)
        started_by = command(told)
        self.started = time.perf_counter()
        self.pid, self._screen = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                os.execvpe(started_by[0], started_by, dict(environment))
            finally:
                os._exit(127)
        os.close(told)
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._screen)
        os.close(self._pipe)

    @property
    def text(self) -> str:
        """What was painted, in the order in which it came, without what moves and colours it."""
        return _ESCAPES.sub("", self._painted.decode(errors="ignore"))

    def press(self, keys: str) -> float:
        """Sends keys; when they went."""
        self._pressed = time.perf_counter()
        os.write(self._screen, keys.encode())
        return self._pressed

    def until(self, reached: Callable[[], bool], patience: float = _PATIENCE) -> float:
        """Takes in what comes until ``reached``; when the last paint before that came.

        Raises:
            GoneError: it did not come to that.
        """
        end = time.perf_counter() + patience
        while not reached():
            if time.perf_counter() > end:
                raise GoneError(self.text[-2000:])
            self._take_in(0.02)
        return self.last_paint

    def until_painted(self, words: str, patience: float = _PATIENCE) -> float:
        """When these words stood on the screen; they are looked for in all that came since the last ``forget``."""
        return self.until(lambda: words in self.text, patience)

    def until_quiet(self) -> float:
        """Waits until nothing has been pressed or painted for a while; when the last paint came."""
        while time.perf_counter() - max(self.last_paint, self._pressed) < QUIET:
            self._take_in(0.01)
        return self.last_paint

    def forget(self) -> None:
        """Looks from now on only at what comes."""
        self._painted = b""
        self.heard.clear()

    def peak_memory(self) -> float | None:
        """Its largest resident memory up to now, in MB; None where the system does not tell.

        Not the ``ru_maxrss`` of its end: Linux counts into that what the process was before it became this program.
        """
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return None
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        return int(found[1]) / 1024 if found else None

    def _take_in(self, seconds: float) -> None:
        ready, _, _ = select.select([self._screen, self._pipe], [], [], seconds)
        if self._screen in ready:
            try:
                data = os.read(self._screen, 1 << 16)
            except OSError:
                data = b""
            if not data:
                raise GoneError(self.text[-2000:])
            self.last_paint = time.perf_counter()
            self._painted += data
        if self._pipe in ready:
            *whole, self._rest = (self._rest + os.read(self._pipe, 1 << 16)).split(b"\n")
            self.heard += [json.loads(line) for line in whole]
