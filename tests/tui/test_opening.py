"""What opens the terminal interface at once, and what is left to the commands."""

import subprocess
import sys

import pytest

from tui.opening import Opening, opening


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], Opening()),
        (["--"], Opening()),
        (["--plain"], Opening(plain=True)),
        (["--lang", "en"], Opening("en")),
        (["--lang=ja", "--plain"], Opening("ja", plain=True)),
        (["--lang", "ja", "--lang", "en"], Opening("en")),
    ],
)
def test_options_of_the_terminal_interface(arguments: list[str], asked: Opening) -> None:
    assert opening(arguments) == asked


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["advise"], ["--lang"], ["--lang", "fr"], ["--lang="], ["--plain", "check"], ["-x"], ["--", "advise"]],
)
def test_everything_else_is_left_to_the_commands(arguments: list[str]) -> None:
    assert opening(arguments) is None


def test_without_a_command_nothing_of_the_commands_is_loaded() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, tui.cli, tui.opening, tui.app; print('typer' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
