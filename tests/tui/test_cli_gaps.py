"""``gaps``: reports, JSON, reasons, comparison, files beside them, and misuse."""

import json
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from engine.book import load
from engine.interview.visible import is_hidden
from engine.model.gap_comparison import GapComparison
from engine.model.register import Confirmation
from engine.policy.register import read_register
from engine.store.answer_file import write_file
from engine.store.database import Store
from engine.store.mapping_file import read_mapping, write_mapping
from tests.tui.commanding import ROOT, Ran, shuseki

BOOK = load()
LANGS = ("ja", "en")
HEAD = "事業名,担当課,概要,予算額（千円）,事業期間,財源\n"
ROWS = (
    "ものづくり人材育成事業,商工課,若手技能者の研修,1200,R6～R8,一般財源\n",
    "見本市出展支援事業,商工課,展示会への出展補助,800,R6～R8,国庫補助\n",
    "公用車管理費,総務課,車両の維持,300,,一般財源\n",
)
NAMELESS = ",商工課,名前のない行,10,,\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path}/s.db")
    monkeypatch.chdir(tmp_path)
    register("r8.csv")
    return tmp_path


def register(name: str, *rows: str, year: str = "令和8年度") -> str:
    Path(name).write_text(f"{year} 事業一覧\n{HEAD}{''.join(rows or ROWS)}", "utf-8")
    return name


def confirmed(name: str, *said: tuple[str, tuple[str, ...]]) -> str:
    rows = [Confirmation(name=one, department="商工課", generic=generic, types=("A-2",)) for one, generic in said]
    write_mapping(name, rows, BOOK)
    return name


def gaps(*arguments: str, example: str = "sakaki", measures: str = "r8.csv", lang: str = "en") -> Ran:
    return shuseki("gaps", f"example:{example}", measures, *arguments, "--lang", lang)


def findings(*arguments: str, measures: str = "r8.csv") -> list[str]:
    return list(json.loads(gaps("--list", "--format", "json", *arguments, measures=measures).out))


