"""Answer files: what is read, what is refused and how, and that writing and reading are inverse."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.interview.visible import is_hidden
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation
from engine.model.problem import Problem, Severity, ShusekiError
from engine.store.answer_file import file_name, read_data, read_file, render, write_file
from engine.store.refusals import SIZE_LIMIT
from tests.engine.store.consultations import BOOK, CONSULTATIONS, KITAKAMI

TODAY = date(2026, 5, 1)

WRITTEN = """\
# Shuseki 回答ファイル / answer file
cluster:
  name: 北上川流域の電子・輸送機器
  name_en: Electronics in the Kitakami valley
  area: ["032069", "032051"]
  level: region
  industry: 電子部品・デバイス
  division: "28"
as_of: 2026-04-01
answers:
  # 対象 / Scope
  shipments:
    value: 3700
    confidence: likely
    source: 工業統計
    note: |-
      2000年の値。
      概数です。
    at: "2026-04-01T10:30:00"
  # 成り立ち / Origin
  growth_origin: exogenous
  # 中核 / Anchor
  core_company: unknown
  # 資源 / Assets
  appeal_assets: [land, transport]
# ここまで / end of file
"""

BY_HAND = """\
cluster: {name: 北上川流域の電子・輸送機器, area: [032069, "０３２０５１"], level: region, industry: 電子部品・デバイス}
as_of: 令和8年4月1日
answers:
  growth_origin: 企業の誘致
  vision_doc: yes
  shipments: {value: "約3,700", note: x}
  core_company: はい
  supplier_base: {value: true, confidence: おそらく, source: 工業統計, note: 事業所の約3割}
  appeal_assets: 土地・用地、水
  b_focus: わからない
