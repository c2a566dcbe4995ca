"""``serve`` as a command: what it refuses, and that nobody else pays for it."""

import importlib.util
import socket
from importlib.machinery import ModuleSpec

import pytest

from tests.tui.commanding import process
from tui.commands.serve import LIBRARIES

INSTALLED = all(importlib.util.find_spec(name) for name in LIBRARIES)
needs_extra = pytest.mark.skipif(not INSTALLED, reason="the extra 'serve' is not installed")


@pytest.mark.parametrize(("lang", "told"), [("ja", "requirements/serve.txt"), ("en", "requirements/serve.txt")])
def test_without_its_libraries_it_says_how_to_get_them(
    lang: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.cli import main

    found = importlib.util.find_spec

    def hidden(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name in LIBRARIES else found(name, package)

    monkeypatch.setattr("tui.commands.serve.find_spec", hidden)
    assert main(["serve", "--lang", lang]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert len(err.splitlines()) == 1


def test_no_other_command_loads_any_of_it() -> None:
    code = (
        "import sys; from tui.cli import main; main(['questions']);"
        f"print([m for m in (*{LIBRARIES!r}, 'tui.serve') if m in sys.modules], file=sys.stderr)"
    )
    assert process(code=code).err.strip() == "[]"


@needs_extra
@pytest.mark.parametrize("host", ["example.jp", "127.0.0.1:80", "", "1.2.3"])
def test_a_name_is_no_address(host: str) -> None:
    ran = process("serve", "--host", host, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "no address to listen at" in ran.err


@needs_extra
def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = process("serve", "--port", str(taken.getsockname()[1]), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "of 127.0.0.1 cannot be used" in ran.err


@needs_extra
@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_is_a_port(port: str) -> None:
    assert process("serve", "--port", port).code == 2


@needs_extra
def test_an_address_of_another_computer_is_told_apart_from_a_port() -> None:
    ran = process("serve", "--host", "192.0.2.1", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "no address of this computer" in ran.err
    assert "port" not in ran.err
