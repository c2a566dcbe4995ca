"""The commands: what each prints, where, and with which exit code."""

import json
from pathlib import Path

import jsonschema
import pytest

from engine.book import load
from engine.store.answer_file import read_file
from tests.tui.commanding import ROOT, shuseki

BOOK = load()
LANGS = ("ja", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_advise_prints_the_report(lang: str) -> None:
    ran = shuseki("advise", "--example", "kitakami", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ("北上川流域" if lang == "ja" else "Kitakami") in ran.out[:120]


@pytest.mark.parametrize("lang", LANGS)
def test_a_language_named_before_the_command_holds_for_it_too(lang: str) -> None:
    other = LANGS[lang == LANGS[0]]
    asked = shuseki("examples", "--lang", lang).out
    assert shuseki("--lang", lang, "examples").out == asked
    assert shuseki("--lang", other, "examples", "--lang", lang).out == asked


def test_advise_reads_a_file_and_standard_input_alike(tmp_path: Path) -> None:
    data = (ROOT / "knowledge/examples/sakaki.yaml").read_text(encoding="utf-8")
    (tmp_path / "坂城.yaml").write_text(data, encoding="utf-8")
    from_file = shuseki("advise", str(tmp_path / "坂城.yaml"), "--lang", "ja")
    assert from_file.code == 0
    assert shuseki("advise", "-", "--lang", "ja", typed=data).out == from_file.out


def test_columns_set_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, shuseki("advise", "--example", "sakaki", "--lang", "en").out.splitlines())) <= 60


@pytest.mark.parametrize("example", sorted(BOOK.examples))
def test_json_is_what_the_schema_says(example: str) -> None:
    schema = json.loads((ROOT / "docs/schema/assessment.schema.json").read_text(encoding="utf-8"))
    found = json.loads(shuseki("advise", "--example", example, "--format", "json").out)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert {"digest", "knowledge_version", "as_of", "type", "phases", "recommendations", "unanswered"} <= found.keys()
    assert all("for" in v for support in found["type"]["support"] for v in support["viewpoints"])


def test_the_published_schema_is_the_current_one() -> None:
    published = (ROOT / "docs/schema/assessment.schema.json").read_text(encoding="utf-8")
    assert shuseki("schema").out == published


def test_markdown() -> None:
    assert shuseki("advise", "--example", "sakaki", "--format", "md", "--lang", "en").out.startswith("# Assessment")


def test_output_goes_to_a_file_and_never_over_one(tmp_path: Path) -> None:
    target = tmp_path / "診断.md"
    arguments = ("advise", "--example", "sakaki", "--format", "md", "--lang", "ja", "-o", str(target))
    assert shuseki(*arguments).code == 0
    first = target.read_text(encoding="utf-8")
    refused = shuseki(*arguments[:2], "kitakami", *arguments[3:])
    assert (refused.code, refused.out) == (2, "")
    assert "診断.md" in refused.err
    assert target.read_text(encoding="utf-8") == first
    assert shuseki(*arguments[:2], "kitakami", *arguments[3:], "--force").code == 0
    assert target.read_text(encoding="utf-8") != first


def test_questions_as_json() -> None:
    found = json.loads(shuseki("questions", "--json").out)
    assert [q["id"] for q in found] == [q.id for q in BOOK.ordered_questions]
    wanted = {"id", "section", "kind", "options", "text", "help", "why", "applies_when", "relevant_to"}
    assert all(wanted <= q.keys() and {"ja", "en"} == q["text"].keys() for q in found)


def test_questions_of_one_section() -> None:
    ran = shuseki("questions", "--section", "scope", "--lang", "en")
    assert ran.out.startswith("## Scope (scope)")
    assert ran.out.count("## ") == 1


def test_examples() -> None:
    assert [line.split()[0] for line in shuseki("examples").out.splitlines()] == list(BOOK.examples)
    assert {one["id"] for one in json.loads(shuseki("examples", "--json").out)} == set(BOOK.examples)


@pytest.mark.parametrize(
    "target", ["type", "B", "PH.B.2", "MS.B.vision", "NPD.2", "MDIR.3", "renewal", "CAU.selection"]
)
def test_explain(target: str) -> None:
    ran = shuseki("explain", "--example", "kitakami", target, "--lang", "ja")
    assert (ran.code, ran.err) == (0, "")
    assert "規則" in ran.out


def test_explain_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("cluster: {name: x}\nas_of: 2026-04-01\nanswers: {manufacturing: yes}\n", encoding="utf-8")
    assert shuseki("explain", str(path), "A-1").code == 0


def test_import_and_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path}/s.db")
    name = shuseki("import", str(ROOT / "knowledge/examples/sakaki.yaml")).out.strip()
    assert shuseki("export").out == f"{name}  {BOOK.examples['sakaki'].cluster.name}\n"
    target = tmp_path / "out.yaml"
    assert shuseki("export", name, "-o", str(target)).code == 0
    assert read_file(target, BOOK)[0] == BOOK.examples["sakaki"]


def test_version_is_short() -> None:
    ran = shuseki("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("shuseki ")


@pytest.mark.parametrize("lang", LANGS)
def test_help_is_in_the_language(lang: str) -> None:
    ran = shuseki("--help", "--lang", lang)
    assert ran.code == 0
    assert ("回答ファイル" in ran.out) is (lang == "ja")
    assert ("Options" in ran.out) is (lang == "en")


def test_the_language_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_LANG", "ja")
    assert "坂城町" in shuseki("advise", "--example", "sakaki").out.splitlines()[0]
    monkeypatch.delenv("SHUSEKI_LANG")
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "坂城町" in shuseki("advise", "--example", "sakaki").out.splitlines()[0]
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "Sakaki" in shuseki("advise", "--example", "sakaki").out.splitlines()[0]


def test_without_a_terminal_the_screen_gives_a_hint() -> None:
    ran = shuseki("--lang", "ja")
    assert (ran.code, ran.out) == (2, "")
    assert "shuseki advise FILE" in ran.err
