"""Amounts of money as budgets have them."""

import pytest

from engine.policy.register.amounts import NotUnderstoodError, amount, unit_in
from engine.policy.register.grid import Value


@pytest.mark.parametrize(
    ("value", "yen"),
    [
        (1_234, 1_234_000),
        (0, 0),
        (0.5, 500),
        ("1,234", 1_234_000),
        ("１，２３４", 1_234_000),
        ("1,234千円", 1_234_000),
        ("1,234 円", 1_234),
        ("△500", -500_000),
        ("▲ 1,000", -1_000_000),
        ("-3", -3_000),
        ("約1.5億円", 150_000_000),
        ("1億2,345万円", 123_450_000),
        ("12百万円", 12_000_000),
        ("¥1,234-", 1_234_000),
        ("1,234（うち国500）", 1_234_000),
        ("ゼロ予算", 0),
        ("－", None),
        ("―", None),
        ("-", None),
        ("　", None),
        ("未定", None),
        ("該当なし", None),
    ],
)
def test_what_is_understood(value: Value, yen: int | None) -> None:
    assert amount(value, 1_000) == yen


@pytest.mark.parametrize("value", ["(500)", "要求中", "1,234\n5,678", "1/2", "50%", "1,23", "9" * 500, 1e300, "同上"])
def test_what_is_not(value: Value) -> None:
    with pytest.raises(NotUnderstoodError):
        amount(value, 1)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("（単位：千円）", 1_000),
        ("予算額(円)", 1),
        ("R8当初予算（百万円）", 1_000_000),
        ("単位　万円", 10_000),
        ("Budget (thousand yen)", 1_000),
        ("金額", None),
        ("事業の円滑な実施", None),
    ],
)
def test_units(text: str, unit: int | None) -> None:
    assert unit_in(text) == unit