def one_message(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    return line


# --- reports -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_report_tells_what_is_missing_and_ends_with_1(lang: str) -> None:
    ran = gaps(lang=lang)
    assert (ran.code, ran.err) == (1, "")
    assert BOOK.measures["MS.A-2.risk_money"].title.get(lang).split()[0] in "".join(ran.out.split("\n"))
    assert "r8.csv" in ran.out


def test_without_gaps_it_ends_with_0() -> None:
    served = [finding.removeprefix("missing:") for finding in findings() if finding.startswith("missing:")]
    mapping = confirmed("m.yaml", ("ものづくり人材育成事業", ("MS.A-2.hr", *served)))
    ran = gaps("--mapping", mapping)
    assert ran.code == 0
    assert not [one for one in findings("--mapping", mapping) if one.startswith(("missing", "repair"))]


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_the_same_is_told_in_every_format(form: str) -> None:
    ran = gaps("--format", form)
    assert ran.code == 1
    title = "Raising risk money"
    assert (title if form != "json" else "MS.A-2.risk_money") in " ".join(ran.out.split())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_office_files_are_written_and_never_over_one(suffix: str, here: Path) -> None:
    target = here / f"点検{suffix}"
    assert gaps("-o", str(target)).code == 1
    first = target.read_bytes()
    assert first.startswith(b"PK")
    assert target.name in one_message(gaps("-o", str(target)))
    assert target.read_bytes() == first
    assert gaps("-o", str(target), "--force").code == 1


def test_json_is_what_the_schema_says() -> None:
    schema = json.loads((ROOT / "docs/schema/gaps.schema.json").read_text("utf-8"))
    found = json.loads(gaps("--format", "json").out)
    jsonschema.Draft202012Validator(schema).validate(found)
    assert found["register_name"] == "r8.csv"
    assert found["fiscal_year"] == 2026


@pytest.mark.parametrize("name", ["gaps", "gaps-comparison", "gaps-batch"])
def test_the_published_schemas_are_the_current_ones(name: str) -> None:
    published = (ROOT / f"docs/schema/{name.replace('-', '_')}.schema.json").read_text("utf-8")
    assert shuseki("schema", name).out == published


def test_brief_is_the_first_page_and_public_leaves_out_what_is_not_for_all() -> None:
    whole, brief = gaps("--format", "md").out, gaps("--format", "md", "--brief").out
    assert len(brief) < len(whole) / 2
    assert brief.startswith(whole.split("\n")[0])
    measures = register("holes.csv", *ROWS, NAMELESS)
    public = gaps("--format", "md", "--public", lang="ja", measures=measures)
    assert "公開" in public.out
    assert "公開" in public.err
    assert "名前のない行" in gaps("--format", "md", lang="ja", measures=measures).out
    assert "名前のない行" not in public.out


# --- the register --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_rows_that_could_not_be_read_are_told_in_short(lang: str) -> None:
    measures = register("holes.csv", *ROWS, *[NAMELESS, "\n", *["（計）,,,,,\n"]], *([NAMELESS] * 4))
    ran = gaps("--format", "json", measures=measures, lang=lang)
    unread = json.loads(ran.out)["unread"]
    warning = next(line for line in ran.err.splitlines() if str(len(unread)) in line)
    assert "holes.csv" in warning
    assert ("6行目" if lang == "ja" else "row 6") in warning
    assert "--format json" in warning
    assert len(warning) < 400


def test_the_year_and_the_unit_can_be_said() -> None:
    assert json.loads(gaps("--fiscal-year", "2024", "--format", "json").out)["fiscal_year"] == 2024
    beside = ("--previous", register("r7.csv", year="令和7年度"), "--format", "json")
    assert json.loads(gaps(*beside).out)["after"]["budget"] == 2_300_000
    assert json.loads(gaps("--unit", "百万円", *beside).out)["after"]["budget"] == 2_300_000_000
    assert json.loads(gaps("--unit", "1,000,000", *beside).out)["after"]["budget"] == 2_300_000_000


def workbook(name: str) -> str:
    made = openpyxl.Workbook()
    made.active.title = "商工課"
    for title in ("商工課", "企業立地課"):
        page = made[title] if title in made.sheetnames else made.create_sheet(title)
        page.append(["事業名", "概要", "予算額（千円）"])
        for n in range(3):
            page.append([f"{title}の事業{n}", "補助する", 100 + n])
    made.save(name)
    return name


def test_sheets_can_be_chosen() -> None:
    book = workbook("two.xlsx")
    assert json.loads(gaps("--format", "json", measures=book).out)["measures_total"] == 6
    assert json.loads(gaps("--format", "json", "--sheet", "企業立地課", measures=book).out)["measures_total"] == 3
    both = ("--sheet", "企業立地課", "--sheet", "商工課")
    assert json.loads(gaps("--format", "json", *both, measures=book).out)["measures_total"] == 6
    told = one_message(gaps("--sheet", "企業立地", measures=book))
    assert "企業立地課" in told
    assert "商工課" in told


# --- reasons -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("finding", ["missing:MS.A-2.risk_money"])
def test_why_a_finding_is_there(finding: str, lang: str) -> None:
    assert finding in gaps("--list", lang=lang).out
    ran = gaps("--explain", finding, lang=lang)
    assert ran.code == 0
    assert "gaps/measure/missing" in ran.out
    tree = json.loads(gaps("--explain", finding, "--format", "json", lang=lang).out)
    assert tree["about"] == finding


def test_every_finding_listed_can_be_explained() -> None:
    listed = [line.split("  ")[0] for line in gaps("--list").out.splitlines()]
    assert listed == findings()
    for finding in listed:
        assert gaps("--explain", finding).code == 0


def test_a_finding_that_there_is_not_is_told_with_one_that_is_near() -> None:
    assert "missing:MS.A-2.risk_money" in one_message(gaps("--explain", "missing:MS.A-2.risk_mony"))


# --- comparison ----------------------------------------------------------------------------------------------------


def test_what_changed_since_last_year() -> None:
    last = register("r7.csv", ROWS[0], year="令和7年度")
    found = GapComparison.model_validate_json(gaps("--previous", last, "--format", "json").out)
    assert (found.relation, found.before.fiscal_year, found.after.fiscal_year) == ("years", 2025, 2026)
    assert sorted(one.turn for one in found.entries) == ["added", "added"]
    schema = json.loads((ROOT / "docs/schema/gaps_comparison.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(found.model_dump_json(by_alias=True)))
    report = gaps("--previous", last, "--format", "md", lang="ja").out
    assert "前回から" in report
    assert "新しい事業 2件" in report
    brief = gaps("--previous", last, "--format", "md", "--brief", lang="ja").out
    assert "前回から" in brief
    assert "新しい事業" not in brief


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_the_comparison_goes_into_every_file(suffix: str, here: Path) -> None:
    target = here / f"out{suffix}"
    assert gaps("--previous", register("r7.csv", ROWS[0], year="令和7年度"), "-o", str(target)).code == 1
    if suffix == ".xlsx":
        assert "Comparison" in openpyxl.load_workbook(target).sheetnames
    assert target.stat().st_size > gaps_alone(here, suffix)


def gaps_alone(here: Path, suffix: str) -> int:
    alone = here / f"alone{suffix}"
    gaps("-o", str(alone))
    return alone.stat().st_size


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_that_is_supposed_is_told(lang: str) -> None:
    ran = gaps("--previous", register("old.csv", ROWS[0], year=""), lang=lang)
    assert "2025" in ran.err


def test_last_years_answers_may_have_been_others(here: Path) -> None:
    write_file(here / "before.yaml", BOOK.examples["ishikari"], BOOK)
    last = register("r7.csv", year="令和7年度")
    arguments = ("--previous", last, "--previous-answers", "before.yaml")
    found = json.loads(gaps(*arguments, "--format", "json").out)
    assert found["verdict_changed"]
    assert found["before"]["label"] == "B"
    assert "判定が前回と異なる" in gaps(*arguments, "--format", "md", lang="ja").out


def test_another_cluster_beside_this_one() -> None:
    register("other.csv", ROWS[1])
    ran = gaps("--against", "example:ishikari", "other.csv", "--format", "json")
    found = GapComparison.model_validate_json(ran.out)
    assert (ran.code, found.relation) == (1, "clusters")
    assert (found.before.label, found.after.label) == ("A-2", "B")
    report = gaps("--against", "example:ishikari", "other.csv", "--format", "md", lang="ja").out
    assert BOOK.examples["ishikari"].cluster.name in report
    assert "同じ" not in report.splitlines()[0]


def test_a_register_beside_itself_is_one_line() -> None:
    assert "The same content" in gaps("--previous", "r8.csv", "--format", "md").out


# --- files beside --------------------------------------------------------------------------------------------------


def test_a_mapping_written_confirms_nothing_until_a_person_does() -> None:
    ran = gaps("--write-mapping", "m.yaml", "--list")
    assert "m.yaml" in ran.err
    said, warnings = read_mapping("m.yaml", BOOK)
    assert said == ()
    assert [one.code for one in warnings] == ["serves_open"]
    assert findings("--mapping", "m.yaml") == findings()
    text = Path("m.yaml").read_text("utf-8")
    assert "# serves: [MS.A-2.hr]" in text
    corrected = text.replace("# serves: [MS.A-2.hr]", "serves: [MS.A-2.hr]", 1)
    Path("m.yaml").write_text(corrected, "utf-8")
    found = json.loads(gaps("--mapping", "m.yaml", "--format", "json").out)
    assert (found["confirmed"], json.loads(gaps("--format", "json").out)["confirmed"]) == (1, 0)


def test_what_is_confirmed_is_written_as_it_is(here: Path) -> None:
    mapping = confirmed("m.yaml", ("ものづくり人材育成事業", ("MS.A-2.hr",)), ("見本市出展支援事業", ()))
    assert gaps("--mapping", mapping, "--write-mapping", "again.yaml").code == 1
    said = {one.name: one.generic for one in read_mapping("again.yaml", BOOK)[0]}
    assert said == {"ものづくり人材育成事業": ("MS.A-2.hr",), "見本市出展支援事業": ()}


def test_names_twice_and_with_strange_signs_are_written_so_that_they_can_be_read() -> None:
    measures = register("odd.csv", *ROWS, ROWS[0], "\"# : {a} [b] 'c'\u202e\",商工課,,1,,\n", "- yes,,x,1,,\n")
    assert gaps("--write-mapping", "m.yaml", measures=measures).code == 1
    assert read_mapping("m.yaml", BOOK)[1][0].code == "serves_open"
    assert not any(is_hidden(c) for c in Path("m.yaml").read_text("utf-8") if c != "\n")


def test_the_copy_has_added_columns_and_the_original_stays(here: Path) -> None:
    before = Path(workbook("own.xlsx")).read_bytes()
    ran = gaps("--copy", "copy.xlsx", measures="own.xlsx")
    assert ran.code == 1
    assert "copy.xlsx" in ran.err
    assert Path("own.xlsx").read_bytes() == before
    own, copy = (openpyxl.load_workbook(name)["商工課"] for name in ("own.xlsx", "copy.xlsx"))
    assert copy.max_column > own.max_column
    assert [cell.value for cell in copy[1]][:3] == [cell.value for cell in own[1]][:3]


@pytest.mark.parametrize("lang", LANGS)
def test_the_template_needs_nothing_else_and_can_be_read(lang: str) -> None:
    ran = shuseki("gaps", "--template", "ひな形.xlsx", "--lang", lang)
    assert (ran.code, ran.out) == (0, "")
    assert openpyxl.load_workbook("ひな形.xlsx").sheetnames
    assert "ひな形.xlsx" in one_message(shuseki("gaps", "--template", "ひな形.xlsx", "--lang", lang))


# --- saved consultations -------------------------------------------------------------------------------------------


def test_of_a_saved_consultation_the_register_and_what_people_said_are_taken() -> None:
    with Store.open() as store:
        id = store.import_consultation(BOOK.examples["sakaki"])
    assert "No register is kept" in one_message(shuseki("gaps", f"saved:{id}", "--lang", "en"))
    with Store.open() as store:
        store.registers.add(id, read_register("r8.csv"))
        said = Confirmation(name="公用車管理費", department="総務課", generic=(), types=("A-2",), fiscal_year=2026)
        store.registers.confirm(id, said)
    found = json.loads(shuseki("gaps", f"saved:{id}", "--format", "json").out)
    assert (found["measures_total"], found["confirmed"]) == (3, 1)
    assert json.loads(shuseki("gaps", id, "r8.csv", "--format", "json").out)["confirmed"] == 1


# --- misuse --------------------------------------------------------------------------------------------------------

ONE = ("gaps", "example:sakaki", "r8.csv")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("gaps",), "FILE"),
        (("gaps", "example:sakaki"), "MEASURES"),
        (("gaps", "example:sakaki", "none.csv"), "none.csv"),
        (("gaps", "example:sakky", "r8.csv"), "sakaki"),
        (("gaps", "example:sakaki", "empty.csv"), "empty.csv"),
        (("gaps", "example:sakaki", "letter.csv"), "letter.csv"),
        ((*ONE, "--mapping", "none.yaml"), "none.yaml"),
        ((*ONE, "--mapping", "bad.yaml"), "MS.A-2.hr"),
        ((*ONE, "--sheet", "Sheet1"), "Sheet1"),
        ((*ONE, "--unit", "ドル"), "--unit"),
        ((*ONE, "--fiscal-year", "8"), "--fiscal-year"),
        ((*ONE, "--format", "pdf"), "pdf"),
        ((*ONE, "-o", "x.pdf"), "x.pdf"),
        ((*ONE, "--explain", "a", "--list"), "--list"),
        ((*ONE, "--list", "-o", "x.docx"), "docx"),
        ((*ONE, "--brief", "--format", "json"), "--brief"),
        ((*ONE, "--public", "--format", "json"), "--public"),
        ((*ONE, "--previous", "none.csv"), "none.csv"),
        ((*ONE, "--previous-answers", "a.yaml"), "--previous"),
        ((*ONE, "--previous", "r8.csv", "--against", "example:kyoto", "r8.csv"), "--against"),
        ((*ONE, "--copy", "copy.csv"), ".xlsx"),
        ((*ONE, "--write-mapping", "m.txt"), ".yaml"),
        ((*ONE, "--jobs", "2"), "--batch"),
        ((*ONE, "--template", "t.xlsx"), "--template"),
        (("gaps", "--template", "t.docx"), ".xlsx"),
        (("gaps", "example:sakaki", "r8.csv", "r7.csv"), "r7.csv"),
        ((*ONE, "--write-mapping", "here.csv/m.yaml"), "m.yaml"),
    ],
)
def test_misuse_is_one_message(arguments: tuple[str, ...], named: str, lang: str, here: Path) -> None:
    Path("empty.csv").write_text("")
    Path("letter.csv").write_text("拝啓\n時下ますますご清栄のこととお慶び申し上げます。\n", "utf-8")
    Path("bad.yaml").write_text("mapping:\n- {name: あ, serves: [MS.A-2.hrr], types: [A-2]}\n", "utf-8")
    before = set(here.iterdir())
    told = one_message(shuseki(*arguments, "--lang", lang))
    assert named in told
    # Headings and units of Japanese registers are named in English too: kana tell the language.
    assert any("\u3041" <= c <= "\u3096" for c in told) is (lang == "ja")
    assert set(here.iterdir()) == before


def test_no_file_that_is_read_is_written_over() -> None:
    workbook("own.xlsx")
    before = Path("own.xlsx").read_bytes()
    for option in (("--copy", "own.xlsx"), ("-o", "own.xlsx"), ("--copy", "./own.xlsx")):
        told = one_message(gaps(*option, "--force", measures="own.xlsx"))
        assert "own.xlsx" in told
    assert Path("own.xlsx").read_bytes() == before
    assert "c.xlsx" in one_message(gaps("--copy", "c.xlsx", "-o", "c.xlsx", measures="own.xlsx"))


def test_names_with_controls_are_made_visible() -> None:
    measures = register("ctl.csv", *ROWS, '"=cmd|calc!A0\u202e\x1b[2J",商工課,x,1,,\n')
    for form in ("text", "md", "html"):
        ran = gaps("--format", form, measures=measures)
        assert ran.code == 1
        assert not any(is_hidden(c) for c in ran.out + ran.err if c not in "\n\t")