"""


def read(text: str | bytes, name: str = "a.yaml") -> tuple[Consultation, tuple[Problem, ...]]:
    from engine.model.problem import Place

    return read_data(text.encode() if isinstance(text, str) else text, BOOK, Place(file=name), today=TODAY)


def refused(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ShusekiError) as caught:
        read(text)
    return caught.value.problems


def answers(text: str) -> Consultation:
    """Reads a file that has these answers and an ordinary head of two lines."""
    return read(HEAD + "answers:\n" + text)[0]


HEAD = "cluster: {name: x}\nas_of: 2026-04-01\n"


def test_written_for_people() -> None:
    assert render(KITAKAMI, BOOK) == WRITTEN


def test_reads_what_it_wrote() -> None:
    assert read(WRITTEN) == (KITAKAMI, ())


def test_written_by_hand() -> None:
    consultation, warnings = read(BY_HAND.replace("約3,700", "3,700億円"))
    assert warnings == ()
    assert consultation.cluster.area == ("032069", "032051")
    assert consultation.as_of == date(2026, 4, 1)
    assert {id: answer.value for id, answer in consultation.answers.items()} == {
        "growth_origin": "exogenous",
        "vision_doc": "yes",
        "shipments": 3700.0,
        "core_company": True,
        "supplier_base": True,
        "appeal_assets": ("land", "water"),
        "b_focus": UNKNOWN,
    }
    assert consultation.answers["supplier_base"] == Answer(
        question="supplier_base", value=True, confidence=Confidence.LIKELY, source="工業統計", note="事業所の約3割"
    )


def test_a_problem_has_file_line_entry_and_remedy_in_both_languages() -> None:
    (found,) = refused(BY_HAND)
    assert found.tell("ja").startswith("a.yaml:6 shipments: 「約3,700」は数値として読めません。")
    assert found.tell("en").startswith('a.yaml:6 shipments: "約3,700" cannot be read as a number.')


def test_a_comma_within_braces_is_explained() -> None:
    found = refused(HEAD + "answers:\n  shipments: {value: 3,700}\n")
    assert (found[0].code, found[0].where.line) == ("unknown_entry", 4)
    assert "桁区切り" in found[0].remedy.ja


def test_all_problems_are_told_at_once() -> None:
    found = refused(
        "cluster: {name: x, area: [032068], levl: city}\n"
        "as_of: 2026-02-30\n"
        "answers:\n"
        "  growth_orign: both\n"
        "  growth_origin: exogenus\n"
        "  core_company: maybe\n"
    )
    assert [(p.code, p.where.line) for p in found] == [
        ("unknown_entry", 1),
        ("wrong_check_digit", 1),
        ("no_such_day", 2),
        ("unknown_question", 4),
        ("unknown_option", 5),
        ("not_yes_no", 6),
    ]
    assert "「growth_origin」のことですか。" in found[3].remedy.ja
    assert "Did you mean growth_origin?" in found[3].remedy.en
    assert "Did you mean level?" in found[0].remedy.en


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "file_empty", None),
        (" \n\n", "file_empty", None),
        ("# only a comment\n", "file_empty", None),
        ("cluster: [a\n", "not_yaml", 1),
        ("cluster: {name: x}\n  as_of: 2026-04-01\n", "not_yaml", 2),
        ("cluster:\n\tname: x\n", "not_yaml", 2),
        ("just words\n", "wrong_type", 1),
        ("- a\n- b\n", "wrong_type", 1),
        ("cluster: {name: x}\ncluster: {name: y}\n", "duplicate_key", 2),
        ("cluster: &a {name: x}\n", "alias_refused", 1),
        ("cluster: {name: x}\nanswers: *a\n", "alias_refused", 2),
        ("cluster: !!python/object/apply:os.system [ls]\n", "tag_refused", 1),
        ("cluster: ! {name: x}\n", "tag_refused", 1),
        ("---\ncluster: {name: x}\n---\ncluster: {name: y}\n", "several_documents", 3),
        ("? [a]\n: b\n", "wrong_type", 1),
        ("[" * 9 + "]" * 9, "overgrown", 1),
        ("cluster: x\n", "wrong_type", 1),
        ("as_of: 2026-04-01\n", "cluster_missing", 1),
        ("cluster: {name: ' '}\n", "cluster_missing", 1),
        ("cluster: {name: [x]}\n", "wrong_type", 1),
        ("cluster: {name: x, level: town}\n", "unknown_level", 1),
        ("cluster: {name: x, division: 280}\n", "not_a_division", 1),
        ("cluster: {name: x, area: [{a: b}]}\n", "wrong_type", 1),
        (HEAD + "answers: [a]\n", "wrong_type", 3),
        (HEAD + "answers:\n  core_company:yes\n", "wrong_type", 4),
        (HEAD + "answer: {}\n", "unknown_entry", 3),
        (HEAD + "answers:\n  core_company: [yes]\n", "wrong_type", 4),
        (HEAD + "answers:\n  core_company: {valu: yes}\n", "unknown_entry", 4),
        (HEAD + "answers:\n  core_company: {note: x}\n", "value_missing", 4),
        (HEAD + "answers:\n  core_company: {value: yes, at: yesterday}\n", "not_a_time", 4),
        (HEAD + "answers:\n  core_company: {value: yes, confidence: 70}\n", "unknown_confidence", 4),
        (HEAD + "answers:\n  core_company: ''\n", "empty_answer", 4),
        ("cluster: {name: \x00x}\n", "control_character", 1),
        ("cluster:\n  name: a\x1b[2Jb\n", "control_character", 2),
    ],
)  # fmt: skip
def test_refusals(text: str, code: str, line: int | None) -> None:
    first = refused(text)[0]
    assert (first.code, first.where.line, first.where.file) == (code, line, "a.yaml")
    assert first.severity is Severity.ERROR


def test_hints_for_the_slips_of_japanese_input() -> None:
    assert "半角" in refused("cluster：\n  name： x\nas_of: 2026-04-01\n")[0].remedy.ja
    assert "半角" in refused("cluster:\n  name：x\n")[0].remedy.ja
    assert "タブ" in refused("cluster:\n\tname: x\n")[0].remedy.ja
    assert "切れている" in refused(HEAD + "answers:\n  growth_origin: 'exo")[0].remedy.ja


def test_keys_may_be_full_width() -> None:
    assert read("ｃｌｕｓｔｅｒ: {name: x}\nａｓ＿ｏｆ: ２０２６-04-01\n")[0].as_of == date(2026, 4, 1)


def test_duplicates_are_found_in_any_width_and_depth() -> None:
    found = refused(HEAD + "answers:\n  core_company: yes\n  b_focus: yes\n  ｃｏｒｅ_company: no\n  b_focus: no\n")
    assert [(p.code, p.where.line) for p in found] == [("duplicate_key", 6), ("duplicate_key", 7)]
    assert "1回目は4行目" in found[0].what.ja


def test_a_billion_laughs_are_refused_at_once() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert refused(bomb)[0].code == "alias_refused"


@pytest.mark.parametrize("unit", ["[", "{", "- ", "a: ", "x\n", "- a\n", "'", "a: b\n", "? "])
def test_no_file_within_the_limit_takes_long(unit: str) -> None:
    begun = time.perf_counter()
    refused(unit * (SIZE_LIMIT // len(unit)))
    assert time.perf_counter() - begun < 10  # a guard against quadratic reading, not a measure


def test_many_problems_end_early() -> None:
    found = refused(HEAD + "answers:\n" + "".join(f"  nonsense_{n}: yes\n" for n in range(5000)))
    assert len(found) == 21
    assert found[-1].code == "more_problems"


def test_a_file_cut_off_is_noticed_even_where_the_rest_is_good() -> None:
    lines = WRITTEN.splitlines(keepends=True)
    for kept in range(1, len(lines)):
        assert refused("".join(lines[:kept]))[0].code == "cut_off"
    data = WRITTEN.encode()
    for cut in range(len(data) - 1):  # without its last byte, the line break, the file is whole
        assert refused(data[:cut])[0].code in ("cut_off", "encoding_damaged", "file_empty", "encoding_unknown")


def test_encodings() -> None:
    text = WRITTEN.replace("# Shuseki 回答ファイル", "# 回答ファイル")
    assert read(text.encode("utf-8-sig")) == (KITAKAMI, ())
    assert read(text.replace("\n", "\r\n"))[0] == KITAKAMI
    consultation, (warning,) = read(text.encode("cp932"))
    assert consultation == KITAKAMI
    assert (warning.code, warning.severity) == ("read_as_cp932", Severity.WARNING)
    for other in ("utf-16", "utf-16-le", "euc_jp", "utf-32"):
        assert refused(text.encode(other))[0].code in ("encoding_unknown", "control_character")
    assert refused(b"name: \xff\xfe\x80")[0].code == "encoding_unknown"


def test_warnings_go_with_the_result() -> None:
    consultation, warnings = read("cluster: {name: x}\nanswers:\n  core_company:\n  b_focus: ~\n")
    assert consultation == Consultation(cluster=Cluster(name="x"), as_of=TODAY)
    assert [(w.code, w.severity) for w in warnings] == [
        ("as_of_missing", Severity.WARNING),
        ("left_open", Severity.WARNING),
    ]
    assert "core_company, b_focus" in warnings[1].what.en


def test_no_answers_at_all() -> None:
    assert read(HEAD)[0].answers == {}
    assert read(HEAD + "answers:\n")[0].answers == {}
    assert read(HEAD + "answers: {}\n")[0].answers == {}


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    text = "cluster: {name: 2026-04-01, industry: yes, industry_en: 0x1F}\nas_of: 2026-04-01\n"
    cluster = read(text)[0].cluster
    assert (cluster.name, cluster.industry, cluster.industry_en) == ("2026-04-01", "yes", "0x1F")


# --- files ---------------------------------------------------------------------------------------------------------


def test_write_and_read(tmp_path: Path) -> None:
    path = tmp_path / file_name(KITAKAMI)
    write_file(path, KITAKAMI, BOOK)
    assert path.name == "北上川流域の電子・輸送機器.yaml"
    assert read_file(path, BOOK) == (KITAKAMI, ())
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_never_overwrites_without_being_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("mine")
    assert code_of(lambda: write_file(path, KITAKAMI, BOOK)) == "file_exists"
    assert path.read_text() == "mine"
    write_file(path, KITAKAMI, BOOK, overwrite=True)
    assert path.read_text(encoding="utf-8") == WRITTEN


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
def test_overwriting_keeps_mode_and_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    path.write_text("mine")
    path.chmod(0o640)
    link.symlink_to(path)
    write_file(link, KITAKAMI, BOOK, overwrite=True)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text(encoding="utf-8") == WRITTEN


def test_writes_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError("the file system has no hard links")

    monkeypatch.setattr(os, "link", no_links)
    write_file(tmp_path / "a.yaml", KITAKAMI, BOOK)
    assert code_of(lambda: write_file(tmp_path / "a.yaml", KITAKAMI, BOOK)) == "file_exists"
    assert read_file(tmp_path / "a.yaml", BOOK)[0] == KITAKAMI


def test_the_old_file_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("mine")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert code_of(lambda: write_file(path, KITAKAMI, BOOK, overwrite=True)) == "file_unusable"
    assert path.read_text() == "mine"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_writing_where_one_cannot(tmp_path: Path) -> None:
    assert code_of(lambda: write_file(tmp_path / "no" / "a.yaml", KITAKAMI, BOOK)) == "folder_missing"
    assert code_of(lambda: write_file(tmp_path, KITAKAMI, BOOK, overwrite=True)) == "is_a_directory"
    assert code_of(lambda: write_file("a\x00b", KITAKAMI, BOOK)) == "file_unusable"


def test_nothing_is_written_that_could_not_be_read(tmp_path: Path) -> None:
    long = Answer(question="core_company", value=True, note="あ" * (SIZE_LIMIT // 3))
    too_long = KITAKAMI.model_copy(update={"answers": {"core_company": long}})
    assert code_of(lambda: write_file(tmp_path / "a.yaml", too_long, BOOK)) == "file_too_big"
    assert not (tmp_path / "a.yaml").exists()


def test_what_no_file_can_hold_is_replaced() -> None:
    strange = Consultation(cluster=Cluster(name="a\x00b"), as_of=TODAY)
    assert read(render(strange, BOOK))[0].cluster.name == "a\ufffdb"
    assert read('cluster: {name: "a\\0b"}')[0].cluster.name == "a\ufffdb"


def test_answers_to_questions_the_book_lost_are_written_all_the_same() -> None:
    old = {"gone": Answer(question="gone", value=True), "core_company": Answer(question="core_company", value=False)}
    text = render(KITAKAMI.model_copy(update={"answers": old}), BOOK)
    assert text.index("gone: true") > text.index("core_company: false")


@pytest.mark.parametrize("name", ["missing.yaml", "missing/a.yaml", "\x1b[31m.yaml", "a\x00b", "x" * 5000])
def test_no_such_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(ShusekiError) as caught:
        read_file(str(tmp_path / name), BOOK)
    (found,) = caught.value.problems
    assert found.code in ("file_missing", "file_unusable")
    assert not any(is_hidden(c) for c in found.tell("ja") + found.tell("en"))


def test_a_directory(tmp_path: Path) -> None:
    assert code_of(lambda: read_file(tmp_path, BOOK)) == "is_a_directory"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    path.chmod(0)
    assert code_of(lambda: read_file(path, BOOK)) == "no_permission"


def test_permission_refused_by_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert code_of(lambda: read_file(tmp_path / "a.yaml", BOOK)) == "no_permission"


def test_ten_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: b\n" * 2_000_000)
    assert code_of(lambda: read_file(path, BOOK)) == "file_too_big"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
def test_an_endless_file() -> None:
    assert code_of(lambda: read_file("/dev/zero", BOOK)) == "file_too_big"


def test_reading_files_does_not_load_sqlalchemy() -> None:
    heavy = {"sqlalchemy", "rapidfuzz", "textual", "platformdirs"}
    code = f"import sys, engine.store.answer_file, engine.store.areas; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


# --- properties ----------------------------------------------------------------------------------------------------


@given(CONSULTATIONS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_reads_back_exactly(consultation: Consultation) -> None:
    text = render(consultation, BOOK)
    assert read(text) == (consultation, ())
    assert render(consultation, BOOK) == text


@given(CONSULTATIONS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
def test_other_readers_of_yaml_read_the_same_words(consultation: Consultation) -> None:
    import yaml

    loaded = yaml.safe_load(render(consultation, BOOK))
    assert loaded["cluster"]["name"] == consultation.cluster.name
    assert loaded["as_of"] == consultation.as_of
    for id, answer in consultation.answers.items():
        entry = loaded["answers"][id]
        value = entry["value"] if isinstance(entry, dict) else entry
        if isinstance(answer.value, float) and "e" not in repr(answer.value):
            assert value == answer.value
        elif isinstance(answer.value, tuple):
            assert tuple(value) == answer.value
        elif not isinstance(answer.value, float):
            assert value == answer.value
        if isinstance(entry, dict):
            assert entry.get("note", "") == answer.note


@given(st.binary(max_size=300) | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(deadline=None)
def test_whatever_the_bytes_nothing_but_a_problem_comes_out(data: bytes) -> None:
    survives(data)


WORDS = "cluster as_of answers name core_company appeal_assets : - [ ] { } *a ' \" \\x00 | > # ? , --- ... yes 北上"
SEPARATORS = [": ", "\n", "\n  ", "- ", "&a ", "!!x ", "%YAML 1.1", "\t", "：", "　", "\ufeff", "\x85"]
PIECES = st.sampled_from([*WORDS.split(), *SEPARATORS])


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(deadline=None, max_examples=300)
def test_whatever_looks_like_yaml_nothing_but_a_problem_comes_out(text: str) -> None:
    survives(text.encode())


@given(st.data())
@settings(deadline=None)
def test_a_good_file_with_a_bad_spot_gives_nothing_but_a_problem(data: st.DataObject) -> None:
    good = WRITTEN.encode()
    at = data.draw(st.integers(0, len(good)))
    until = data.draw(st.integers(at, min(at + 20, len(good))))
    survives(good[:at] + data.draw(st.binary(max_size=10)) + good[until:])


def survives(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        consultation, _ = read(data)
    except ShusekiError as error:
        problems = error.problems
    else:
        assert consultation.cluster.name
        return
    assert problems
    for problem in problems:
        assert not any(is_hidden(c) for c in problem.tell("ja") + problem.tell("en"))


def code_of(call) -> str:
    with pytest.raises(ShusekiError) as caught:
        call()
    return caught.value.problems[0].code
