"""``compare`` and ``scenario``: what they print, what they write, and misuse of them."""

import json
from pathlib import Path

import pytest

from engine.book import load
from engine.model.answers import Cluster
from engine.model.comparison import Comparison
from engine.store.answer_file import read_file, write_file
from engine.store.database import Store
from tests.tui.commanding import ROOT, Ran, shuseki

BOOK = load()
LANGS = ("ja", "en")


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path}/s.db")
    monkeypatch.chdir(tmp_path)


def saved(name: str = "保存した集積", example: str = "sakaki") -> str:
    with Store.open() as store:
        consultation = BOOK.examples[example]
        cluster = consultation.cluster.model_copy(update={"name": name, "name_en": ""})
        return store.import_consultation(consultation.model_copy(update={"cluster": cluster}))


def one_message(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    return line


# --- compare -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_comparison_says_why(lang: str) -> None:
    ran = shuseki("compare", "sakaki", "kitakami", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ("## なぜ違うか" if lang == "ja" else "## Why they differ") in ran.out
    question = BOOK.questions["growth_origin"].text.get(lang)
    assert question.split()[0] in ran.out


@pytest.mark.parametrize("lang", LANGS)
def test_an_example_against_itself_is_one_line(lang: str) -> None:
    ran = shuseki("compare", "example:kitakami", str(ROOT / "knowledge/examples/kitakami.yaml"), "--lang", lang)
    assert ran.code == 0
    (line,) = ran.out.splitlines()
    assert line.startswith("同じ内容" if lang == "ja" else "The same content")


def test_a_saved_consultation_by_id_by_name_and_by_scenario() -> None:
    id = saved()
    with Store.open() as store:
        branch = store.branch(id, "もしも")
        store.clear(branch, "growth_origin")
    by_id = shuseki("compare", id, branch, "--lang", "ja")
    assert by_id.code == 0
    assert "シナリオ「もしも」" in by_id.out
    assert f"{branch}  保存した集積 / もしも\n" in shuseki("export").out
    assert shuseki("compare", "保存した集積", "saved:もしも", "--lang", "ja").out == by_id.out
    assert shuseki("compare", f"saved:{id}", "example:sakaki", "--lang", "ja").out.startswith("同じ内容")


def test_a_file_comes_before_a_saved_name_and_that_before_an_example(tmp_path: Path) -> None:
    assert shuseki("compare", "kyoto", "example:kyoto", "--lang", "en").out.startswith("The same")
    saved("kyoto", "sakaki")
    assert shuseki("compare", "kyoto", "example:sakaki", "--lang", "en").out.startswith("The same")
    write_file(tmp_path / "kyoto", BOOK.examples["shunan"], BOOK)
    assert shuseki("compare", "kyoto", "example:shunan", "--lang", "en").out.startswith("The same")


def test_json_and_markdown(tmp_path: Path) -> None:
    found = json.loads(shuseki("compare", "sakaki", "kitakami", "--format", "json").out)
    assert Comparison.model_validate(found).causes[0].about == "type"
    assert shuseki("compare", "sakaki", "kitakami", "--format", "md", "--lang", "en").out.startswith("# Comparison: ")
    target = tmp_path / "out.md"
    arguments = ("compare", "sakaki", "kitakami", "--format", "md", "-o", str(target))
    assert (shuseki(*arguments).out, target.read_text("utf-8")[0]) == ("", "#")
    assert "out.md" in one_message(shuseki(*arguments))


def test_lines_keep_to_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.cells import cell_len

    for width in (80, 50):
        monkeypatch.setenv("COLUMNS", str(width))
        out = shuseki("compare", "sakaki", "kitakami", "--lang", "ja").out
        assert max(map(cell_len, out.splitlines())) <= width


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_found_is_told_with_where_it_was_looked_for(lang: str) -> None:
    saved("坂城の機械")
    told = one_message(shuseki("compare", "sakaky", "kitakami", "--lang", lang))
    assert "sakaki" in told
    assert ("ファイル、保存された相談、例" if lang == "ja" else "files, saved consultations, examples") in told
    assert "坂城の機械" in one_message(shuseki("compare", "saved:坂城の機", "kitakami", "--lang", lang))
    told = one_message(shuseki("compare", "saved:sakaki", "kitakami", "--lang", lang))
    assert ("のことですか" if lang == "ja" else "Did you mean") not in told


def test_a_name_that_two_have_is_told_with_their_ids() -> None:
    ids = {saved("同じ名前"), saved("同じ名前")}
    told = one_message(shuseki("compare", "同じ名前", "kitakami", "--lang", "ja"))
    assert all(id in told for id in ids)


def test_a_store_that_cannot_be_opened_is_no_obstacle_to_examples(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_bytes(b"no database at all" * 100)
    assert shuseki("compare", "sakaki", "sakaki", "--lang", "ja").code == 0
    assert "s.db" in one_message(shuseki("compare", "nobody", "sakaki", "--lang", "ja"))


# --- scenario ------------------------------------------------------------------------------------------------------


def test_a_scenario_is_written_and_told_in_short(tmp_path: Path) -> None:
    target = tmp_path / "b.yaml"
    changes = ("--set", "growth_origin=exogenous", "--unset", "shipments")
    ran = shuseki("scenario", "sakaki", *changes, "--name", "誘致なら", "-o", str(target), "--lang", "ja")
    assert (ran.code, ran.err) == (0, "")
    assert "型：" in ran.out
    written = read_file(target, BOOK)[0]
    assert (written.scenario, written.answers["growth_origin"].value) == ("誘致なら", "exogenous")
    assert written.answers.keys() == BOOK.examples["sakaki"].answers.keys() - {"shipments"}
    assert written.cluster == BOOK.examples["sakaki"].cluster
    assert "シナリオ：誘致なら" in shuseki("advise", str(target), "--lang", "ja").out
    assert "シナリオ「誘致なら」" in shuseki("compare", "sakaki", str(target), "--lang", "ja").out


def test_without_a_file_the_scenario_goes_to_stdout_and_can_be_read_again() -> None:
    ran = shuseki("scenario", "sakaki", "--set", "supplier_base=unknown", "--lang", "en")
    assert ran.code == 0
    assert "scenario: " in ran.out
    assert "Answers changed" in ran.err
    assert "don't know" in " ".join(ran.err.split())
    again = shuseki("compare", "-", "sakaki", "--lang", "en", typed=ran.out)
    assert again.code == 0


def test_a_scenario_that_changes_nothing_says_so(tmp_path: Path) -> None:
    same = str(BOOK.examples["sakaki"].answers["growth_origin"].value)
    ran = shuseki(
        "scenario", "sakaki", "--set", f"growth_origin={same}", "-o", str(tmp_path / "a.yaml"), "--lang", "en"
    )
    assert (ran.code, ran.out) == (0, "No answer changes.\n")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("scenario", "sakaki"), "--set"),
        (("scenario", "sakaki", "--set", "growth_origin"), "growth_origin"),
        (("scenario", "sakaki", "--set", "growth_orign=both"), "growth_origin"),
        (("scenario", "sakaki", "--set", "growth_origin=sideways"), "sideways"),
        (("scenario", "sakaki", "--unset", "growth_orign"), "growth_origin"),
        (("scenario", "sakaki", "--set", "growth_origin=both", "--unset", "growth_origin"), "growth_origin"),
        (("scenario", "nobody", "--set", "growth_origin=both"), "nobody"),
        (("scenario",), "SOURCE"),
        (("compare", "sakaki"), "B"),
        (("compare", "sakaki", "kitakami", "kyoto"), "kyoto"),
        (("compare", "sakaki", "kitakami", "--format", "docx"), "docx"),
        (("compare", "example:", "kitakami"), '""'),
        (("compare", "no/such.yaml", "kitakami"), "no/such.yaml"),
    ],
)
def test_misuse_is_one_message(arguments: tuple[str, ...], named: str, lang: str, tmp_path: Path) -> None:
    told = one_message(shuseki(*arguments, "--lang", lang))
    assert named.replace('""', "「」" if lang == "ja" else '""') in told
    assert any("\u3040" <= c <= "\u9fff" for c in told) is (lang == "ja")
    assert not list(tmp_path.glob("*.yaml"))


def test_all_that_is_wrong_is_told_at_once() -> None:
    ran = shuseki("scenario", "sakaki", "--set", "growth_origin=sideways", "--unset", "nobody", "--lang", "en")
    assert (ran.code, len(ran.err.splitlines())) == (2, 2)


def test_a_cluster_name_with_controls_is_made_visible() -> None:
    with Store.open() as store:
        store.create(Cluster(name="a\x1b[2Jb"), BOOK.examples["sakaki"].as_of)
    ran = shuseki("compare", "a\x1b[2Jb", "sakaki", "--lang", "ja")
    assert ran.code == 0
    assert "\x1b" not in ran.out
