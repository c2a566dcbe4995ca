"""The blocks of real output in README.md: reads them, and with ``python -m tests.docs.readme`` writes them anew.

A block follows a comment that names its command. It holds excerpts of what the command prints, in order, with a line
``…`` between them. Written anew, an excerpt begins at the same first line and keeps its number of lines.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
CUT = "…"
FINDINGS = 1
"""The exit code of a command that has something to tell of."""
_BLOCK = re.compile(r"(<!-- output: shuseki ([^\n]+) -->\n```text\n)(.*?)(^```$)", re.MULTILINE | re.DOTALL)
# What differs with every change of the knowledge, and with what is installed.
_CHANGING = re.compile(r"\b[0-9a-f]{16}\b|\b[0-9a-f]{12}\b|\bdurable_rules\b|\bbits\b")


class Block(NamedTuple):
    """A command and the excerpts of its output that are shown."""

    command: str
    excerpts: tuple[tuple[str, ...], ...]


def blocks() -> list[Block]:
    """Every block of README.md."""
    return [Block(found[2], excerpts(found[3])) for found in _BLOCK.finditer(README.read_text("utf-8"))]


def excerpts(text: str) -> tuple[tuple[str, ...], ...]:
    """The parts of a block between its cuts."""
    parts: list[list[str]] = [[]]
    for line in text.splitlines():
        if line == CUT:
            parts.append([])
        else:
            parts[-1].append(line)
    return tuple(tuple(part) for part in parts if part)


def printed(command: str) -> tuple[str, ...]:
    """The lines that the program prints for a command, at the default width."""
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    done = subprocess.run(
        [str(Path(sys.executable).with_name("shuseki")), *command.split()],
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    if done.returncode not in (0, FINDINGS):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return tuple(done.stdout.splitlines())


def steady(line: str) -> str:
    """A line without digests, versions and the evaluator's name."""
    return _CHANGING.sub("*", line)


def place(excerpt: tuple[str, ...], lines: tuple[str, ...], start: int = 0) -> int | None:
    """Where in the output an excerpt stands, line for line; None where it does not."""
    wanted, given = [steady(line) for line in excerpt], [steady(line) for line in lines]
    found = (at for at in range(start, len(given)) if given[at : at + len(wanted)] == wanted)
    return next(found, None)


def _anew(found: re.Match[str]) -> str:
    lines, at, parts = printed(found[2]), 0, []
    for excerpt in excerpts(found[3]):
        first = place(excerpt[:1], lines, at)
        if first is None:
            raise SystemExit(f"{found[2]}: no line reads {excerpt[0]!r} any more; choose another beginning by hand")
        at = first + len(excerpt)
        parts.append("\n".join(lines[first:at]))
    return found[1] + f"\n{CUT}\n".join(parts) + "\n" + found[4]


if __name__ == "__main__":
    README.write_text(_BLOCK.sub(_anew, README.read_text("utf-8")), "utf-8")
