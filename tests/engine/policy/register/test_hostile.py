"""Files made to hang, burst or mislead: no crash, bounded time and memory, and a clear word about each."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.model.problem import Problem, ShusekiError
from engine.model.register import ExistingMeasure, UnreadRow
from engine.policy.register import read_register
from tests.engine.policy.register.hostile import HEAVY, LIGHT, make, mixed

ROOT = Path(__file__).resolve().parents[4]
SECONDS = 5.0
MEGABYTES = 300
FILES = 200

# Reads files named on stdin one by one and tells of each. Time is the processor's: a busy machine does not count.
READER = """
import json, re, sys, time
from engine.model.problem import Problem, ShusekiError
from engine.model.register import ExistingMeasure, UnreadRow
from engine.policy.register import read_register
for path in map(str.strip, sys.stdin):
    began, codes, crash = time.process_time(), [], ""
    try:
        register = read_register(path)
        codes = [problem.code for problem in register.notices]
    except ShusekiError as error:
        codes = [problem.code for problem in error.problems]
    except BaseException as error:
        crash = repr(error)
    # Of this program alone: the peak that getrusage tells begins with that of whoever started it.
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
    told = {"path": path, "seconds": time.process_time() - began, "peak": peak, "codes": codes, "crash": crash}
    print(json.dumps(told), flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
def test_two_hundred_hostile_files(tmp_path: Path) -> None:
    told = [outcome for first in range(0, FILES, 20) for outcome in read_batch(tmp_path, range(first, first + 20))]
    assert len(told) == FILES
    assert [outcome for outcome in told if outcome["crash"]] == []
    assert [outcome for outcome in told if outcome["seconds"] > SECONDS] == []
    assert [outcome for outcome in told if outcome["peak"] > MEGABYTES] == []


def read_batch(folder: Path, seeds: range) -> list[dict[str, Any]]:
    """What a process of its own made of the files; a watchdog ends it where it hangs."""
    paths = [make(folder, seed) for seed in seeds]
    command = [sys.executable, "-c", READER]
    named = "\n".join(map(str, paths))
    done = subprocess.run(command, input=named, capture_output=True, text=True, cwd=ROOT, timeout=300, check=True)
    for path in paths:
        path.unlink()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("seed", range(3 * len(LIGHT)))
def test_a_light_sample(tmp_path: Path, seed: int) -> None:
    assert outcome(make(tmp_path, seed, LIGHT))


@pytest.mark.parametrize("seed", range(40))
def test_mixtures(tmp_path: Path, seed: int) -> None:
    assert outcome(make(tmp_path, seed, (mixed,)))


def outcome(path: Path) -> tuple[Problem | ExistingMeasure | UnreadRow, ...]:
    """What came of a file: something, in any case."""
    try:
        register = read_register(path)
    except ShusekiError as error:
        return error.problems
    return (*register.measures, *register.unread, *register.notices)


SAID = {
    "blank_rows": {"cells_below"},
    "bursting": {"workbook_bursts", "no_table", "rows_left", "text_cut"},
    "many_entries": {"workbook_bursts"},
    "merges": {"unread_left"},
    "deep": {"workbook_broken"},
    "many_sheets": {"sheets_left"},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SAID)
def test_what_is_said_of_the_heavy(tmp_path: Path, name: str) -> None:
    """Some seeds of a kind are harmless: then nothing is said."""
    (maker,) = (maker for maker in HEAVY if maker.__name__ == name)
    said: set[str] = set()
    for seed in range(2):
        try:
            said |= {problem.code for problem in read_register(make(tmp_path, seed, (maker,))).notices}
        except ShusekiError as error:
            said |= {problem.code for problem in error.problems}
    assert said <= SAID[name]
