"""Tells on stderr how far a batch is: a bar on a terminal, a plain line now and then elsewhere."""

import sys
import time
from typing import TextIO

from engine.model.text import Lang
from tui.words import gaps_batch as words

_WIDTH = 30
_OFTEN = 0.1
"""Seconds between two paintings of the bar."""
_PARTS = 10
"""Plain lines in all, whatever the number of jobs."""


class Progress:
    """Counts what is done. ``stream`` is standard error unless told otherwise."""

    def __init__(self, total: int, lang: Lang, stream: TextIO | None = None) -> None:
        self._total = total
        self._lang: Lang = lang
        self._stream = stream or sys.stderr
        self._bar = self._stream.isatty()
        self._begun = self._painted = time.monotonic()
        self._told = 0

    def done(self, count: int) -> None:
        """``count`` of all are done."""
        if self._bar:
            self._paint(count)
        elif (part := count * _PARTS // self._total) > self._told:
            self._told = part
            print(words.done(count, self._total, self._lang), file=self._stream, flush=True)

    def _paint(self, count: int) -> None:
        now = time.monotonic()
        if now - self._painted < _OFTEN and count < self._total:
            return
        self._painted = now
        filled = _WIDTH * count // self._total
        left = (now - self._begun) / max(count, 1) * (self._total - count)
        bar = "#" * filled + "." * (_WIDTH - filled)
        self._stream.write(f"\r\x1b[K[{bar}] {words.done(count, self._total, self._lang, left)}")
        self._stream.flush()

    def end(self) -> None:
        """Leave the line of the bar; what is told next stands by itself."""
        if self._bar:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
