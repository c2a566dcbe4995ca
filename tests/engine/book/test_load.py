"""Loading: a valid book comes out whole; what is wrong is told with file, line and remedy, all at once."""

from pathlib import Path

import pytest

from engine.book import load
from engine.model.problem import ShusekiError
from engine.model.rules import Stage

from .conftest import ITEM, Tiny


def test_a_valid_book_comes_out_whole(tiny: Tiny) -> None:
    book = tiny.load()
    assert sorted(book.types) == ["A", "A-1", "A-2", "B"]
    assert book.measures["MS.B.infra"].phases == ("PH.B.1",)
    assert [rule.id for rule in book.rules] == [
        "findings/firms/one",
        "type/VP1/one",
        "phase/PH.B.1/one",
        "cautions/reading/one",
    ]
    assert [rule.stage for rule in book.rules] == [Stage.FINDINGS, Stage.TYPE, Stage.PHASE, Stage.CAUTIONS]


def test_version_is_of_the_content_only(tiny: Tiny, tmp_path: Path) -> None:
    before = tiny.load().version
    assert len(before) == 12
    tiny.write("knowledge/types/A.yaml", b"\xef\xbb\xbf# a comment\r\n" + ITEM.replace("\n", "\r\n").encode())
    assert tiny.load().version == before
    tiny.replace("knowledge/types/A.yaml", "Summary.", "Another.")
    assert tiny.load().version != before


def test_version_is_the_same_in_another_folder(tiny: Tiny, tmp_path: Path) -> None:
    other = Tiny(tmp_path / "elsewhere")
    for path in sorted(tiny.folder.rglob("*.yaml"), reverse=True):
        other.write(str(path.relative_to(tiny.folder)), path.read_bytes())
    assert other.load().version == tiny.load().version


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "entry", "what"),
    [
        ("summary:", "sumary:", "schema_extra_forbidden", 2, "sumary", "The field 'sumary' is not known."),
        ("basis: stated", "basis: certain", "schema_enum", 3, "basis", "'certain' is not allowed"),
        ("ja: 題, ", "", "schema_missing", 1, "title.ja", "The field 'ja' is missing."),
        ("ja: 題", "ja: 5", "schema_string_type", 1, "title.ja", "'5' is not a text."),
        ("ja: 題", 'ja: " "', "schema_string_too_short", 1, "title.ja", "too short (at least 1"),
        ("語句", "語" * 26, "schema_string_too_long", 4, "citations[0].locator_ja", "too long (at most 25"),
        ("語句", '"語 句"', "schema_string_pattern_mismatch", 4, "citations[0].locator_ja", "does not have the form"),
        ("[{section: 2-2-5, locator_ja: 語句}]", "[]", "schema_too_short", 4, "citations", "at least 1"),
        ("summary: {", "hypothesis: 1\nsummary: {", "schema_bool_type", 2, "hypothesis", "neither true nor false."),
        ("summary: {", "id: A\nsummary: {", "id_in_file", 2, "id", "There is an id inside the file."),
        ("summary: {", "title: {\nsummary: {", "yaml_duplicate_key", 2, "title", "is written twice (first on line 1)"),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_model(
    tiny: Tiny, old: str, new: str, code: str, line: int, entry: str, what: str
) -> None:
    tiny.replace("knowledge/types/A.yaml", old, new)
    problem = next(p for p in tiny.problems() if p.code == code)
    assert (problem.code, problem.where.file, problem.where.line, problem.where.entry) == (
        code, "knowledge/types/A.yaml", line, entry,
    )  # fmt: skip
    assert what in problem.what.en


def test_an_unknown_field_suggests_the_nearest(tiny: Tiny) -> None:
    tiny.append("knowledge/types/A.yaml", "headlin: {text: {ja: 文, en: A.}, basis: stated}\n")
    assert tiny.problem().remedy.en == "Did you mean 'headline'?"


def test_an_unknown_field_within_a_condition_suggests_the_nearest(tiny: Tiny) -> None:
    tiny.replace(
        "rules/findings/firms.yaml", "{fact: core_company, is: true}", "{all: [{not: {fakt: core_company, is: true}}]}"
    )
    missing, unknown = tiny.problems()[:2]
    assert (missing.code, missing.where.entry) == ("schema_missing", "rules[0].when.all[0].not.fact")
    assert (unknown.where.line, unknown.where.entry) == (6, "rules[0].when.all[0].not.fakt")
    assert unknown.remedy.ja == "「fact」ではありませんか。"


def test_a_condition_without_a_form(tiny: Tiny) -> None:
    tiny.replace("rules/findings/firms.yaml", "{fact: core_company, is: true}", "{fact: core_company, equals: true}")
    problem = tiny.problems()[0]
    assert (problem.code, problem.where.entry) == ("schema_union_tag_not_found", "rules[0].when")
    assert "is, in, at_least" in problem.remedy.en


def test_a_rule_with_two_conclusions(tiny: Tiny) -> None:
    tiny.replace("rules/cautions/reading.yaml", "caution: CAU.read", "caution: CAU.read, finding: x")
    assert tiny.problem().where.entry == "rules[0].then"


def test_a_stage_that_is_not_the_folders(tiny: Tiny) -> None:
    tiny.replace("rules/cautions/reading.yaml", "stage: cautions", "stage: type")
    assert (tiny.problem().code, tiny.problem().where.line) == ("wrong_stage", 1)


def test_the_stage_need_not_be_written(tiny: Tiny) -> None:
    tiny.replace("rules/cautions/reading.yaml", "stage: cautions\n", "")
    assert tiny.load().rule["cautions/reading/one"].stage is Stage.CAUTIONS


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("knowledge/types/A.yaml", b"title: &t {ja: a}\n", "yaml_forbidden"),
        ("knowledge/types/A.yaml", "title: 型".encode("cp932"), "file_not_utf8"),
        ("knowledge/types/A.yaml", b"- 1\n", "schema_model_type"),
        ("knowledge/types/A.yaml", b"", "schema_model_type"),
        ("knowledge/types/A.yaml", b"#" * (2 << 20), "file_too_large"),
        ("knowledge/tipes/A.yaml", ITEM.encode(), "misplaced_file"),
        ("knowledge/types/deeper/A.yaml", ITEM.encode(), "misplaced_file"),
        ("knowledge/types/C.yml", ITEM.encode(), "misplaced_file"),
        ("rules/tyope/VP1.yaml", b"", "misplaced_file"),
        ("rules/stray.yaml", b"", "misplaced_file"),
    ],
)
def test_files_that_cannot_be_read(tiny: Tiny, name: str, content: bytes, code: str) -> None:
    tiny.write(name, content)
    problem = tiny.problem()
    assert (problem.code, problem.where.file) == (code, name)


