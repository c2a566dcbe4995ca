"""Bad input: one clear message with file and line, in the user's language, exit 2, no traceback, nothing on stdout."""

import re
from pathlib import Path

import pytest

from tests.tui.commanding import Ran, shuseki

LANGS = ("ja", "en")
HEAD = "cluster: {name: 試し}\nas_of: 2026-04-01\nanswers:\n"
BAD: dict[str, tuple[bytes, int | None]] = {
    "not YAML": (b"cluster: {name: x\n  as_of: [\n", 2),
    "a wrong type": (f"{HEAD}  manufacturing: [yes, no]\n".encode(), 4),
    "a wrong word": (f"{HEAD}  manufacturing: perhaps\n".encode(), 4),
    "an unknown question": (f"{HEAD}  growth_orign: both\n".encode(), 4),
    "duplicate keys": (f"{HEAD}  manufacturing: yes\n  manufacturing: no\n".encode(), 5),
    "10 MB": (b"# " + b"x" * 10_000_000, None),
    "cut off": (f"{HEAD}  manufacturing: {{value: ye".encode(), 4),
    "aliases": (b"a: &a [x]\nb: &b [*a, *a]\n", 1),
    "wrong encoding": ("cluster: {name: 試し}\n".encode("utf-16"), None),
    "damaged encoding": (f"{HEAD}  manufacturing: はい\n".encode()[:-3] + b"\xe3\n", 4),
    "a control character": (f"{HEAD}  manufacturing: ye\x1b[2Js\n".encode(), 4),
    "empty": (b"", None),
    "binary": (bytes(range(256)) * 8, None),
}


def one_message(ran: Ran, lang: str) -> str:
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert any("\u3040" <= c <= "\u9fff" for c in ran.err) is (lang == "ja")
    (line,) = ran.err.splitlines()
    return line


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_is_told_with_its_line(bad: str, lang: str, tmp_path: Path) -> None:
    data, line = BAD[bad]
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    told = one_message(shuseki("advise", str(path), "--lang", lang), lang)
    assert told.startswith(f"{path}:{line}" if line else str(path))
    assert path.read_bytes() == data


@pytest.mark.parametrize("lang", LANGS)
def test_a_folder_and_a_missing_file(lang: str, tmp_path: Path) -> None:
    assert str(tmp_path) in one_message(shuseki("advise", str(tmp_path), "--lang", lang), lang)
    assert "missing.yaml" in one_message(shuseki("advise", str(tmp_path / "missing.yaml"), "--lang", lang), lang)


def test_the_nearest_question_is_suggested(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{HEAD}  growth_orign: both\n", encoding="utf-8")
    assert "「growth_origin」のことですか" in shuseki("advise", str(path), "--lang", "ja").err


def test_full_width_digits_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(f"{HEAD}  shipments: １，２００\n", encoding="utf-8")
    assert shuseki("advise", str(path)).code == 0


def test_controls_on_the_command_line_are_made_visible() -> None:
    err = shuseki("advise", "--example", "sa\x1b[2J\u202ekaki", "--lang", "ja").err
    assert "\x1b" not in err
    assert "\\x1b" in err


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("avise",),
        ("advise",),
        ("advise", "a.yaml", "--example", "sakaki"),
        ("advise", "--example", "sakakii"),
        ("advise", "--example"),
        ("advise", "--exmple", "sakaki"),
        ("advise", "--example", "sakaki", "--format", "docx"),
        ("advise", "a", "b"),
        ("explain", "--example", "sakaki"),
        ("explain", "--example", "sakaki", "MS.B.visio"),
        ("explain", "a", "b", "c"),
        ("questions", "--section", "nowhere"),
        ("import",),
    ],
)
def test_misuse_is_one_message(arguments: tuple[str, ...], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_LANG", lang)
    one_message(shuseki(*arguments), lang)


def test_another_language_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHUSEKI_LANG", "en")
    assert "ja, en" in one_message(shuseki("examples", "--lang", "fr"), "en")


@pytest.mark.parametrize("lang", LANGS)
def test_what_nobody_foresaw_is_one_message_too(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.commands import shared

    def broken() -> None:
        raise RuntimeError("wires crossed")

    monkeypatch.setattr(shared, "load_book", broken)
    assert "wires crossed" in one_message(shuseki("advise", "--example", "sakaki", "--lang", lang), lang)


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("serve", "--port", "99999"), "--port"),
        (("explain", "--depth", "-1", "--example", "sakaki", "type"), "--depth"),
        (("robustness", "--scenarios", "abc", "--example", "sakaki"), "--scenarios"),
    ],
)
def test_a_wrong_number_is_told_in_japanese_and_names_the_option(arguments: tuple[str, ...], option: str) -> None:
    ran = shuseki(*arguments, "--lang", "ja")
    assert ran.code == 2
    assert option in ran.err
    assert "整数を指定" in ran.err
    assert not re.search("[a-z]{2,} [a-z]{2,}", ran.err)


@pytest.mark.parametrize("name", ["報告.pdf", "報告.doc", "報告.DOCM", "報告.odt"])
def test_a_name_that_promises_another_format_is_refused(name: str, tmp_path: Path) -> None:
    ran = shuseki("advise", "--example", "sakaki", "--lang", "en", "-o", str(tmp_path / name))
    assert ran.code == 2
    assert ".docx, .xlsx, .html" in ran.err
    assert not list(tmp_path.iterdir())


def test_an_empty_name_is_refused_and_a_hyphen_is_the_standard_output() -> None:
    assert "-o" in shuseki("advise", "--example", "sakaki", "--lang", "en", "-o", "").err
    assert shuseki("advise", "--example", "sakaki", "--lang", "en", "-o", "-").out.startswith("Assessment")


def test_a_folder_is_told_by_what_was_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = ("advise", "--example", "sakaki", "--lang", "en")
    assert "name of the file to write" in shuseki(*example, "--force", "-o", str(tmp_path)).err
    word = ("-o", str(tmp_path / "a.docx"), "--template", str(tmp_path))
    assert "Word template" in shuseki(*example, *word).err
    monkeypatch.setenv("SHUSEKI_DATABASE_URL", f"sqlite:///{tmp_path}")
    assert "file of the store" in shuseki("export", "--lang", "en").err
