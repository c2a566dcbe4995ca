"""A case of the study about the cluster's own place is told apart from the cases of others."""

import pytest

from engine.report.blocks import Bullets, Heading
from engine.report.edition import Edition
from engine.report.home import of_own_place
from tests.engine.report.reports import assessed, book, part, report, said
from tests.engine.report.test_questions_expected import answered


@pytest.mark.parametrize(
    ("case", "places", "own"),
    [
        ("kitakami", ("岩手県北上市",), True),
        ("kitakami", ("岩手県花巻市", "北上市"), True),
        ("kitakami", ("岩手県花巻市",), False),
        ("kitakami", ("岩手県",), True),
        ("hiroshima", ("広島県福山市",), True),
        ("hiroshima", ("広島県広島市中区",), True),
        ("hamamatsu", ("静岡県浜松市中央区",), True),
        ("hamamatsu", ("静岡県静岡市",), False),
        ("bourgogne", ("静岡県静岡市",), False),
        ("kitakami", (), False),
    ],
)
def test_by_the_names_of_the_area(case: str, places: tuple[str, ...], own: bool) -> None:
    assert of_own_place(book().cases[case], places) is own


def test_it_stands_apart_and_is_nobody_elses_example() -> None:
    near = assessed("kitakami").cases
    assert "kitakami" in {one.case for one in near}
    there = report("kitakami", "ja", Edition(places=("岩手県北上市",)))
    title = " ".join(book().cases["kitakami"].title.ja.split())
    summary = book().cases["kitakami"].summary.ja
    blocks = part(there, "近い事例")
    heading = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == "調査にある当地の事例")
    others = [line.text for b in blocks[:heading] if isinstance(b, Bullets) for line in b.lines]
    assert others
    assert not [text for text in others if text.startswith(title)]
    assert summary in said(there)
    who = answered(part(there, "想定問答"))["ほかに同じことをした地域はあるのか。"]
    assert summary not in who
    assert f"数えない：{title}" in who


def test_elsewhere_it_is_a_near_case_like_any() -> None:
    assert "調査にある当地の事例" not in said(report("kitakami", "ja", Edition(places=("岩手県花巻市",))))
