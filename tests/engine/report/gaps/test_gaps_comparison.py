"""The document of two gap checks side by side: what it says in both languages, and that every format can show it."""

import io

import docx
import pytest

from engine.interview.visible import is_hidden
from engine.model.gap_comparison import GapComparison, Relation
from engine.model.register import ExistingMeasure, Register
from engine.model.text import Lang
from engine.policy.checked import Checked, checked
from engine.policy.comparing import compare_checks
from engine.report.blocks import Document, Table
from engine.report.docx import render as word
from engine.report.gaps.comparison import comparison_document
from engine.report.html import render as html
from engine.report.markdown import render as markdown
from engine.report.text import render as text
from tests.helpers import shipped_book

BOOK = shipped_book()
LANGS: tuple[Lang, ...] = ("ja", "en")
HOSTILE = "=cmd|'/c calc'!A0\u202e\x1b[31m"


def check(*measures: ExistingMeasure, year: int | None = 2026, example: str = "sakaki") -> Checked:
    register = Register(name="事業一覧.xlsx", fiscal_year=year, measures=measures)
    return checked(BOOK, BOOK.examples[example], register)


def existing(name: str, **more: object) -> ExistingMeasure:
    return ExistingMeasure.model_validate({"id": name, "name": name, "department": "商工課", **more})


BEFORE = (
    existing("ものづくり人材育成事業", budget=3_000_000, outline="若手技能者の研修"),
    existing("創業支援事業", budget=500_000),
    existing("花火大会負担金"),
    existing("戸籍システム改修"),
)
AFTER = (
    existing("ものづくり人材育成事業", budget=2_000_000, outline="若手技能者の研修"),
    existing("創業支援事業", progress="ended"),
    existing(HOSTILE),
    existing("産業振興ビジョン策定事業"),
)


def compared(relation: Relation = "years", example: str = "sakaki") -> GapComparison:
    return compare_checks(check(*BEFORE, year=2025), check(*AFTER, example=example), relation=relation)


def document(lang: Lang, comparison: GapComparison | None = None) -> Document:
    return comparison_document(BOOK, comparison or compared(), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_what_came_went_ended_and_changed_is_told_with_figures(lang: Lang) -> None:
    told = markdown(document(lang))
    for words in {
        "ja": ("新しい事業 2件", "なくなった事業 2件", "終了した事業 1件", "予算：3,000,000 → 2,000,000（-1,000,000）"),
        "en": ("Added 2", "Gone 2", "Ended 1", "budget: 3,000,000 → 2,000,000 (-1,000,000)"),
    }[lang]:
        assert words in told
    assert ("令和7年度" if lang == "ja" else "fiscal 2025") in told
    assert "3,500,000" in told


@pytest.mark.parametrize("lang", LANGS)
def test_each_difference_has_its_reason(lang: Lang) -> None:
    comparison = compared()
    told = markdown(document(lang, comparison))
    reason = {"ja": "一覧の事業が異なるため", "en": "the existing measures differ"}[lang]
    alone = [one for one in (*comparison.closed, *comparison.new) if one.finding.kind != "orphan"]
    assert alone
    assert told.count(reason) >= len(alone)


def test_those_that_serve_none_share_a_line() -> None:
    comparison = compared()
    gone = [one for one in comparison.closed if one.finding.kind == "orphan"]
    assert len(gone) == 2
    lines = [line for line in markdown(document("ja", comparison)).splitlines() if "花火大会負担金、戸籍" in line]
    assert len(lines) == 1
    assert "2件" in lines[0]


@pytest.mark.parametrize("lang", LANGS)
def test_another_verdict_is_told_first(lang: Lang) -> None:
    told = text(document(lang, compared(example="ishikari")), 80)
    note = {"ja": "判定が前回と異なる", "en": "The verdict on type or phase is another one"}[lang]
    flat = "".join(told.split()) if lang == "ja" else " ".join(told.split())
    assert note in flat
    assert note not in "".join(text(document(lang), 80).split())


@pytest.mark.parametrize("lang", LANGS)
def test_two_clusters_go_by_their_names(lang: Lang) -> None:
    comparison = compared("clusters", "ishikari")
    shown = document(lang, comparison)
    tables = [block for block in shown.blocks if isinstance(block, Table)]
    clusters = [side.cluster for side in (comparison.before, comparison.after)]
    names = tuple((lang == "en" and one.name_en) or one.name for one in clusters)
    assert tables[0].header[1:] == names
    told = markdown(shown)
    assert {"ja": "新しい事業", "en": "Added"}[lang] not in told


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_is_one_line(lang: Lang) -> None:
    one = check(*AFTER)
    assert len(document(lang, compare_checks(one, one)).blocks) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_every_format_shows_it_and_nothing_acts(lang: Lang) -> None:
    shown = document(lang)
    for made in (markdown(shown), text(shown, 80), html(shown)):
        assert not any(is_hidden(c) for c in made if c not in "\n\t")
        assert "\\x1b" in made
    file = docx.Document(io.BytesIO(word(shown, None)))
    told = "".join(cell.text for table in file.tables for row in table.rows for cell in row.cells)
    assert "\\u202e" in told
