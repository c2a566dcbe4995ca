"""Whole processes, as a person at a prompt waits for them, beside a Python that does nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.timing import against, heading, take_turns

_BARE = "python -c pass"
_SHUSEKI = Path(sys.executable).with_name("shuseki")
_COMMANDS: dict[str, list[str]] = {
    _BARE: [sys.executable, "-c", "pass"],
    "python -c 'import textual.app'": [sys.executable, "-c", "import textual.app"],
    "shuseki --version": [str(_SHUSEKI), "--version"],
    "shuseki advise --example kitakami": [str(_SHUSEKI), "advise", "--example", "kitakami"],
}


def show(repeat: int, cache: Path) -> None:
    """Time them with a kept book, as from the second start on."""
    heading("Whole processes", "The book is kept from an earlier start, as it is from the second start on.")
    environment = {**os.environ, "SHUSEKI_CACHE_DIR": str(cache)}
    jobs = {name: _job(command, environment) for name, command in _COMMANDS.items()}
    for name, job in list(jobs.items()):
        if (code := job()) != 0:
            print(f"{name}: left out, it ended with {code}")
            del jobs[name]
    against(take_turns(jobs, repeat), _BARE)


def _job(command: list[str], environment: dict[str, str]) -> Callable[[], int | str]:
    def job() -> int | str:
        try:
            done = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
        except OSError as error:
            return str(error)
        return done.returncode

    return job
