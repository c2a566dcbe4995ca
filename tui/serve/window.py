"""One window: a process of the terminal interface, fed with keys and read for what it paints. No shell is involved."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from engine.model.text import Lang
from tui.serve.messages import Looked, Resized, Typed

DRIVER = "tui.serve.driver:ServedDriver"
READY = b"__GANGLION__\n"
"""The line with which Textual's driver begins to speak in packets."""
LARGEST = 1 << 24
"""Largest packet taken from the process, in bytes; a screen is a thousandth of it."""
_OF_A_TERMINAL = ("NO_COLOR", "TEXTUAL", "TEXTUAL_LOG")
PATIENCE = 3.0
"""Seconds that a process is given to end by itself, and again to end when told to."""


def command(lang: Lang) -> list[str]:
    """The whole command line. Nothing in it comes from a request; ``-P`` keeps the current folder out of imports."""
    return [sys.executable, "-P", "-m", "tui.serve.child", lang]


def environment(width: int, height: int) -> dict[str, str]:
    """The server's environment, less what is about its terminal, with what Textual needs to paint into a pipe."""
    here = str(Path(__file__).parents[2])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **{name: value for name, value in os.environ.items() if name not in _OF_A_TERMINAL},
        "PYTHONPATH": os.pathsep.join(paths),
        "TEXTUAL_DRIVER": DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }


class Window:
    """A running process; ``painted`` is given what it paints, as bytes for a terminal."""

    def __init__(self, process: Process, painted: Callable[[bytes], Awaitable[None]]) -> None:
        self.process = process
        self._painted = painted

    @classmethod
    async def open(cls, lang: Lang, size: tuple[int, int], painted: Callable[[bytes], Awaitable[None]]) -> "Window":
        """Start the process. Its own session keeps Ctrl+C at the server's terminal from reaching it too early."""
        process = await asyncio.create_subprocess_exec(
            *command(lang), stdin=PIPE, stdout=PIPE, env=environment(*size), start_new_session=True
        )
        return cls(process, painted)

    async def take(self, message: Typed | Resized | Looked) -> None:
        """Hand a message of the page to the process."""
        match message:
            case Typed(text):
                await self._send(b"D", text.encode("utf-8", "replace"))
            case Resized(width, height):
                await self._tell({"type": "resize", "width": width, "height": height})
            case Looked(at):
                await self._tell({"type": at})

    async def paint(self) -> None:
        """Pass on what the process paints until it ends. Its files and links for the browser are not passed on."""
        out = self.process.stdout
        assert out is not None
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while await out.readline() not in (READY, b""):
                pass
            while True:
                head = await out.readexactly(5)
                size = int.from_bytes(head[1:], "big")
                if size > LARGEST:
                    return
                body = await out.readexactly(size)
                if head[:1] == b"D":
                    await self._painted(body)

    async def close(self) -> None:
        """End the process: ask it, tell it, make it."""
        await self._tell({"type": "quit"})
        if self.process.stdin is not None:
            self.process.stdin.close()
        for harder in (self.process.terminate, self.process.kill):
            if await self._ended():
                return
            with suppress(ProcessLookupError):
                harder()
        await self.process.wait()

    async def _ended(self) -> bool:
        """Whether it ends within a while; what it still paints is thrown away, as it could not end otherwise."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while self.process.stdout is not None and await self.process.stdout.read(1 << 16):
                    pass
                await self.process.wait()
        return self.process.returncode is not None

    async def _tell(self, what: dict[str, str | int]) -> None:
        await self._send(b"M", json.dumps(what).encode())

    async def _send(self, kind: bytes, body: bytes) -> None:
        pipe = self.process.stdin
        with suppress(ConnectionError, RuntimeError):
            if pipe is not None and not pipe.is_closing():
                pipe.write(kind + len(body).to_bytes(4, "big") + body)
                await pipe.drain()
