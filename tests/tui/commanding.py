"""Runs the command line in this process or in one of its own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """How a command went."""

    code: int
    out: str
    err: str


def shuseki(*arguments: str, typed: str = "") -> Ran:
    """Run ``main`` here, with ``typed`` on standard input."""
    from tui.cli import main

    out, err = io.StringIO(), io.StringIO()
    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main(list(arguments))
    finally:
        sys.stdin = stdin
    return Ran(code, out.getvalue(), err.getvalue())


def process(*arguments: str, code: str = "", **environment: str) -> Ran:
    """Run it as a process of its own; ``code`` instead of the command line, if given."""
    command = [sys.executable, *(["-c", code] if code else ["-m", "tui.cli", *arguments])]
    given = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    done = subprocess.run(command, capture_output=True, cwd=ROOT, env=given, timeout=120, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
