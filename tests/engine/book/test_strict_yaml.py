"""Strict YAML: only data comes in, every line is known, and whatever else is refused with its line."""

from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.book.strict_yaml import MAX_DEPTH, line_of, parse
from engine.model.problem import ShusekiError


def refused(raw: bytes) -> tuple[str, int | None]:
    with pytest.raises(ShusekiError) as caught:
        parse(raw, "a.yaml")
    (problem,) = caught.value.problems
    assert problem.where.file == "a.yaml"
    return problem.code, problem.where.line


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"a: 1\nb: 2\na: 3\n", "yaml_duplicate_key", 3),
        (b"a:\n  b: 1\n  b: 1\n", "yaml_duplicate_key", 3),
        (b"a: &x 1\nb: 2\n", "yaml_forbidden", 1),
        (b"a: 1\nb: *x\n", "yaml_forbidden", 2),
        (b"a: !!python/name:os.system x\n", "yaml_forbidden", 1),
        (b"a: ! x\n", "yaml_forbidden", 1),
        (b"a: 1\n---\nb: 1\n", "yaml_documents", 2),
        (b"? [a]\n: 1\n", "yaml_key", 1),
        (b"a: 1\nb: x: y\n", "yaml_syntax", 2),
        (b'a: 1\nb: "cut off', "yaml_syntax", 2),
        (b"a: [1,", "yaml_syntax", 1),
        ("a: 1\nb: 産業".encode("cp932"), "file_not_utf8", 2),
        (b"a: 1\nb: \x1b[31m\n", "yaml_control", 2),
        (b"a: 1\nb: \x00\n", "yaml_control", 2),
        (b"a: " + b"9" * 5000, "yaml_number", 1),
        (b"[" * 100_000, "yaml_too_deep", 1),
        (b"{a: " * 40 + b"1", "yaml_too_deep", 1),
        (b"#" * (1 << 20) + b"\n", "file_too_large", None),
    ],
)
def test_refuses_with_the_line(raw: bytes, code: str, line: int | None) -> None:
    assert refused(raw) == (code, line)


def test_hostile_characters_are_shown_not_sent() -> None:
    with pytest.raises(ShusekiError) as caught:
        parse("\u202e: 1\n\u202e: 2\n".encode(), "a.yaml")
    told = caught.value.problems[0].tell("en")
    assert "\u202e" not in told
    assert "\\u202e" in told


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True), ("false", False), ("yes", "yes"), ("no", "no"), ("on", "on"), ("True", "True"),
        ("3000", 3000), ("-1.5", -1.5), (".5", 0.5), ("1e3", 1000.0), ("1e999", "1e999"), ("032069", "032069"),
        ("0x10", "0x10"), ("1:30", "1:30"), ("1_000", "1_000"), ("2026-04-01", "2026-04-01"), ("2-1-3", "2-1-3"),
        ("null", None), ("~", None), ("", None), ("<<", "<<"), (".", "."), ('"1"', "1"), ("'true'", "true"),
    ],
)  # fmt: skip
def test_plain_words_mean_what_they_look_like(written: str, meant: object) -> None:
    found = parse(f"a: {written}\n".encode(), "a.yaml")
    assert found == {"a": meant}
    assert type(found["a"]) is type(meant)  # type: ignore[index]


def test_lines_are_remembered() -> None:
    data = parse(b"\xef\xbb\xbfa: 1\nb:\n- x\n- c: 1\n  d: [1,\n    2]\n", "a.yaml")
    assert data == {"a": 1, "b": ["x", {"c": 1, "d": [1, 2]}]}
    assert [line_of(data, path) for path in [("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 1, "d", 1)]] == [
        1,
        2,
        3,
        4,
        6,
    ]


def test_the_line_of_what_is_missing_is_the_enclosing_one() -> None:
    data = parse(b"a:\n  b: 1\n", "a.yaml")
    assert line_of(data, ("a", "gone", 3)) == 1
    assert line_of(data, ("gone",)) is None


def test_nothing_at_all_is_none() -> None:
    assert parse(b"", "a.yaml") is None
    assert parse(b"# only a comment\n", "a.yaml") is None


def test_as_deep_as_allowed() -> None:
    assert parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "a.yaml") is not None


@given(st.binary(max_size=200))
def test_any_bytes_give_data_or_a_problem(raw: bytes) -> None:
    with suppress(ShusekiError):
        parse(raw, "a.yaml")


@given(st.text(alphabet=st.sampled_from("ab:-[]{},&*!|>'\"#\n 1"), max_size=40))
def test_any_yaml_like_text_gives_data_or_a_problem(text: str) -> None:
    with suppress(ShusekiError):
        parse(text.encode(), "a.yaml")


@pytest.mark.parametrize(
    ("raw", "meant"),
    [(b"a: [1, {b: yes}]\n", {"a": [1, {"b": "yes"}]}), (b"a: &x 1\n", "yaml_forbidden"), (b"a: [", "yaml_syntax")],
)
def test_the_same_without_the_c_library(monkeypatch: pytest.MonkeyPatch, raw: bytes, meant: object) -> None:
    monkeypatch.setattr("engine.book.strict_yaml._LOADER", yaml.SafeLoader)
    if isinstance(meant, dict):
        assert parse(raw, "a.yaml") == meant
    else:
        assert refused(raw) == (meant, 1)
