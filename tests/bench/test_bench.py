"""`make bench` runs to its end and all engines agree; how long it takes is nobody's business here."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_bench_runs_and_the_engines_agree() -> None:
    few = ("--repeat", "1", "--processes", "1", "--answers", "5", "--consultations", "12")
    command = [sys.executable, "-m", "tests.bench", *few]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the same in every engine" in done.stdout
    assert "Whole processes" in done.stdout
    assert "Mapping: invented registers" in done.stdout
    assert "12 checked" in done.stdout
    assert re.search(r"^first question +1 .* met$", done.stdout, re.MULTILINE | re.IGNORECASE)
    assert re.search(r"^key to repainted +[1-5] .* met$", done.stdout, re.MULTILINE | re.IGNORECASE)
