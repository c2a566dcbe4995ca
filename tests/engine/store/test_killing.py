"""Killed at any moment, a consultation keeps every acknowledged change, and its database opens every time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
KILLING = Path(__file__).with_name("killing.py")
ROOT = Path(__file__).parents[3]


def start(folder: Path, seed: int, rounds: int, journal: str) -> "subprocess.Popen[str]":
    folder.mkdir()
    command = [sys.executable, "-W", "ignore", str(KILLING), str(folder), str(seed), str(rounds), journal]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def survived(running: "subprocess.Popen[str]") -> dict[str, int]:
    out, err = running.communicate()
    assert running.returncode == 0, err
    found: dict[str, int] = json.loads(out)
    return found


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_twenty_times(tmp_path: Path, journal: str) -> None:
    found = survived(start(tmp_path / journal, 2026, 20, journal))
    assert found["rounds"] == 20
    assert found["acknowledged"] > 0


@pytest.mark.slow
def test_five_hundred_times(tmp_path: Path) -> None:
    """With a log on a disk of one's own, and with a rollback journal as on a share; the two side by side."""
    both = [start(tmp_path / "wal", 1, 340, "wal"), start(tmp_path / "delete", 2, 160, "delete")]
    found = [survived(running) for running in both]
    assert sum(each["rounds"] for each in found) == 500
    # That it was killed at every kind of moment: in opening, between two changes, and within one.
    for each in found:
        assert each["acknowledged"] > each["rounds"]
        assert each["killed_in_opening"] > 0
        assert each["under_way_kept"] > 0
