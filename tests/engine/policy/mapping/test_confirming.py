"""What people confirmed wins, holds next year too, and says nothing of types nobody looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.register import Confirmation, ExistingMeasure, Link, Register
from engine.policy.mapping import key_of, mapped

NAME = "ものづくり人材育成事業"
ALL: tuple[TypeCode, ...] = ("A-1", "A-2", "B")


def link(
    book: Book,
    confirmations: list[Confirmation],
    types: tuple[TypeCode, ...] = ("A-2",),
    name: str = NAME,
    department: str = "",
    generic: tuple[str, ...] | None = None,
    year: int | None = 2026,
) -> Link:
    measure = ExistingMeasure(id="e", name=name, department=department, generic=generic)
    return mapped(book, Register(name="r", fiscal_year=year, measures=(measure,)), types, confirmations).of("e")


def said(*generic: str, types: tuple[TypeCode, ...] = ("A-2",), name: str = NAME, **more: object) -> Confirmation:
    return Confirmation(name=name, generic=generic, types=types, **more)  # type: ignore[arg-type]


def test_without_a_word_suggestions_stand_and_the_near_ones_are_taken(book: Book) -> None:
    found = link(book, [])
    assert (found.standing, found.kept) == ("suggested", False)
    assert found.generic[0] == found.suggestions[0].measure
    assert set(found.generic) <= {one.measure for one in found.suggestions}


def test_where_nothing_is_near_it_stays_open(book: Book) -> None:
    assert link(book, [], name="道路維持補修費") == Link(existing="e")


def test_a_confirmation_wins(book: Book) -> None:
    found = link(book, [said("MS.A-2.share")])
    assert found == Link(existing="e", generic=("MS.A-2.share",), standing="confirmed")


def test_that_it_serves_none_is_a_word_too(book: Book) -> None:
    assert link(book, [said()]) == Link(existing="e", standing="confirmed")


@pytest.mark.parametrize(
    ("of", "now", "kept"), [(2025, 2026, True), (2026, 2026, False), (None, 2026, False), (2025, None, False)]
)
def test_it_is_kept_where_it_comes_from_an_earlier_year(
    book: Book, of: int | None, now: int | None, kept: bool
) -> None:
    assert link(book, [said("MS.A-2.hr", fiscal_year=of)], year=now).kept is kept


def test_of_types_it_did_not_look_at_it_says_nothing(book: Book) -> None:
    found = link(book, [said("MS.A-2.share")], ("A-2", "B"))
    assert (found.standing, found.generic) == ("confirmed", ("MS.A-2.share",))
    assert {book.measures[one.measure].type for one in found.suggestions} == {"B"}
    found = link(book, [said("MS.A-2.share")], ("B",))
    assert (found.standing, found.suggestions[0].measure) == ("suggested", "MS.B.hr")


def test_none_of_one_type_leaves_another_open_to_suggestions(book: Book) -> None:
    found = link(book, [said()], ("A-2", "B"))
    assert found.standing == "suggested"
    assert all(one.startswith("MS.B.") for one in found.generic)
    assert link(book, [said(types=ALL)], ("A-2", "B")).standing == "confirmed"


def test_confirmations_of_several_types_go_together(book: Book) -> None:
    found = link(book, [said("MS.A-2.hr"), said("MS.B.hr", types=("B",))], ("A-2", "B"))
    assert (found.generic, found.standing, found.suggestions) == (("MS.A-2.hr", "MS.B.hr"), "confirmed", ())


def test_the_later_year_counts_and_then_the_later_word(book: Book) -> None:
    old, new = said("MS.A-2.share", fiscal_year=2024), said("MS.A-2.hr", fiscal_year=2025)
    assert link(book, [new, old]).generic == link(book, [old, new]).generic == ("MS.A-2.hr",)
    assert link(book, [said("MS.A-2.share"), said("MS.A-2.hr")]).generic == ("MS.A-2.hr",)


def test_departments_only_part_what_both_name(book: Book) -> None:
    one = said("MS.A-2.share", department="産業振興課")
    assert link(book, [one], department="産業振興課").generic == ("MS.A-2.share",)
    assert link(book, [one]).generic == ("MS.A-2.share",)
    assert link(book, [one], department="教育委員会").standing == "suggested"
    assert link(book, [said("MS.A-2.hr"), one], department="産業振興課").generic == ("MS.A-2.share",)


def test_the_register_s_own_column_is_a_person_s_word(book: Book) -> None:
    found = link(book, [said("MS.A-2.share")], generic=("MS.A-2.brand",))
    assert found == Link(existing="e", generic=("MS.A-2.brand",), standing="confirmed")
    assert link(book, [], generic=()).standing == "confirmed"


def test_what_was_confirmed_after_reading_the_column_wins(book: Book) -> None:
    this_year, last_year = (said("MS.A-2.share", fiscal_year=year) for year in (2026, 2025))
    assert link(book, [this_year], generic=("MS.A-2.brand",)).generic == ("MS.A-2.share",)
    assert link(book, [last_year], generic=("MS.A-2.brand",)).generic == ("MS.A-2.brand",)
    of_b = said("MS.B.hr", types=("B",), fiscal_year=2026)
    assert link(book, [of_b], types=("A-2", "B"), generic=("MS.A-2.brand",)).generic == ("MS.A-2.brand", "MS.B.hr")


def test_a_person_s_word_wins_over_the_column_of_a_register_of_no_known_year(book: Book) -> None:
    one = ExistingMeasure(id="e", name=NAME, generic=("MS.A-2.brand",))
    found = mapped(book, Register(name="r", measures=(one,)), ("A-2",), [said("MS.A-2.share")])
    assert found.links[0].generic == ("MS.A-2.share",)


def test_a_measure_the_book_does_not_have_is_passed_over(book: Book) -> None:
    assert link(book, [said("MS.A-2.gone", "MS.A-2.hr")]).generic == ("MS.A-2.hr",)


def test_every_measure_has_its_link_in_the_register_s_order(book: Book) -> None:
    measures = tuple(ExistingMeasure(id=f"e{n}", name=name) for n, name in enumerate([NAME, "予備費", NAME]))
    found = mapped(book, Register(name="r", measures=measures), (), [])
    assert [one.existing for one in found.links] == ["e0", "e1", "e2"]
    assert {book.measures[one.measure].type for one in found.links[0].suggestions} == set(ALL)


@pytest.mark.parametrize(
    "other",
    [
        "令和7年度 ものづくり人材育成事業", "ものづくり人材育成事業（令和８年度）", "R8ものづくり人材育成事業",
        "【新規】ものづくり人材育成事業", "ものづくり人材育成事業（拡充）", "（一部新規・拡充）ものづくり人材育成事業",
        "★ ものづくり人材育成事業", "3. ものづくり人材育成事業", "新規：ものづくり人材育成事業",
        "モノヅクリ人材育成事業", "ものづくり人材育成事業（R7〜R9）", "（令和8年度新規）ものづくり人材育成事業",
        "ものづくり　人材育成事業", "2026年度ものづくり人材育成事業", "ものづくり人材育成事業[継続]",
    ],
)  # fmt: skip
def test_a_name_is_the_same_whatever_its_year_and_marks(other: str) -> None:
    assert key_of(other) == key_of(NAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("第2期工業団地造成", "第3期工業団地造成"), ("北部工業団地", "南部工業団地"),
        ("新製品開発補助", "製品開発補助"),
        ("R&D補助", "D補助"), ("継続教育事業", "教育事業"), ("3D測定", "測定"), ("新規就農支援", "就農支援"),
    ],
)  # fmt: skip
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("name", ["令和8年度", "【新規】", "★", "2026年度", "（拡充）"])
def test_a_name_of_nothing_but_marks_is_still_a_name(name: str) -> None:
    assert key_of(name)


@given(st.text(st.sampled_from("令和平成R78年度年分【】（）()新規拡充継続★・、~〜 　企業")))
def test_any_name_has_one_key_at_once(name: str) -> None:
    assert key_of(name) == key_of(f" {name} ")


def test_a_hostile_name_takes_no_time() -> None:
    assert key_of("【" + "新規" * 9000 + " " * 9000) == key_of("【" + "新規" * 9000 + " " * 9001)
