"""``gaps --batch``: which files go together, the summary, what one bad file does, processes, Ctrl+C."""

import io
import json
import os
import signal
import subprocess
import sys
import unicodedata
from multiprocessing import active_children
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import load
from engine.model.gap_batch import BatchResult
from engine.model.register import Confirmation
from engine.store.answer_file import write_file
from engine.store.mapping_file import write_mapping
from tests.bench.folders import make
from tests.tui.commanding import ROOT, Ran, shuseki
from tui.batching import pool
from tui.batching.folder import Job, jobs
from tui.batching.pool import Stop, results, workers
from tui.batching.progress import Progress

BOOK = load()
CSV = """令和8年度 事業一覧
事業名,担当課,概要,予算額（千円）
ものづくり人材育成事業,商工課,研修,100
公用車管理,総務課,維持,5
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path}/s.db")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path


def answers(path: str, example: str = "sakaki", name: str = "") -> None:
    found = BOOK.examples[example]
    cluster = found.cluster.model_copy(update={"name": name}) if name else found.cluster
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_file(path, found.model_copy(update={"cluster": cluster}), BOOK)


def measures(path: str, text: str = CSV) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def pair(stem: str, example: str = "sakaki", register: str = ".csv") -> None:
    answers(f"in/{stem}.yaml", example)
    measures(f"in/{stem}{register}")


def batch(*arguments: str, lang: str = "en") -> Ran:
    return shuseki("gaps", "--batch", "in", *(arguments or ("--format", "json")), "--jobs", "1", "--lang", lang)


def told() -> dict[str, BatchResult]:
    found = [BatchResult.model_validate(one) for one in json.loads(batch().out)["results"]]
    return {one.entry: one for one in found}


# --- which files go together ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("register", ["倉敷市.csv", "倉敷市_事業一覧R8.csv", "倉敷市_事業.CSV", "倉敷市_商工_事業.tsv"])
def test_a_register_goes_with_the_answer_file_of_its_name(register: str) -> None:
    pair("あ市")
    answers("in/倉敷市.yaml")
    measures(f"in/{register}", CSV.replace(",", "\t") if register.endswith("tsv") else CSV)
    found = told()
    assert list(found) == ["あ市.yaml", "倉敷市.yaml"]
    assert found["倉敷市.yaml"].register_file == register
    assert found["倉敷市.yaml"].line is not None


def test_the_longest_name_counts_and_the_exact_one_before_others() -> None:
    for stem in ("倉敷", "倉敷_鉄鋼"):
        answers(f"in/{stem}.yaml")
    for register in ("倉敷_鉄鋼_事業.csv", "倉敷_事業.csv", "倉敷.csv"):
        measures(f"in/{register}")
    found = {one.entry: one.register for one in jobs("in") if isinstance(one, Job)}
    assert found == {"倉敷.yaml": "in/倉敷.csv", "倉敷_鉄鋼.yaml": "in/倉敷_鉄鋼_事業.csv"}


def test_in_a_folder_of_its_own_one_of_each_go_together_whatever_their_names() -> None:
    answers("in/坂城町/回答.yaml")
    measures("in/坂城町/主要事業.csv")
    (found,) = jobs("in")
    assert isinstance(found, Job)
    assert (found.entry, found.register) == ("坂城町/回答.yaml", "in/坂城町/主要事業.csv")


def test_names_that_macos_wrote_are_the_same_names() -> None:
    answers(f"in/{unicodedata.normalize('NFD', 'ガギ市')}.yaml")
    measures(f"in/{unicodedata.normalize('NFC', 'ガギ市')}_事業.csv")
    pair("い市")
    assert all(isinstance(one, Job) for one in jobs("in"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_has_no_partner_or_too_many_is_told(lang: str) -> None:
    pair("い市")
    answers("in/片方.yaml")
    measures("in/余り.csv")
    answers("in/多い.yaml")
    measures("in/多い_1.csv")
    measures("in/多い_2.csv")
    answers("in/双子.yaml")
    answers("in/双子.yml")
    found = {one.entry: one.problems[0].code for one in jobs("in") if isinstance(one, BatchResult)}
    assert found == {
        "双子.yaml": "two_answer_files",
        "双子.yml": "two_answer_files",
        "多い.yaml": "several_registers",
        "片方.yaml": "no_register_of_it",
        "余り.csv": "no_answers_of_it",
    }
    ran = batch("-o", "s.xlsx", lang=lang)
    assert ran.code == 1
    problems = rows("s.xlsx", 2)
    assert len(problems) == 5
    assert "多い_1.csv" in str(problems)


def test_hidden_and_open_files_are_passed_over() -> None:
    pair("い市")
    measures("in/~$い市.xlsx")
    measures("in/.い市.csv")
    measures("in/読んでください.txt")
    assert len(jobs("in")) == 1


# --- confirmations -------------------------------------------------------------------------------------------------


def mapping(path: str, *generic: str, name: str = "ものづくり人材育成事業") -> None:
    said = Confirmation(name=name, department="商工課", generic=generic, types=("A-2",))
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_mapping(path, (said,), BOOK)


def test_a_mapping_for_all_and_one_for_each() -> None:
    pair("あ市")
    pair("い市")
    answers("in/う市/a.yaml")
    measures("in/う市/a.csv")
    mapping("in/mapping.yaml", "MS.A-2.hr")
    mapping("in/い市.mapping.yaml", name="公用車管理")
    mapping("in/う市/mapping.yaml", "MS.A-2.vision")
    lines = {entry: one.line for entry, one in told().items()}
    coverage = {entry: {c.measure: c.coverage for c in line.coverage} for entry, line in lines.items() if line}
    assert [line.confirmed for line in lines.values() if line] == [1, 1, 1]
    assert coverage["あ市.yaml"]["MS.A-2.hr"] == "there"
    assert coverage["う市/a.yaml"]["MS.A-2.vision"] == "there"
    assert coverage["う市/a.yaml"]["MS.A-2.hr"] == "nothing"
    assert json.loads(batch("--mapping", "in/う市/mapping.yaml", "--format", "json").out)["results"][0]["line"]


def test_a_broken_mapping_for_all_stops_the_whole_and_one_for_one_only_that() -> None:
    pair("あ市")
    pair("い市")
    Path("in/い市.mapping.yaml").write_text("mapping: [", "utf-8")
    assert [one.failed for one in told().values()] == [False, True]
    Path("in/mapping.yaml").write_text("mapping:\n- {name: あ, serves: [MS.x], types: [A-2]}\n", "utf-8")
    ran = batch()
    assert (ran.code, ran.out) == (2, "")
    assert "mapping.yaml" in ran.err


# --- the summary ---------------------------------------------------------------------------------------------------


def rows(path: str, sheet: int) -> list[tuple[object, ...]]:
    """The rows below title, note and headings."""
    book = openpyxl.load_workbook(path)
    return [row for row in book.worksheets[sheet].iter_rows(min_row=4, values_only=True) if any(row)]


def headings(path: str, sheet: int) -> tuple[object, ...]:
    book = openpyxl.load_workbook(path)
    return next(book.worksheets[sheet].iter_rows(min_row=3, max_row=3, values_only=True))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_one_bad_file_does_not_stop_the_rest(lang: str) -> None:
    for stem, example in (("あ市", "sakaki"), ("い市", "ishikari"), ("う市", "kyoto")):
        pair(stem, example)
    pair("え市")
    Path("in/え市.csv").write_bytes(b"\x00\x01\x02" * 50)
    answers("in/お市.yaml")
    Path("in/お市.yaml").write_text("cluster: [", "utf-8")
    measures("in/お市.csv")
    ran = batch("-o", "s.xlsx", lang=lang)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1].startswith("3")
    summary = [dict(zip(headings("s.xlsx", 0), row, strict=True)) for row in rows("s.xlsx", 0)]
    file = "回答ファイル" if lang == "ja" else "Answer file"
    assert [one[file] for one in summary] == ["あ市.yaml", "い市.yaml", "う市.yaml"]
    first = summary[0]
    assert first["型" if lang == "ja" else "Type"] == "A-2"
    single = json.loads(shuseki("gaps", "in/あ市.yaml", "in/あ市.csv", "--format", "json").out)
    missing = [one for one in single["findings"] if one["kind"] == "missing"]
    assert first["不足" if lang == "ja" else "Missing"] == len(missing)
    assert first["事業数" if lang == "ja" else "Measures"] == 2
    assert {str(row[0]) for row in rows("s.xlsx", 2)} == {"え市.yaml", "お市.yaml"}


def test_the_matrix_has_a_column_for_each_measure_and_the_totals_add_up() -> None:
    for stem, example in (("あ市", "sakaki"), ("い市", "ishikari")):
        pair(stem, example)
    batch("-o", "s.xlsx", lang="ja")
    heads = headings("s.xlsx", 1)
    assert len(heads) == 1 + len(BOOK.measures)
    matrix = [dict(zip(heads, row, strict=True)) for row in rows("s.xlsx", 1)]
    hr = next(head for head in heads if str(head).startswith("MS.A-2.hr"))
    assert [one[hr] for one in matrix] == ["候補（要確認）", None]
    totals = rows("s.xlsx", 3)
    assert len(totals) == len(BOOK.measures)
    assert all(sum(int(str(n)) for n in row[2:]) == 2 for row in totals)


def test_what_looks_like_a_formula_stays_text() -> None:
    answers("in/あ市.yaml", name='=HYPERLINK("http://example.invalid","x")')
    measures("in/あ市.csv")
    batch("-o", "s.xlsx")
    book = openpyxl.load_workbook("s.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(cells) == 2
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_json_is_what_the_schema_says_and_the_same_every_time() -> None:
    pair("い市")
    pair("あ市", "kitakami")
    answers("in/片方.yaml")
    first = batch().out
    schema = json.loads((ROOT / "docs/schema/gaps_batch.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(first))
    assert batch().out == first
    assert [one["entry"] for one in json.loads(first)["results"]] == ["あ市.yaml", "い市.yaml", "片方.yaml"]


def test_without_gaps_it_ends_with_0() -> None:
    pair("あ市", "kyoto")
    assert batch("-o", "s.json").code == 0
    assert Path("s.json").read_text("utf-8").startswith("{")


def test_a_summary_is_never_written_over_another() -> None:
    pair("あ市")
    Path("s.xlsx").write_bytes(b"mine")
    assert "s.xlsx" in batch("-o", "s.xlsx").err
    assert Path("s.xlsx").read_bytes() == b"mine"
    assert batch("-o", "s.xlsx", "--force").code == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("gaps", "--batch", "none", "-o", "s.xlsx"), "none"),
        (("gaps", "--batch", "in", "-o", "s.xlsx"), "in"),
        (("gaps", "--batch", "in/a.csv", "-o", "s.xlsx"), "a.csv"),
        (("gaps", "--batch", "in"), "-o"),
        (("gaps", "--batch", "in", "-o", "s.docx"), "docx"),
        (("gaps", "--batch", "in", "-o", "s.xlsx", "--format", "json"), "json"),
        (("gaps", "--batch", "in", "--format", "text"), "text"),
        (("gaps", "--batch", "in", "-o", "s.xlsx", "--jobs", "0"), "--jobs"),
        (("gaps", "--batch", "in", "-o", "s.xlsx", "--mapping", "none.yaml"), "none.yaml"),
        (("gaps", "example:sakaki", "--batch", "in", "-o", "s.xlsx"), "FILE"),
        (("gaps", "--batch", "in", "-o", "s.xlsx", "--explain", "x"), "--explain"),
    ],
)
def test_misuse_is_one_message(arguments: tuple[str, ...], named: str, lang: str) -> None:
    if "none.yaml" in arguments:
        pair("あ市")
    ran = shuseki(*arguments, "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert named in line
    assert not Path("s.xlsx").exists()


# --- progress ------------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_there_is_a_bar_and_elsewhere_a_line_now_and_then() -> None:
    bar, lines = Terminal(), io.StringIO()
    for stream in (bar, lines):
        progress = Progress(500, "ja", stream)
        for n in range(1, 501):
            progress.done(n)
        progress.end()
    assert "[##############################] 500/500件" in bar.getvalue()
    assert bar.getvalue().endswith("\r\x1b[K")
    assert [line.split("件")[0] for line in lines.getvalue().splitlines()] == [f"{50 * n}/500" for n in range(1, 11)]


# --- processes -----------------------------------------------------------------------------------------------------


def test_how_many_processes() -> None:
    assert workers(None, 3) == 1
    assert workers(5, 3) == 3
    assert workers(500, 10_000) == pool.MOST
    assert 1 <= workers(None, 10_000) <= (os.cpu_count() or 1)


def test_after_a_stop_no_more_is_begun() -> None:
    for n in range(5):
        pair(f"{n}市")
    stop, done = Stop(), []
    for result in results(jobs("in"), 1, stop):
        done.append(result.entry)
        stop.asked = len(done) == 2
    assert done == ["0市.yaml", "1市.yaml"]


def test_ctrl_c_is_a_wish_first_and_then_an_interrupt() -> None:
    stop, before = Stop(), signal.getsignal(signal.SIGINT)
    with stop.listening():
        signal.raise_signal(signal.SIGINT)
        assert stop.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.slow
def test_several_processes_give_what_one_gives(here: Path) -> None:
    make(here / "in", BOOK, 24, measures=20, seed=7)
    one = shuseki("gaps", "--batch", "in", "--format", "json", "--jobs", "1").out
    assert shuseki("gaps", "--batch", "in", "--format", "json", "--jobs", "3").out == one
    for count in ("1", "2"):
        shuseki("gaps", "--batch", "in", "-o", f"{count}.xlsx", "--jobs", count)
    assert (here / "1.xlsx").read_bytes() == (here / "2.xlsx").read_bytes()


@pytest.mark.slow
def test_when_a_worker_is_killed_nothing_is_lost(here: Path) -> None:
    make(here / "in", BOOK, 30, measures=20)
    found = []
    for result in results(jobs("in"), 2, Stop()):
        found.append(result)
        if len(found) == 3:
            os.kill(next(iter(active_children())).pid or 0, signal.SIGKILL)
    assert [one.entry for one in found] == sorted(path.name for path in (here / "in").glob("*.yaml"))
    assert not any(one.failed for one in found)


_DYING = """
import os
from tui.batching.work import checked_in_short

