"""The cache: an equal book comes back, and a cache that is broken, foreign or unwritable changes nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book import cache as kept
from engine.book import load as load_book
from engine.book.sources import Roots, collect
from engine.model.book import Book
from engine.model.problem import ShusekiError
from engine.model.rules import Condition, Rule, RuleFile, Stage, Then, Thresholds
from engine.model.text import Basis, LocalizedText

from .conftest import Tiny


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "deeper"


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_the_kept_book_is_equal_and_is_what_is_read(tiny: Tiny, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = tiny.load(folder)
    assert only_file(folder).suffix == ".json"
    monkeypatch.setattr("engine.book.loading.build", lambda sources: pytest.fail("read the YAML again"))
    warm = tiny.load(folder)
    assert warm == fresh
    assert [rule.then.key for rule in warm.rules] == [rule.then.key for rule in fresh.rules]


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b"Summary.", b"Changed."),
        lambda raw: b"\xff\x00 not ours\n" + raw,
        lambda raw: b"{}",
        lambda raw: b"cos\nsystem\n(S'false'\ntR.",
    ],
)
def test_a_broken_cache_is_ignored_and_rewritten(tiny: Tiny, folder: Path, damage: object) -> None:
    fresh = tiny.load(folder)
    whole = only_file(folder).read_bytes()
    only_file(folder).write_bytes(damage(whole))  # type: ignore[operator]
    assert tiny.load(folder) == fresh
    assert only_file(folder).read_bytes() == whole


def test_a_whole_file_that_is_no_book_is_ignored(tiny: Tiny, folder: Path) -> None:
    fresh = tiny.load(folder)
    body = b'{"version": "x"}'
    only_file(folder).write_bytes(kept.hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert tiny.load(folder) == fresh


def test_a_changed_file_is_read(tiny: Tiny, folder: Path) -> None:
    tiny.load(folder)
    tiny.replace("knowledge/types/A.yaml", "Summary.", "Changed.")
    assert tiny.load(folder).types["A"].summary.en == "Changed."


def test_a_book_with_errors_is_not_kept(tiny: Tiny, folder: Path) -> None:
    tiny.replace("rules/type/VP1.yaml", "finding: led", "finding: lead")
    with pytest.raises(ShusekiError):
        tiny.load(folder)
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tiny: Tiny, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("not a folder")
    assert tiny.load(occupied).version == tiny.load().version
    assert occupied.read_text() == "not a folder"


def test_no_scratch_file_stays_behind(tiny: Tiny, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", fail)
    tiny.load(folder)
    assert list(folder.iterdir()) == []


def test_only_the_latest_books_are_kept(tiny: Tiny, folder: Path) -> None:
    book = tiny.load()
    for n in range(12):
        kept.keep(folder, f"{n:032}", book)
    assert len(list(folder.iterdir())) == 8
    assert kept.fetch(folder, f"{11:032}") == book


def test_the_environment_names_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_CACHE_DIR", str(folder))
    assert kept.default_folder() == folder
    monkeypatch.delenv("SHUSEKI_CACHE_DIR")
    assert kept.default_folder().name == "shuseki"


def test_the_shipped_book_is_kept_in_the_default_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_CACHE_DIR", str(folder))
    assert load_book() == load_book(cache=None)
    assert only_file(folder).name.startswith("book-")


def test_the_key_turns_on_files_and_program(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    roots = Roots(tiny.folder / "knowledge", tiny.folder / "rules")
    key = kept.key_of(collect(roots))
    assert kept.key_of(collect(roots)) == key
    monkeypatch.setattr("pydantic.VERSION", "0")
    assert kept.key_of(collect(roots)) != key


texts = st.builds(
    LocalizedText, ja=st.text("産業型「」a1", min_size=1), en=st.text("ab c'\"\\", min_size=1).filter(str.strip)
)
names = st.text("abc_", min_size=1)
scalars = st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | names
leaves = st.one_of(
    st.fixed_dictionaries({"fact": names, "is": scalars}),
    st.fixed_dictionaries({"fact": names, "in": st.lists(scalars, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"fact": names, "at_least": st.floats(allow_nan=False, allow_infinity=False)}),
    st.fixed_dictionaries({"known": names}),
    st.fixed_dictionaries({"unknown": names}),
    st.fixed_dictionaries({"finding": names}),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=6,
)
_NO_KINDS = ("version", "rule_files", "sections", "thresholds", "packed_appendix", "gap_words", "gap_rows", "gap_files")
thens = st.one_of(
    st.fixed_dictionaries({"finding": names}),
    st.fixed_dictionaries({"caution": names}),
    st.fixed_dictionaries({"necessary": st.fixed_dictionaries({"factor": names, "fact": names})}),
)


@given(when=conditions, then=thens, reads=texts)
def test_any_rule_survives_the_json_of_a_book(when: Condition, then: dict[str, object], reads: LocalizedText) -> None:
    data = {"id": "a/b/c", "stage": "type", "when": when, "then": then, "basis": "judgement", "reads": reads}
    rule = Rule.model_validate(data)
    file = RuleFile(id="b", stage=Stage.TYPE, about=reads, rules=(rule,))
    empty = {name: {} for name in Book.model_fields if name not in _NO_KINDS}
    said = {"text": reads, "basis": Basis.JUDGEMENT}
    limits = {name: 2 for name in Thresholds.model_fields if name != "reasons"} | {"reasons": {"margin": said}}
    book = Book.model_validate({**empty, "version": "", "rule_files": (file,), "sections": (), "thresholds": limits})
    back = Book.model_validate_json(kept.to_json(book))
    assert back == book
    assert back.rules[0].then.key == Then.model_validate(then).key
    assert repr(back.rules[0].when) == repr(rule.when)


def test_a_kept_book_is_read_without_yaml(tiny: Tiny, folder: Path) -> None:
    tiny.load(folder)
    program = (
        "import sys; from pathlib import Path; from engine.book import load;"
        "knowledge, rules, cache = map(Path, sys.argv[1:]);"
        "load(knowledge, rules, cache=cache); print([m for m in ('yaml', 'engine.book.verify') if m in sys.modules])"
    )
    folders = [str(tiny.folder / "knowledge"), str(tiny.folder / "rules"), str(folder)]
    done = subprocess.run([sys.executable, "-c", program, *folders], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
