"""The command line as a process: what it loads, how it ends when nobody reads on, what it prints into a pipe."""

import subprocess
import sys

import pytest

from tests.tui.commanding import ROOT, process

LOADED = """
import sys
from tui.cli import main
code = main({arguments!r})
heavy = [name for name in {heavy!r} if name in sys.modules]
print(heavy, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        (["--version"], ["typer", "pydantic", "yaml", "textual", "sqlalchemy"]),
        (["advise", "--example", "kitakami"], ["textual", "sqlalchemy", "rapidfuzz", "rich.console"]),
        (["advise", "knowledge/examples/sakaki.yaml"], ["textual", "sqlalchemy", "rapidfuzz", "rich.console"]),
    ],
)
def test_nothing_heavy_is_loaded(arguments: list[str], heavy: list[str]) -> None:
    process("advise", "--example", "kitakami")
    ran = process(code=LOADED.format(arguments=arguments, heavy=heavy))
    assert (ran.code, ran.err.strip()) == (0, "[]")


def test_a_reader_that_stops_is_no_error() -> None:
    command = [sys.executable, "-m", "tui.cli", "advise", "--example", "kitakami", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
        assert (running.wait(60), told) == (0, b"")


def test_a_pipe_gets_utf8_whatever_the_locale() -> None:
    ran = process("advise", "--example", "sakaki", "--lang", "ja", LC_ALL="C", PYTHONIOENCODING="", PYTHONUTF8="0")
    assert ran.out.startswith("産業集積の診断")


def test_without_a_command_a_pipe_gets_a_hint() -> None:
    ran = process(SHUSEKI_LANG="en")
    assert (ran.code, ran.out) == (2, "")
    assert "shuseki advise FILE" in ran.err


@pytest.mark.parametrize("form", ["text", "docx"])
@pytest.mark.parametrize(("where", "told"), [(">&-", "closed"), (">/dev/full", "disk is full")])
def test_output_that_cannot_be_written_is_told(form: str, where: str, told: str) -> None:
    command = f"{sys.executable} -m tui.cli advise --example sakaki --lang en --format {form} {where}"
    ran = subprocess.run(["/bin/sh", "-c", command], stderr=subprocess.PIPE, cwd=ROOT, timeout=120, check=False)
    lines = ran.stderr.decode().splitlines()
    assert (ran.returncode, len(lines)) == (2, 1)
    assert told in lines[0]
