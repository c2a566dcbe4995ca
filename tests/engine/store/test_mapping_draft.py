"""Mapping files to be completed by hand: they read back, and confirm nothing that no person confirmed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.problem import ShusekiError
from engine.model.register import Confirmation, ExistingMeasure, Link, Mapping, Register, Suggestion
from engine.store.mapping_draft import draft
from engine.store.mapping_file import read_data
from tests.helpers import shipped_book

BOOK = shipped_book()
A2 = sorted(one.id for one in BOOK.measures.values() if one.type == "A-2")


def existing(n: int, name: str, department: str = "商工課") -> ExistingMeasure:
    return ExistingMeasure(id=f"e{n}", name=name, department=department)


def suggested(n: int, *measures: str) -> Link:
    found = tuple(Suggestion(measure=one, score=0.5) for one in measures)
    return Link(existing=f"e{n}", generic=measures[:1], standing="suggested", suggestions=found)


def register(*measures: ExistingMeasure, year: int | None = 2026) -> Register:
    return Register(name="一覧.xlsx", fiscal_year=year, measures=measures)


def read(text: str) -> tuple[Confirmation, ...]:
    return read_data(text.encode(), BOOK)[0]


def test_a_suggestion_is_a_line_that_confirms_once_its_mark_is_taken_away() -> None:
    text = draft(
        BOOK, register(existing(1, "研修")), Mapping(links=(suggested(1, "MS.A-2.hr", "MS.A-2.vision"),)), ("A-2",)
    )
    assert read(text) == ()
    for measure in ("MS.A-2.hr", "MS.A-2.vision"):
        (said,) = read(text.replace(f"# serves: [{measure}]", f"serves: [{measure}]"))
        assert said == Confirmation(
            name="研修", department="商工課", generic=(measure,), types=("A-2",), fiscal_year=2026
        )
    (none,) = read(text.replace("# serves: []  #", "serves: []  #"))
    assert none.generic == ()


def test_what_is_confirmed_stands_as_it_is_with_the_types_of_what_it_serves() -> None:
    link = Link(existing="e1", generic=("MS.A-2.hr", "MS.B.hr"), standing="confirmed")
    (said,) = read(draft(BOOK, register(existing(1, "研修"), year=None), Mapping(links=(link,)), ("A-2",)))
    assert (said.generic, said.types, said.fiscal_year) == (("MS.A-2.hr", "MS.B.hr"), ("A-2", "B"), None)


def test_without_a_type_all_types_were_looked_at() -> None:
    link = Link(existing="e1", standing="confirmed")
    (said,) = read(draft(BOOK, register(existing(1, "研修")), Mapping(links=(link,)), ()))
    assert said.types == ("A-1", "A-2", "B")


def test_an_empty_register_gives_an_empty_file() -> None:
    assert read(draft(BOOK, register(), Mapping(), ("A-2",))) == ()


def test_what_would_be_too_big_to_read_back_is_refused() -> None:
    many = [existing(n, f"{n}" + "長い名前" * 60) for n in range(2_000)]
    links = tuple(suggested(n, *A2[:5]) for n in range(2_000))
    with pytest.raises(ShusekiError) as refused:
        draft(BOOK, register(*many), Mapping(links=links), ("A-2",))
    assert refused.value.problems[0].code == "file_too_big"


NAMES = st.text(min_size=1, max_size=30).filter(lambda name: bool(name.strip()))
STANDING = st.sampled_from(["confirmed", "suggested", "open"])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES | st.just(""), STANDING, st.sampled_from(A2)), max_size=5))
def test_whatever_the_names_it_reads_back_with_what_was_confirmed(rows: list[tuple[str, str, str, str]]) -> None:
    measures = [existing(n, name.strip(), department) for n, (name, department, _, _) in enumerate(rows)]
    links = tuple(
        Link.model_validate(
            {"existing": f"e{n}", "standing": standing, "generic": (measure,) if standing == "confirmed" else ()}
        )
        for n, (_, _, standing, measure) in enumerate(rows)
    )
    said = read(draft(BOOK, register(*measures), Mapping(links=links), ("A-2",)))
    confirmed = sum(standing == "confirmed" for _, _, standing, _ in rows)
    assert len(said) <= confirmed
    assert {one.generic[0] for one in said} <= {measure for _, _, standing, measure in rows if standing == "confirmed"}
    assert bool(said) is bool(confirmed) or len({name for name, *_ in rows}) < len(rows)


def test_the_file_says_how_to_complete_it_in_both_languages(tmp_path: Path) -> None:
    text = draft(BOOK, register(existing(1, "研修")), Mapping(links=(suggested(1, "MS.A-2.hr"),)), ("A-2",))
    assert "未確認" in text
    assert "To confirm" in text
    assert BOOK.measures["MS.A-2.hr"].title.ja in text
