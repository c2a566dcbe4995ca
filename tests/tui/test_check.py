"""The command ``check``: findings, accepted ones, the table of cells, the graph; as text and as JSON."""

import json
import time

import pytest

from engine.model.problem import Place, Problem
from engine.model.text import LocalizedText
from tests.tui.commanding import shuseki
from tui.commands import check

TEXT = LocalizedText(ja="誤り。", en="Wrong.")
FOUND = Problem(code="x", where=Place(file="knowledge/a.yaml", line=3), what=TEXT, remedy=TEXT)
REASON = LocalizedText(ja="理由", en="Because.")


def given(monkeypatch: pytest.MonkeyPatch, opened: int = 0, accepted: int = 0) -> None:
    found = (FOUND,) * opened, ((FOUND, REASON),) * accepted
    monkeypatch.setattr(check, "_found", lambda: found)


def test_it_finds_nothing_in_what_is_shipped() -> None:
    ran = shuseki("check", "--json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_it_exits_with_1_on_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, opened=1)
    assert (shuseki("check", "--lang", "en").code, shuseki("check", "--lang", "en").out) == (
        1,
        "knowledge/a.yaml:3: Wrong. Wrong.\n",
    )


def test_what_is_accepted_is_no_finding_and_is_listed_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, accepted=1)
    assert (shuseki("check", "--lang", "en").code, shuseki("check", "--lang", "en").out) == (0, "No findings.\n")
    everything = shuseki("check", "--all", "--lang", "en")
    assert everything.code == 0
    assert everything.out.endswith("knowledge/a.yaml:3: Wrong. Wrong. (Accepted: Because.)\n")
    assert json.loads(shuseki("check", "--json").out) == []
    assert [one["accepted"]["en"] for one in json.loads(shuseki("check", "--json", "--all").out)] == ["Because."]


def test_a_long_check_says_that_it_is_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow() -> tuple[tuple[()], tuple[()]]:
        time.sleep(0.2)
        return (), ()

    monkeypatch.setattr(check, "_PATIENCE", 0.001)
    monkeypatch.setattr(check, "_found", slow)
    ran = shuseki("check", "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (0, "No findings.\n", "Verifying...\n")


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "自治体 × モノ: MS.B.env"), ("en", "municipality × goods: MS.B.env")]
)
def test_the_table_of_cells(lang: str, words: str) -> None:
    ran = shuseki("check", "--cells", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert words in ran.out


def test_the_table_of_cells_as_json() -> None:
    cells = json.loads(shuseki("check", "--cells", "--json").out)
    assert len(cells) == 9 * 4 * 6
    assert all(bool(cell["measures"]) is (cell["reason"] is None) for cell in cells)


def test_the_graph_of_one_conclusion() -> None:
    assert shuseki("check", "--graph", "mermaid", "--about", "A-2").out.startswith("flowchart LR\n")
    assert shuseki("check", "--graph", "dot", "--about", "PH.B.2").out.startswith("digraph shuseki {\n")


@pytest.mark.parametrize(
    ("arguments", "named"), [(("--graph", "svg"), "mermaid"), (("--graph", "dot", "--about", "PH.B.9"), "PH.B.")]
)
def test_what_cannot_be_drawn_is_refused(arguments: tuple[str, ...], named: str) -> None:
    ran = shuseki("check", *arguments, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err
