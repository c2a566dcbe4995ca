"""Languages: a text in the wrong field is a warning, which does not stop the book from loading."""

import pytest

from engine.book.verify import check
from engine.model.problem import Severity

from .conftest import Tiny


def warnings(tiny: Tiny) -> list[tuple[str, str | None]]:
    found = check(tiny.load(), tiny.folder / "knowledge", tiny.folder / "rules")
    return [(p.code, p.where.entry) for p in found if p.severity is Severity.WARNING]


@pytest.mark.parametrize(
    ("ja", "warns"), [("Title", True), ("a plan of ours", True), ("KPI", False), ("3,000", False), ("題", False)]
)
def test_japanese(tiny: Tiny, ja: str, warns: bool) -> None:
    tiny.replace("knowledge/types/A.yaml", "{ja: 要旨, en: Summary.}", f'{{ja: "{ja}", en: Summary.}}')
    assert warnings(tiny) == ([("not_japanese", "summary.ja")] if warns else [])


@pytest.mark.parametrize(
    ("en", "warns"),
    [
        ("要旨です。", True),
        ("要旨 as is", False),
        ("'要旨要旨要旨'", False),
        ("“要旨” of it", False),
        ("Summary – short", False),
    ],
)
def test_english(tiny: Tiny, en: str, warns: bool) -> None:
    tiny.replace("knowledge/types/A.yaml", "en: Summary.", f'en: "{en}"')
    assert warnings(tiny) == ([("not_english", "summary.en")] if warns else [])