def test_a_misplaced_file_suggests_the_folder(tiny: Tiny) -> None:
    tiny.write("knowledge/tipes/A.yaml", ITEM)
    assert tiny.problem().remedy.en == "Did you mean 'types'?"


def test_all_problems_are_told_at_once_and_each_once(tiny: Tiny) -> None:
    tiny.write("knowledge/types/A.yaml", b"title: [\n")
    tiny.replace("knowledge/measures/MS.B.infra.yaml", "actors: [municipality]", "actors: [town]")
    tiny.replace("rules/type/VP1.yaml", "finding: led", "finding: lead")
    tiny.write("rules/thresholds.yaml", "margin: 0\n")
    assert [(p.where.file, p.code) for p in tiny.problems()] == [
        ("knowledge/measures/MS.B.infra.yaml", "schema_enum"),
        ("knowledge/types/A.yaml", "yaml_syntax"),
        *[("rules/thresholds.yaml", "schema_missing")] * 3,
        ("rules/thresholds.yaml", "schema_greater_than_equal"),
        ("rules/thresholds.yaml", "schema_missing"),
        ("rules/thresholds.yaml", "schema_missing"),
        ("rules/type/VP1.yaml", "unknown_finding"),
    ]


def test_folders_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(ShusekiError) as caught:
        load(tmp_path / "none", tmp_path / "nothing", cache=None)
    assert [(p.code, p.where.file) for p in caught.value.problems] == [
        ("folder_missing", "knowledge"), ("folder_missing", "rules"),
    ]  # fmt: skip


def test_entries_that_cannot_be_opened(tiny: Tiny) -> None:
    (tiny.folder / "knowledge/types/A.yaml").unlink()
    (tiny.folder / "knowledge/types/A.yaml").mkdir()
    (tiny.folder / "knowledge/types/B.yaml").unlink()
    (tiny.folder / "knowledge/types/B.yaml").symlink_to("nowhere.yaml")
    codes = [(p.code, p.where.file) for p in tiny.problems()]
    assert ("file_unreadable", "knowledge/types/B.yaml") in codes
    assert ("missing_item", "knowledge/types/A.yaml") in codes


def test_without_thresholds_or_sections(tiny: Tiny) -> None:
    (tiny.folder / "rules/thresholds.yaml").unlink()
    (tiny.folder / "knowledge/sections.yaml").unlink()
    assert [(p.code, p.where.file) for p in tiny.problems()] == [
        ("file_missing", "knowledge/sections.yaml"), ("file_missing", "rules/thresholds.yaml"),
    ]  # fmt: skip


def test_every_problem_is_worded_in_both_languages(tiny: Tiny) -> None:
    tiny.write("knowledge/types/A.yaml", ITEM.replace("summary", "sumary").replace("stated", "certain"))
    for problem in tiny.problems():
        assert problem.tell("ja") != problem.tell("en")
        assert "{" not in problem.what.ja + problem.what.en