def dies_of_one(job):
    if job.entry == "2市.yaml":
        os._exit(9)
    return checked_in_short(job)
"""


@pytest.mark.slow
def test_a_file_that_kills_its_worker_is_told_and_the_rest_goes_on(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(6):
        pair(f"{n}市")
    (here / "dying_of_one.py").write_text(_DYING)
    monkeypatch.syspath_prepend(str(here))
    import dying_of_one  # type: ignore[import-not-found]

    monkeypatch.setattr(pool.work, "checked_in_short", dying_of_one.dies_of_one)
    found = list(results(jobs("in"), 2, Stop()))
    assert [one.entry for one in found] == [f"{n}市.yaml" for n in range(6)]
    assert [one.problems[0].code for one in found if one.failed] == ["worker_died"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C in another way")
def test_ctrl_c_ends_cleanly_with_what_is_done(here: Path) -> None:
    make(here / "in", BOOK, 300, measures=60)
    command = [sys.executable, "-m", "tui.cli", "gaps", "--batch", "in", "-o", "s.json", "--jobs", "2", "--lang", "en"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, cwd=here, env=environment, start_new_session=True
    )
    assert running.stderr is not None
    first = running.stderr.readline()
    assert first.startswith("30 of 300"), first
    os.killpg(running.pid, signal.SIGINT)
    _, rest = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in rest
    found = json.loads((here / "s.json").read_text("utf-8"))
    assert 30 <= len(found["results"]) < 300
    assert found["problems"][0]["code"] == "batch_stopped"
    assert [one["entry"] for one in found["results"]] == sorted(one["entry"] for one in found["results"])


# --- properties ----------------------------------------------------------------------------------------------------

STEMS = st.lists(st.sampled_from(["a", "b", "a_b", "a_b_c", "市"]), unique=True, max_size=4)
REGISTERS = st.lists(
    st.sampled_from(["a.csv", "a_x.csv", "b.xlsx", "a_b_y.csv", "c.csv", "市_1.csv", "市_2.csv"]), unique=True
)


@settings(max_examples=60, deadline=None)
@given(STEMS, REGISTERS)
def test_every_answer_file_is_told_of_once_and_no_register_is_used_twice(
    tmp_path_factory: pytest.TempPathFactory, stems: list[str], registers: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("f")
    for name in (*(f"{stem}.yaml" for stem in stems), *registers):
        (folder / name).touch()
    found = jobs(str(folder))
    told_of = [one.entry for one in found if one.entry.endswith(".yaml")]
    assert sorted(told_of) == sorted(f"{stem}.yaml" for stem in stems)
    used = [os.path.basename(one.register) for one in found if isinstance(one, Job)]
    assert len(set(used)) == len(used)
    assert set(used) <= set(registers)
