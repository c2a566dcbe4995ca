"""Fiscal years as offices write them."""

from datetime import date

import pytest

from engine.policy.register.grid import Unreadable, Value
from engine.policy.register.years import Span, era_of, named, span

NONE = Span()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和8", Span(2026, 2026)),
        ("令和 8 年度", Span(2026, 2026)),
        ("R8", Span(2026, 2026)),
        ("Ｒ８", Span(2026, 2026)),
        ("R08", Span(2026, 2026)),
        ("令和元年", Span(2019, 2019)),
        ("H30", Span(2018, 2018)),
        ("平成30年度", Span(2018, 2018)),
        ("昭和60年", Span(1985, 1985)),
        ("2026", Span(2026, 2026)),
        ("2026年度", Span(2026, 2026)),
        ("FY2026", Span(2026, 2026)),
        ("'26", Span(2026, 2026)),
        ("2026（令和8）年度", Span(2026, 2026)),
        ("R8.3", Span(2025, 2025)),
        ("R8.4.1", Span(2026, 2026)),
        ("令和8年3月31日", Span(2025, 2025)),
        ("2026-04-01", Span(2026, 2026)),
        ("R8新規", Span(2026, 2026)),
        ("R6～R8", Span(2024, 2026)),
        ("R6〜8", Span(2024, 2026)),
        ("Ｒ６－Ｒ８", Span(2024, 2026)),
        ("令和6年度から令和8年度まで", Span(2024, 2026)),
        ("令和6年度〜", Span(2024, None)),
        ("～R8", Span(None, 2026)),
        ("H20～継続中", Span(2008, None)),
        ("2024～26", Span(2024, 2026)),
        ("R6から3年間", Span(2024, 2026)),
        ("R6.4.1～R9.3.31", Span(2024, 2026)),
        ("2024-04-01～2027-03-31", Span(2024, 2026)),
        ("通年", NONE),
        ("継続", NONE),
        ("毎年度", NONE),
        ("－", NONE),
        ("未定", NONE),
        (date(2026, 3, 31), Span(2025, 2025)),
        (date(2026, 4, 1), Span(2026, 2026)),
        (2026, Span(2026, 2026)),
        (2026.0, Span(2026, 2026)),
    ],
)
def test_what_is_understood(text: Value, expected: Span) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "8", "20年度", "R99", "R8～R6", "H20以前", "3年間", "R6、R8", "R6～R8～R9", "R8.13.1", "R0", "3026",
        "x" * 5_000, 8, 45_383, 2026.5, date(1900, 1, 8), Unreadable("error", "#REF!"),
    ],
)  # fmt: skip
def test_what_is_not(text: Value) -> None:
    assert span(text) is None


def test_bare_years_below_an_era() -> None:
    assert era_of("開始年度（令和）") == "令"
    assert era_of("開始年度（平成・令和）") == ""
    assert era_of("令和8年度") == ""
    assert span(8, "令") == Span(2026, 2026)
    assert span("30", "平") == Span(2018, 2018)


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("令和８年度　主要事業一覧", (2026,)),
        ("R7当初予算・R8当初予算", (2025, 2026)),
        ("第3次総合計画（令和4年度～令和13年度）", ()),
        ("令和8年3月15日作成", ()),
        ("R8.4.1現在", ()),
        ("2026事業一覧", (2026,)),
        ("事業一覧_20260401", ()),
        ("4K8K事業", ()),
    ],
)
def test_years_named_in_titles(title: str, years: tuple[int, ...]) -> None:
    assert named(title) == years
