"""``advise`` as files: every format, the name that tells it, what does not go together, and what the options do."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.tui.commanding import ROOT, shuseki
from tui.reporting import SUFFIXES

NOTED = """
cluster: {name: 試しの集積}
as_of: 2026-04-01
answers:
  manufacturing: {value: yes, note: 秘密の備考, source: 秘密の出所, participant: 秘密の人}
  growth_origin: endogenous
"""
EARLIER = """
cluster: {name: 試しの集積}
as_of: 2025-04-01
answers: {manufacturing: yes, growth_origin: exogenous}
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    path = tmp_path / "今年.yaml"
    path.write_text(NOTED, encoding="utf-8")
    return path


def written(*arguments: str) -> bytes:
    ran = shuseki("advise", *arguments)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return Path(arguments[arguments.index("-o") + 1]).read_bytes()


@pytest.mark.parametrize("form", SUFFIXES)
def test_the_name_of_the_file_tells_the_format(form: str, tmp_path: Path) -> None:
    data = written("--example", "sakaki", "--lang", "ja", "-o", str(tmp_path / f"診断{SUFFIXES[form][0]}"))
    match form:
        case "docx" | "xlsx":
            inside = zipfile.ZipFile(io.BytesIO(data)).namelist()
            assert ("word/document.xml" if form == "docx" else "xl/workbook.xml") in inside
        case "json":
            assert json.loads(data)["type"]["leading"]
        case "html":
            assert data.lower().startswith(b"<!doctype html")
        case "md":
            assert data.decode().startswith("# 産業集積の診断")
        case _:
            assert data.decode().startswith("産業集積の診断")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--format", "docx", "-o", "a.txt"], "wrong_suffix"),
        (["--format", "md", "-o", "a.docx"], "wrong_suffix"),
        (["--format", "html", "--template", "t.docx"], "template_without_word"),
        (["--format", "json", "--brief"], "not_of_json"),
        (["--format", "json", "--previous", "example:sakaki"], "not_of_json"),
        (["--format", "pdf"], "bad_value"),
    ],
)
def test_what_does_not_go_together_is_refused_before_any_work(
    arguments: list[str], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for lang in ("ja", "en"):
        ran = shuseki("advise", "--example", "sakaki", "--lang", lang, *arguments)
        assert (ran.code, ran.out) == (2, "")
        words = {"wrong_suffix": "拡張子", "template_without_word": "Word", "not_of_json": "json", "bad_value": "pdf"}
        assert words[code] in ran.err or lang == "en"
    assert list(tmp_path.iterdir()) == []


def test_word_is_not_printed_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "StringIO", Terminal)
    ran = shuseki("advise", "--example", "sakaki", "--format", "docx", "--lang", "ja")
    assert (ran.code, ran.out) == (2, "")
    assert "-o 報告.docx" in ran.err


def test_word_goes_into_a_pipe_as_it_is() -> None:
    command = [sys.executable, "-m", "tui.cli", "advise", "--example", "sakaki", "--format", "docx"]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True, timeout=120)
    assert done.stderr == b""
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(done.stdout)).namelist()


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"mine")
    ran = shuseki("advise", "--example", "sakaki", "-o", str(target))
    assert ran.code == 2
    assert target.read_bytes() == b"mine"
    assert shuseki("advise", "--example", "sakaki", "-o", str(target), "--force").code == 0
    assert target.read_bytes() != b"mine"


def test_the_public_version_leaves_out_what_was_typed(noted: Path, tmp_path: Path) -> None:
    whole = shuseki("advise", str(noted), "--lang", "ja").out
    public = shuseki("advise", str(noted), "--lang", "ja", "--public").out
    for secret in ("秘密の備考", "秘密の出所", "秘密の人"):
        assert secret in whole
        assert secret not in public
    assert "公開用" in public


def test_brief_is_the_first_page_alone(noted: Path) -> None:
    brief = shuseki("advise", str(noted), "--lang", "ja", "--brief").out
    assert len(brief.splitlines()) < 90
    assert "この診断の範囲と限界" in brief
    assert "想定問答" not in brief


def test_what_changed_since_an_earlier_file(noted: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "去年.yaml"
    earlier.write_text(EARLIER, encoding="utf-8")
    ran = shuseki("advise", str(noted), "--previous", str(earlier), "--lang", "ja")
    assert (ran.code, ran.err) == (0, "")
    assert "前回の診断からの変化" in ran.out
    assert "2025年4月1日（令和7年4月1日）" in ran.out
    missing = shuseki("advise", str(noted), "--previous", "どこにもない.yaml", "--lang", "ja")
    assert missing.code == 2
    assert "どこにもない" in missing.err


def test_an_offices_own_template_is_used_and_a_broken_one_told(tmp_path: Path) -> None:
    from docx import Document

    mine = tmp_path / "様式.docx"
    word = Document()
    word.add_paragraph("本市の様式")
    word.save(str(mine))
    target = tmp_path / "a.docx"
    ran = shuseki("advise", "--example", "sakaki", "--brief", "--template", str(mine), "-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert "{{shuseki}}" in ran.err
    text = zipfile.ZipFile(io.BytesIO(target.read_bytes())).read("word/document.xml").decode()
    assert "本市の様式" in text
    mine.write_bytes(b"no document")
    for template in (mine, tmp_path / "none.docx"):
        ran = shuseki("advise", "--example", "sakaki", "--template", str(template), "-o", str(tmp_path / "b.docx"))
        assert ran.code == 2
        assert "Traceback" not in ran.err
        assert not (tmp_path / "b.docx").exists()


def test_the_areas_are_named() -> None:
    out = shuseki("advise", "--example", "kitakami", "--lang", "ja", "--brief").out
    assert "岩手県北上市、花巻市" in out
