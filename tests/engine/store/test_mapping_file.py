"""Mapping files: what is read, what is refused and how, and that writing and reading are inverse."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.interview.visible import is_hidden
from engine.model.problem import Place, Problem, Severity, ShusekiError
from engine.model.register import Confirmation
from engine.store.confirming import Said, standing
from engine.store.mapping_file import HEADER, read_data, read_mapping, render, write_mapping
from engine.store.refusals import SIZE_LIMIT
from tests.engine.store.consultations import NAMES, TEXT
from tests.engine.store.registers import BOOK, HR, SHOPS, confirmations

WRITTEN = """\
# Shuseki 対応表 / mapping file
# MS.A-2.hr  専門人材の育成・確保 / Specialists
mapping:
- {name: ものづくり人材育成事業, department: 商工課, serves: [MS.A-2.hr], types: [A-2], fiscal_year: 2026}
- {name: 商店街活性化事業, serves: [], types: [A-1, A-2]}
# ここまで / end of file
"""
BY_HAND = """\
mapping:
  - name: ものづくり人材育成事業
    department: 商工課
    serves: MS.A-2.hr
    types: ａ－２
    fiscal_year: ２０２６年度
  - {name: 商店街活性化事業, serves: [], types: [A-1, A-2, A-1]}
"""


def read(text: str | bytes) -> tuple[tuple[Confirmation, ...], tuple[Problem, ...]]:
    return read_data(text.encode() if isinstance(text, str) else text, BOOK, Place(file="m.yaml"))


def refused(text: str | bytes) -> list[tuple[str, int | None]]:
    """The code and line of every Problem."""
    with pytest.raises(ShusekiError) as caught:
        read(text)
    return [(found.code, found.where.line) for found in caught.value.problems]


def problem_of(text: str | bytes) -> Problem:
    with pytest.raises(ShusekiError) as caught:
        read(text)
    (found,) = caught.value.problems
    return found


def row(entries: str) -> str:
    return f"mapping:\n- {{{entries}}}\n"


# --- what is read --------------------------------------------------------------------------------------------------


def test_it_is_written_for_people_and_reads_back() -> None:
    assert render((HR, SHOPS), BOOK) == WRITTEN
    assert read(WRITTEN) == ((HR, SHOPS), ())


def test_what_a_person_writes_is_understood() -> None:
    assert read(BY_HAND) == ((HR, SHOPS), ())


@pytest.mark.parametrize("text", ["mapping:\n", "mapping: []\n", "mapping: ~\n", render((), BOOK)])
def test_nothing_said_is_no_problem(text: str) -> None:
    assert read(text) == ((), ())


@pytest.mark.parametrize("serves", ["", ", serves: ", ", serves: ~"])
def test_what_is_left_open_is_never_taken_for_none(serves: str) -> None:
    said, (warning,) = read(row(f"name: 未確認の事業, types: [A-1]{serves}"))
    assert said == ()
    assert (warning.code, warning.severity) == ("serves_open", Severity.WARNING)
    assert "未確認の事業" in warning.what.ja


def test_old_encodings_are_read_and_told() -> None:
    said, (warning,) = read(WRITTEN.encode("cp932"))
    assert (said, warning.code) == ((HR, SHOPS), "read_as_cp932")


def test_words_for_different_types_stand_side_by_side_in_order() -> None:
    first, second = SHOPS, SHOPS.model_copy(update={"types": ("A-1",), "generic": ("MS.A-1.hr",)})
    assert read(render((first, second), BOOK)) == ((first, second), ())


# --- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (row("name: a, serves: [MS.A-2.hrr], types: [A-2]"), [("unknown_measure", 2)]),
        (row("name: a, serves: [MS.A-2.hr], types: [A-1, B]"), [("measure_of_another_type", 2)]),
        (row("name: a, serves: [[MS.A-2.hr]], types: [A-2]"), [("wrong_type", 2)]),
        (row("name: a, serves: [~], types: [A-2]"), [("unknown_measure", 2)]),
        (row("name: a, serves: []"), [("types_missing", 2)]),
        (row("name: a, serves: [], types: []"), [("types_missing", 2)]),
        (row("name: a, serves: [], types: {a: b}"), [("wrong_type", 2)]),
        (row("name: a, serves: [], types: [A, A-3]"), [("unknown_type", 2), ("unknown_type", 2)]),
        (row("serves: [], types: [B]"), [("existing_without_name", 2)]),
        (row("name: ' 　', serves: [], types: [B]"), [("existing_without_name", 2)]),
        (row("name: [a], serves: [], types: [B]"), [("wrong_type", 2), ("existing_without_name", 2)]),
        (row("name: a, serves: [], types: [B], fiscal_year: 令和8"), [("not_a_fiscal_year", 2)]),
        (row("name: a, serves: [], types: [B], fiscal_year: 20260"), [("not_a_fiscal_year", 2)]),
        (row("name: a, serve: [], types: [B]"), [("unknown_entry", 2)]),
        (row("name: a, name: b, serves: [], types: [B]"), [("duplicate_key", 2)]),
        ("mapping: [a]\n", [("wrong_type", 1)]),
        ("mapping: a\n", [("wrong_type", 1)]),
        ("- {name: a}\n", [("wrong_type", 1)]),
        ("mapping: [&a x, *a]\n", [("alias_refused", 1)]),
        ("cluster: {name: x}\n", [("unknown_entry", 1), ("mapping_missing", None)]),
        ("", [("file_empty", None)]),
        ("mapping: []\n---\nmapping: []\n", [("several_documents", 2)]),
        (b"mapping: []\n\xff\xfe\x00", [("encoding_unknown", None)]),
        (b"mapping: [\x00]\n", [("control_character", 1)]),
        ("mapping: " + "[" * 5_000, [("overgrown", 1)]),
        (f"{HEADER}\nmapping:\n- {{name: a, serves: [], types: [B]}}\n", [("cut_off", None)]),
    ],
)  # fmt: skip
def test_every_problem_is_told_with_its_line(text: str | bytes, expected: list[tuple[str, int | None]]) -> None:
    assert refused(text) == expected


def test_all_problems_of_a_file_are_told_at_once() -> None:
    text = BY_HAND.replace("serves: MS.A-2.hr", "serves: [MS.A-1.hr, MS.X]") + "  - {serves: [], types: [B]}\n"
    assert refused(text) == [("measure_of_another_type", 4), ("unknown_measure", 4), ("existing_without_name", 8)]


@pytest.mark.parametrize(
    "first", ["types: [A-1, B]", "types: [B, A-1], department: ''", "types: [A-1, B], fiscal_year: 2025"]
)
def test_the_same_measure_twice_is_told(first: str) -> None:
    found = problem_of(
        f"mapping:\n- {{name: ﾓﾉ づくり, serves: [], {first}}}\n- {{name: モノづくり, serves: [], types: [A-1, B]}}\n"
    )
    assert (found.code, found.where.line) == ("duplicate_mapping", 3)
    assert "1回目は2行目" in found.what.ja


def test_it_is_not_twice_in_another_department() -> None:
    text = "mapping:\n- {name: a, department: b, serves: [], types: [B]}\n- {name: a, serves: [], types: [B]}\n"
    assert len(read(text)[0]) == 2


@pytest.mark.parametrize(("word", "meant"), [("MS.A-2.brnd", "MS.A-2.brand"), ("専門人材の育成", "MS.A-2.hr")])
def test_a_measure_is_guessed_by_id_and_by_title(word: str, meant: str) -> None:
    found = problem_of(row(f"name: a, serves: [{word}], types: [A-2]"))
    assert all(meant in told for told in (found.remedy.ja, found.remedy.en))


def test_a_hostile_file_is_not_told_without_end() -> None:
    found = refused("mapping:\n" + "- {serves: [x, y, z]}\n" * 500)
    assert len(found) == 21
    assert found[-1][0] == "more_problems"


def test_hidden_characters_are_shown() -> None:
    found = problem_of(row('name: a, serves: ["\\u202ex"], types: [B]'))
    assert not any(is_hidden(c) for told in (found.what.ja, found.remedy.en, str(found.where)) for c in told)


@pytest.mark.parametrize("text", ["", "mapping: []\n---\nmapping: []\n", "mapping: " + "[" * 5_000])
def test_nobody_is_told_to_write_an_answer_file(text: str) -> None:
    found = problem_of(text)
    assert "回答" not in found.remedy.ja + found.what.ja
    assert "answer" not in found.remedy.en + found.what.en


# --- files ---------------------------------------------------------------------------------------------------------


def test_a_file_is_never_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "対応表.yaml"
    write_mapping(path, [HR], BOOK)
    with pytest.raises(ShusekiError) as caught:
        write_mapping(path, [SHOPS], BOOK)
    assert caught.value.problems[0].code == "file_exists"
    assert read_mapping(path, BOOK) == ((HR,), ())
    write_mapping(path, [SHOPS], BOOK, overwrite=True)
    assert read_mapping(path, BOOK) == ((SHOPS,), ())


def test_what_cannot_be_read_is_told_with_the_file(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    big.write_bytes(b"a" * (SIZE_LIMIT + 1))
    for path, code in ((tmp_path / "none.yaml", "file_missing"), (tmp_path, "is_a_directory"), (big, "file_too_big")):
        with pytest.raises(ShusekiError) as caught:
            read_mapping(path, BOOK)
        (found,) = caught.value.problems
        assert (found.code, found.where.file) == (code, str(path))
        assert "回答" not in found.remedy.ja


def test_as_many_as_can_be_written_can_be_read(tmp_path: Path) -> None:
    many = [HR.model_copy(update={"name": f"事業{number}"}) for number in range(4_000)]
    write_mapping(tmp_path / "m.yaml", many[:3_800], BOOK)
    assert len(read_mapping(tmp_path / "m.yaml", BOOK)[0]) == 3_800
    for more in (many, [HR.model_copy(update={"name": "長" * SIZE_LIMIT})]):
        with pytest.raises(ShusekiError) as caught:
            write_mapping(tmp_path / "n.yaml", more, BOOK)
        assert caught.value.problems[0].code == "file_too_big"
    assert not (tmp_path / "n.yaml").exists()


def test_it_does_not_load_sqlalchemy() -> None:
    heavy = {"sqlalchemy", "rapidfuzz", "textual", "platformdirs"}
    code = f"import sys, engine.store.mapping_file; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


# --- properties ----------------------------------------------------------------------------------------------------

SAID = st.lists(confirmations(NAMES, TEXT), max_size=5)


def as_a_store_gives_them(said: list[Confirmation]) -> tuple[Confirmation, ...]:
    return standing([Said(seq, "c", "a", (word,)) for seq, word in enumerate(said)]).words


@given(SAID)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_reads_back_exactly(said: list[Confirmation]) -> None:
    stands = as_a_store_gives_them(said)
    text = render(stands, BOOK)
    assert read(text) == (stands, ())
    loaded = yaml.safe_load(text)["mapping"]
    assert [one["name"] for one in loaded] == [one.name for one in stands]


@given(st.text(alphabet="mapping:-{}[],#\n \"'&*!|>~nametypsrvAB12.あ：　\t", max_size=80) | st.binary(max_size=60))
@settings(deadline=None)
def test_whatever_a_file_holds_only_problems_are_raised(content: str | bytes) -> None:
    with suppress(ShusekiError):
        assert isinstance(read(content)[0], tuple)
