"""Usual names of measures: read with the book, and each of their checks finds its fault."""

import pytest

from engine.book.verify import check
from engine.model.book import Book
from engine.model.problem import Problem, Severity
from tests.helpers import shipped_book

from .conftest import Tiny

FILE = "knowledge/usual_names/parks.yaml"
HEAD = "title: {ja: 用地, en: Land}\nbasis: judgement\nreason: {ja: 用地は基盤である。, en: Land is infrastructure.}\n"
NAMES = "ja: [工業団地造成, 産業団地]\nen: [industrial park]\n"
SERVES = "measures: [MS.B.infra]\n"


def told(problem: Problem) -> tuple[str, str | None, str | None]:
    return problem.code, problem.where.file, problem.where.entry


def test_they_are_read_with_the_book_and_change_its_version(tiny: Tiny) -> None:
    before = tiny.load().version
    tiny.write(FILE, HEAD + SERVES + NAMES)
    book = tiny.load()
    assert book.usual_names["parks"].ja == ("工業団地造成", "産業団地")
    assert not book.usual_names["parks"].for_contrast
    assert book.version != before


def test_those_that_serve_none_stand_for_contrast(tiny: Tiny) -> None:
    tiny.write(FILE, HEAD + "departments: [福祉]\nfields: [介護]\n" + NAMES)
    assert tiny.load().usual_names["parks"].for_contrast


@pytest.mark.parametrize("key", ["measures", "also"])
def test_a_measure_that_is_not_there(tiny: Tiny, key: str) -> None:
    tiny.write(FILE, HEAD + f"{key}: [MS.B.infla]\n" + NAMES)
    problem = tiny.problem()
    assert told(problem) == ("unknown_reference", FILE, f"{key}[0]")
    assert problem.remedy.en == "Did you mean 'MS.B.infra'?"


@pytest.mark.parametrize(
    "more",
    [
        SERVES + "weak: true\n",
        SERVES + "departments: [福祉]\n",
        SERVES + "fields: [介護]\n",
        "weak: true\nbut_not: [介護機器]\n",
        SERVES + "also: [MS.B.infra]\n",
    ],
)
def test_parts_that_do_not_fit_together(tiny: Tiny, more: str) -> None:
    tiny.write(FILE, HEAD + more + NAMES)
    assert told(tiny.problem())[:2] == ("schema_value_error", FILE)


@pytest.mark.parametrize(
    ("wrong", "code", "entry"),
    [
        ("ja: []\nen: [park]\n", "schema_too_short", "ja"),
        ("ja: [団地, '']\nen: [park]\n", "schema_string_too_short", "ja[1]"),
        ("ja: [団地]\n", "schema_missing", "en"),
        ("ja: [ＩＴ企業, IT企業]\nen: [park]\n", "repeated_name", "ja[1]"),
    ],
)
def test_names_are_there_and_once(tiny: Tiny, wrong: str, code: str, entry: str) -> None:
    tiny.write(FILE, HEAD + SERVES + wrong)
    assert told(tiny.problem()) == (code, FILE, entry)


def test_they_are_never_said_to_be_the_study_s(tiny: Tiny) -> None:
    tiny.write(FILE, HEAD.replace("judgement", "stated") + SERVES + NAMES)
    assert told(tiny.problem()) == ("schema_literal_error", FILE, "basis")


def test_japanese_among_the_english_names_is_warned_of(tiny: Tiny) -> None:
    tiny.write(FILE, HEAD + SERVES + NAMES.replace("industrial park", "団地"))
    book = tiny.load()
    found = [p for p in check(book, tiny.folder / "knowledge", tiny.folder / "rules") if p.where.file == FILE]
    assert [(p.code, p.where.entry, p.severity) for p in found] == [("not_english", "en[0]", Severity.WARNING)]


@pytest.fixture(scope="module")
def shipped() -> Book:
    return shipped_book()


def test_every_shipped_generic_measure_has_its_usual_names(shipped: Book) -> None:
    assert {name for names in shipped.usual_names.values() for name in names.measures} == set(shipped.measures)


def test_no_shipped_name_is_that_of_a_concrete_measure_of_the_study(shipped: Book) -> None:
    titles = {one.title.ja for one in shipped.concrete_measures.values()}
    assert not titles & {name for names in shipped.usual_names.values() for name in names.ja}


def test_no_shipped_name_is_both_of_a_measure_and_of_ordinary_work(shipped: Book) -> None:
    sets = shipped.usual_names.values()
    serving = {name for names in sets if names.measures or names.also for name in names.ja}
    assert not serving & {name for names in sets if names.for_contrast for name in names.ja}
