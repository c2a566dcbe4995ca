"""Citations: each occurs in the study's text, and the lock says so to those who do not have the text."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from engine.book import citations
from engine.book.verify import check

from .conftest import Tiny

TEXT = "調査の 語\n句 と、次の\u3000本文"


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "study.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("SHUSEKI_STUDY_TEXT", str(path))
    return path


@pytest.fixture(autouse=True)
def no_study(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHUSEKI_STUDY_TEXT", raising=False)


@pytest.fixture
def locked(tiny: Tiny) -> Tiny:
    tiny.add_example("value: true", "2-2-5 次の本文")
    knowledge = tiny.folder / "knowledge"
    citations.write_lock(citations.cited(tiny.load()), citations.squeezed(TEXT), knowledge)
    return tiny


def codes(tiny: Tiny) -> set[tuple[str, str | None, int | None]]:
    found = check(tiny.load(), tiny.folder / "knowledge", tiny.folder / "rules")
    return {(p.code, p.where.file, p.where.line) for p in found}


def test_collected_from_book_and_examples(locked: Tiny) -> None:
    found = list(citations.cited(locked.load()))
    assert ("knowledge/types/A.yaml", ("citations", 0, "locator_ja"), "語句") in [
        (c.file, c.path, c.locator) for c in found
    ]
    assert found[-1].locator == "次の本文"
    assert found[-1].path == ("answers", "core_company", "source")


def test_the_lock_holds_no_words_of_the_study(locked: Tiny) -> None:
    lock = (locked.folder / "knowledge/citations.lock").read_bytes()
    assert lock.isascii()
    assert b"\r" not in lock


def test_a_lock_as_written_is_right_without_and_with_the_text(locked: Tiny, request: pytest.FixtureRequest) -> None:
    assert codes(locked) == set()
    request.getfixturevalue("study")
    assert codes(locked) == set()


def test_a_citation_that_came_and_one_that_went(locked: Tiny) -> None:
    locked.replace("knowledge/types/A.yaml", "語句", "語句と")
    assert codes(locked) == {
        ("citation_not_locked", "knowledge/types/A.yaml", 4),
        ("citation_gone", "knowledge/types/A.yaml", None),
    }


def test_an_examples_source_that_came(locked: Tiny) -> None:
    locked.replace("knowledge/examples/made_up.yaml", "次の本文", "次の")
    assert ("citation_not_locked", "knowledge/examples/made_up.yaml", 5) in codes(locked)


def test_words_that_are_not_in_the_text(locked: Tiny, study: Path) -> None:
    locked.replace("knowledge/types/A.yaml", "語句", "語句と、次の本")
    locked.replace("knowledge/types/B.yaml", "語句", "語彙")
    found = codes(locked)
    assert ("citation_not_found", "knowledge/types/B.yaml", 4) in found
    assert ("citation_not_found", "knowledge/types/A.yaml", 4) not in found


def test_another_text(locked: Tiny, study: Path) -> None:
    study.write_text(TEXT + "。", encoding="utf-8")
    assert codes(locked) == {("lock_other_text", "knowledge/citations.lock", None)}


def test_white_space_does_not_matter(locked: Tiny, study: Path) -> None:
    study.write_text(TEXT.replace("\n", "\r\n\t"), encoding="utf-8")
    assert codes(locked) == set()


@pytest.mark.parametrize("lock", [None, b"", b"\xff", b"# only a head\n", b"study x\nknowledge/types/A.yaml\n"])
def test_no_lock_or_a_broken_one(locked: Tiny, lock: bytes | None) -> None:
    path = locked.folder / "knowledge/citations.lock"
    path.unlink() if lock is None else path.write_bytes(lock)
    assert codes(locked) == {("lock_missing", "knowledge/citations.lock", None)}


def test_a_text_that_is_not_there(locked: Tiny, study: Path) -> None:
    study.unlink()
    assert codes(locked) == {("study_unreadable", str(study), None)}


def test_the_lock_is_the_same_in_any_order(tiny: Tiny) -> None:
    knowledge = tiny.folder / "knowledge"
    found = list(citations.cited(tiny.load()))

    def written(order: Iterable[citations.Cited]) -> bytes:
        citations.write_lock(order, "text", knowledge)
        return (knowledge / "citations.lock").read_bytes()

    assert written(found) == written(reversed(found))


def test_writing_needs_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert citations.main(["--write"]) == 2
    assert "SHUSEKI_STUDY_TEXT" in capsys.readouterr().err
