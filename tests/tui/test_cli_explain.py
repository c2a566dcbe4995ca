"""The command ``explain``: formats, depth, questions, the list of ids, and what is refused."""

import json
from pathlib import Path

import pytest

from engine.analysis.explanation import targets
from engine.book import load
from engine.model.explanation import Explanation
from tests.tui.commanding import shuseki

LANGS = ("ja", "en")
OF_SAKAKI = ("explain", "--example", "sakaki")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "target", ["type", "phase", "PH.A-1.1:core_involved", "IND.chem", "IND.chem.dev1", "scope", "kitakami", "MDIR.1"]
)
def test_any_conclusion(target: str, lang: str) -> None:
    ran = shuseki(*OF_SAKAKI, target, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ("成り立つ" if lang == "ja" else "holds") in ran.out


def test_a_question_tells_why_it_is_asked() -> None:
    ran = shuseki(*OF_SAKAKI, "core_company", "--lang", "en")
    assert ran.code == 0
    assert "Bears on: the type" in ran.out


def test_json_is_the_tree() -> None:
    ran = shuseki(*OF_SAKAKI, "A-1", "--format", "json")
    found = Explanation.model_validate_json(ran.out)
    assert (found.about, found.standing) == ("A-1", "open")
    assert found.model_dump(mode="json") == json.loads(ran.out)


def test_markdown_and_depth() -> None:
    assert shuseki(*OF_SAKAKI, "A-2", "--format", "md", "--lang", "en").out.startswith("# (o)")
    whole, cut = (shuseki(*OF_SAKAKI, "A-2", *more).out for more in ((), ("--depth", "1")))
    assert len(cut) < len(whole)
    assert shuseki(*OF_SAKAKI, "A-2", "--depth", "-1").code == 2


def test_the_list_gives_every_id() -> None:
    ran = shuseki("explain", "--list", "--lang", "ja")
    assert ran.code == 0
    assert [line.split("  ")[0] for line in ran.out.splitlines()] == list(targets(load()))


def test_a_wrong_id_is_refused_with_the_nearest_and_the_way_to_the_list() -> None:
    ran = shuseki(*OF_SAKAKI, "MS.A-1.visoin", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert 'Did you mean "MS.A-1.vision"?' in ran.err
    assert "shuseki explain --list" in ran.err


def test_what_is_missing_or_too_much_is_told() -> None:
    assert "CONCLUSION" in shuseki("explain", "--lang", "en").err
    assert shuseki("explain", "a.yaml", "b.yaml", "type", "--lang", "en").code == 2
    assert shuseki(*OF_SAKAKI, "type", "--format", "docx").code == 2


def test_an_empty_file_leaves_the_type_open(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("cluster: {name: x}\nas_of: 2026-04-01\nanswers: {}\n", encoding="utf-8")
    assert shuseki("explain", str(path), "A-1", "--lang", "ja").out.startswith("(?) ")
