"""Figures with their units, which English counts otherwise."""

import pytest

from engine.assess.amounts import amount
from engine.model.text import LocalizedText

YEN = LocalizedText(ja="億円", en="100 million yen")


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        (1600, "1,600億円", "160 billion yen"),
        (18915, "18,915億円", "1.8915 trillion yen"),
        (5, "5億円", "500 million yen"),
        (0.05, "0.05億円", "5 million yen"),
        (0, "0億円", "0 yen"),
    ],
)
def test_hundreds_of_millions_are_counted_as_english_counts(value: float, ja: str, en: str) -> None:
    assert (amount(value, YEN, "ja"), amount(value, YEN, "en")) == (ja, en)


def test_other_units_stand_as_they_are() -> None:
    assert amount(13.2, LocalizedText(ja="%", en="%"), "en") == "13.2%"
    assert amount(70, LocalizedText(ja="社", en="firms"), "en") == "70 firms"
    assert amount(70, None, "en") == "70"
