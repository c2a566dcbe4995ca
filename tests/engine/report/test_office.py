"""The files in an office program and a browser: they open, and the first page is one page. Needs LibreOffice."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from engine.analysis.whole import analysed
from engine.assess import assess, engine_for
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.text import Lang
from engine.report.document import document
from engine.report.docx import render as docx
from engine.report.html import render as html
from engine.report.xlsx import render as xlsx
from tests.engine.report.reports import LANGS, book
from tests.engine.report.samples import sample
from tests.engine.report.test_docx_template import template

OFFICE, READER = shutil.which("soffice"), shutil.which("pdftotext")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None or READER is None, reason="LibreOffice or pdftotext is missing"),
]
# Where Calibri and the like are missing, what stands in for them is a fifth wider than they are. This is not.
_ALIKE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{}</fontconfig>"""
_ALIAS = """<match target="pattern"><test name="family"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>Noto {} CJK JP</string></edit></match>"""
_FONTS = {"Calibri": "Sans", "Arial": "Sans", "Century": "Serif", "游明朝": "Serif", "游ゴシック": "Sans"}


def pdfs(folder: Path, **files: bytes) -> dict[str, Path]:
    """The files as PDF by name, an underscore in the name being the dot."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_ALIKE.format("".join(_ALIAS.format(*one) for one in _FONTS.items())), encoding="utf-8")
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    command = [str(OFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *(str(folder / name.replace("_", ".")) for name in files)]
    subprocess.run(
        command, check=True, capture_output=True, timeout=300, env=os.environ | {"FONTCONFIG_FILE": str(fonts)}
    )
    return {name: folder / f"{name.split('_')[0]}.pdf" for name in files}


def page(pdf: Path, number: int) -> str:
    """The text of a page."""
    command = [str(READER), "-f", str(number), "-l", str(number), str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def asked(name: str) -> Consultation:
    if name in book().examples:
        return book().examples[name]
    answers = {"growth_origin": Answer(question="growth_origin", value="endogenous")}
    return Consultation(
        cluster=Cluster(name="〇〇市の金属製品"), as_of=book().examples["sakaki"].as_of, answers=answers
    )


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_page_is_one_page_and_the_contents_follow(lang: Lang, tmp_path: Path) -> None:
    files = {}
    for name in ("kitakami", "hamamatsu", "shikokuchuo", "hardly"):
        one = asked(name)
        found = assess(book(), one.answers, one.as_of)
        analysis = analysed(engine_for(book()), one.answers, found)
        files[f"{name}_docx"] = docx(document(book(), one, found, lang, analysis))
    for name, pdf in pdfs(tmp_path, **files).items():
        first, second = page(pdf, 1), page(pdf, 2)
        assert ("この診断の範囲と限界" if lang == "ja" else "Scope and limits") in first, name
        assert second.split("\n\n")[1].startswith("目次" if lang == "ja" else "Contents"), name


def test_a_workbook_and_a_report_in_a_template_open(tmp_path: Path) -> None:
    one = asked("sakaki")
    files = {"book_xlsx": xlsx(book(), one, assess(book(), one.answers, one.as_of), "ja")}
    files["own_docx"] = docx(sample(), template())
    made = pdfs(tmp_path, **files)
    assert "要約" in page(made["book_xlsx"], 1)
    assert "集積の型とフェーズ" in "".join(page(made["own_docx"], n) for n in (1, 2, 3))


@pytest.mark.skipif(BROWSER is None, reason="Chromium is missing")
@pytest.mark.parametrize(("name", "lang"), [("kitakami", "ja"), ("tokushima", "en")])
def test_the_page_in_a_browser_prints_its_first_page_on_one(name: str, lang: Lang, tmp_path: Path) -> None:
    one = asked(name)
    found = assess(book(), one.answers, one.as_of)
    analysis = analysed(engine_for(book()), one.answers, found)
    written, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    written.write_text(html(document(book(), one, found, lang, analysis)), encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={printed}", written.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert ("この診断の範囲と限界" if lang == "ja" else "Scope and limits") in page(printed, 1)
    assert ("目次" if lang == "ja" else "Contents") in page(printed, 2)
    assert found.digest in page(printed, 2)
