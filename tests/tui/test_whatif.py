"""``whatif`` on the command line."""

import json
from pathlib import Path

import pytest

from tests.tui.commanding import ROOT, shuseki


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_type_and_phase_by_default(lang: str) -> None:
    ran = shuseki("whatif", "--example", "sakaki", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n## ") == 2
    assert ("どの変更も省けません" if lang == "ja" else "every change is needed") in ran.out


def test_a_file_and_a_target(tmp_path: Path) -> None:
    data = (ROOT / "knowledge/examples/sakaki.yaml").read_text(encoding="utf-8")
    (tmp_path / "sakaki.yaml").write_text(data, encoding="utf-8")
    ran = shuseki("whatif", str(tmp_path / "sakaki.yaml"), "type", "--lang", "ja")
    assert ran.code == 0
    assert ran.out == shuseki("whatif", "--example", "sakaki", "type", "--lang", "ja").out
    assert ran.out == shuseki("whatif", "-", "type", "--lang", "ja", typed=data).out


def test_towards() -> None:
    ran = shuseki("whatif", "--example", "sakaki", "--towards", "PH.A-2.complete", "--format", "json")
    (found,) = json.loads(ran.out)
    assert (found["target"], found["towards"], found["present"], found["exact"]) == ("A-2", "complete", "3", True)
    assert {change["question"] for change in found["found"][0]["changes"]} == {
        "a2_vision", "a2_frontier", "a2_innovation"
    }  # fmt: skip


def test_markdown() -> None:
    assert shuseki("whatif", "--example", "sakaki", "--format", "md", "--lang", "ja").out.startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--example", "sakaki", "typ"), '"type"'),
        (("--example", "sakaki", "--towards", "PH.A2.3"), '"PH.A-2.3"'),
        (("--example", "sakaki", "MS.B.env", "--towards", "A-1"), "no outcome"),
        (("--example", "sakaki", "type", "more"), '"more"'),
        (("--example", "sakaki", "--format", "pdf"), "pdf"),
        (("--example", "nowhere"), "nowhere"),
        ((), "answer file"),
        (("no_such_file.yaml",), "no_such_file.yaml"),
    ],
)
def test_misuse_is_told(arguments: tuple[str, ...], words: str) -> None:
    ran = shuseki("whatif", *arguments, "--lang", "en")
    assert ran.code != 0
    assert ran.out == ""
    assert words in ran.err
    assert "Traceback" not in ran.err
