"""What changed since the previous consultation: called by what it is, and never silent about another place."""

import pytest

from engine.analysis.comparison import compare
from engine.assess import engine_for
from engine.model.answers import Cluster
from engine.model.text import Lang
from engine.report.blocks import KeyValue, Note, Table
from engine.report.edition import Edition
from engine.report.since_previous import other_cluster
from tests.engine.report.reports import LANGS, assessed, book, part, report, said

HERE = Cluster(name="甲", area=("032069",), industry="電子", division="28")


@pytest.mark.parametrize(
    ("change", "other"),
    [
        ({}, False),
        ({"name": "甲（改称）"}, False),
        ({"area": ("030007",)}, False),
        ({"area": ("032069", "032051")}, False),
        ({"area": ("242021",)}, True),
        ({"area": ("032051",)}, True),
        ({"division": "31"}, True),
        ({"division": None, "industry": "自動車"}, True),
        ({"area": (), "division": None, "industry": "", "name": "乙"}, True),
    ],
)
def test_another_place_or_industry(change: dict[str, object], other: bool) -> None:
    assert other_cluster(HERE, HERE.model_copy(update=change)) is other
    assert other_cluster(HERE.model_copy(update=change), HERE) is other


@pytest.mark.parametrize("lang", LANGS)
def test_sides_are_called_by_time_and_dated_in_both_calendars(lang: Lang) -> None:
    since = compare(engine_for(book()), book().examples["sakaki"], book().examples["kitakami"])
    told = report("kitakami", lang, Edition(since=since))
    blocks = part(told, "前回の診断からの変化" if lang == "ja" else "What changed since")
    names = ("前回", "今回") if lang == "ja" else ("Previous", "Present")
    headers = [block.header for block in blocks if isinstance(block, Table)]
    assert headers
    assert all(set(header) & set(names) and not {"A", "B"} & set(header) for header in headers)
    about = next(block for block in blocks if isinstance(block, KeyValue))
    assert [line.label for line in about.lines] == list(names)
    assert all(("令和" if lang == "ja" else "Reiwa") in line.text for line in about.lines)
    assert isinstance(blocks[0], Note)


def test_page_one_says_in_a_line_what_has_changed() -> None:
    since = compare(engine_for(book()), book().examples["sakaki"], book().examples["kitakami"])
    line = next(
        line
        for block in report("kitakami", "ja", Edition(since=since, brief=True)).blocks
        if isinstance(block, KeyValue)
        for line in block.lines
        if line.label == "前回からの変化"
    )
    assert f"型 {assessed('sakaki').type.leading} → {assessed('kitakami').type.leading}" in line.text
    assert "地域または産業が今回と異なる" in line.text


def test_without_a_previous_one_nothing_is_said_of_it() -> None:
    assert "前回からの変化" not in said(report("kitakami", "ja"))
