"""What holds of every register: budgets judge nothing, what serves a measure ends its lack, order does not matter."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.assess import assess
from engine.model.assessment import Assessment
from engine.model.gaps import GapCheck
from engine.model.knowledge import Actor
from engine.policy.gaps import check_gaps, fiscal_year_of
from tests.engine.policy.gaps.registers import mapping_of, register_of
from tests.helpers import shipped_book

BOOK = shipped_book()
EXAMPLES = ("sakaki", "gunma", "ishikari", "kitakami", "shunan", "tsukuba")
NAMES = (
    "産業ビジョン策定",
    "展示会出展補助",
    "見本市出展支援",
    "技術研修",
    "工業団地造成",
    "商店街振興",
    "創業支援補助金",
)
ACTORS = st.lists(st.sampled_from([actor.value for actor in Actor]), unique=True)


def assessment_of(example: str) -> Assessment:
    given_ = BOOK.examples[example]
    return assess(BOOK, given_.answers, given_.as_of)


ASSESSMENTS = {name: assessment_of(name) for name in EXAMPLES}


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for n in range(draw(st.integers(0, 6))):
        row: dict[str, Any] = {"id": f"e{n:02}", "name": draw(st.sampled_from(NAMES))}
        row["budget"] = draw(st.none() | st.integers(-(10**6), 10**12))
        row["end"] = draw(st.none() | st.integers(2015, 2035))
        row["actors"] = draw(st.none() | ACTORS)
        if draw(st.booleans()):
            row["serves"] = draw(st.lists(st.sampled_from(sorted(BOOK.measures)), max_size=3, unique=True))
            row["suggested"] = bool(row["serves"]) and draw(st.booleans())
        found.append(row)
    return found


def checked(example: str, of: list[dict[str, Any]]) -> GapCheck:
    return check_gaps(BOOK, ASSESSMENTS[example], register_of(of), mapping_of(of))


def kinds(check: GapCheck) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.id, finding.rests_on) for finding in check.findings]


@given(st.sampled_from(EXAMPLES), rows(), st.integers(-10, 10**15))
def test_no_budget_changes_anything(example: str, of: list[dict[str, Any]], budget: int) -> None:
    other = [{**row, "budget": budget} for row in of]
    assert kinds(checked(example, of)) == kinds(checked(example, other))


@given(st.sampled_from(EXAMPLES), rows(), st.data())
def test_a_confirmed_measure_ends_the_lack_and_makes_no_other(
    example: str, of: list[dict[str, Any]], data: st.DataObject
) -> None:
    measure = data.draw(st.sampled_from(sorted(BOOK.measures)))
    before = {one.id for one in checked(example, of).findings if one.kind in ("missing", "repair")}
    more = [*of, {"id": "new", "name": "新しい事業", "serves": [measure]}]
    after = {one.id for one in checked(example, more).findings if one.kind in ("missing", "repair")}
    assert after == before - {f"missing:{measure}", f"repair:{measure}"}


@given(st.sampled_from(EXAMPLES), rows())
def test_what_is_due_now_is_served_missing_or_elsewhere(example: str, of: list[dict[str, Any]]) -> None:
    check = checked(example, of)
    told = {one.measure for one in check.findings if one.kind in ("missing", "repair", "unlisted")}
    for one in check.covered:
        if one.timing in ("now", "repair"):
            assert (one.coverage in ("there", "suggested")) is (one.measure not in told)


@given(st.sampled_from(EXAMPLES), rows())
def test_the_first_line_counts_what_is_listed(example: str, of: list[dict[str, Any]]) -> None:
    check = checked(example, of)
    found = Counter(one.kind for one in check.findings)
    told = {int(figure) for figure in re.findall(r"施策は(\d+)件", check.first_line.ja)}
    assert told <= {found["missing"], found["repair"], found["unconfirmed"]}
    assert (found["unconfirmed"] > 0) is ("未確認" in check.first_line.ja)


@given(st.sampled_from(EXAMPLES), rows())
def test_no_sentence_counts_nothing(example: str, of: list[dict[str, Any]]) -> None:
    assert not [one.text.ja for one in checked(example, of).findings if re.search(r"(?<!\d)0件", one.text.ja)]


@given(st.sampled_from(EXAMPLES), rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(example: str, of: list[dict[str, Any]], random: Any) -> None:
    shuffled = random.sample(of, len(of))

    def said(check: GapCheck) -> set[tuple[str, frozenset[str]]]:
        return {(one.kind if one.kind == "doubled" else one.id, frozenset(one.existing)) for one in check.findings}

    assert said(checked(example, of)) == said(checked(example, shuffled))


@settings(max_examples=30)
@given(st.sampled_from(EXAMPLES), rows())
def test_every_cell_adds_up(example: str, of: list[dict[str, Any]]) -> None:
    for heat_map in checked(example, of).heat_maps:
        assert len(heat_map.cells) == len(heat_map.rows) * len(heat_map.columns)
        for cell in heat_map.cells:
            assert sorted((*cell.there, *cell.suggested, *cell.missing)) == sorted(cell.needed)


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2027, 1, 5), 2026)]
)
def test_a_fiscal_year_begins_in_april(day: date, year: int) -> None:
    assert fiscal_year_of(day) == year


def test_copies_of_one_measure_make_no_flood_of_pairs() -> None:
    copies = [{"id": f"e{n:03}", "name": "展示会出展支援", "serves": ["MS.A-2.brand"]} for n in range(200)]
    doubled = [one for one in checked("sakaki", copies).findings if one.kind == "doubled"]
    assert {existing for one in doubled for existing in one.existing} == {row["id"] for row in copies}
    assert len(doubled) <= 5 * len(copies)
