"""The summary for the head of department is one page, in an office program and a browser. Needs LibreOffice."""

import subprocess
from pathlib import Path

import pytest

from engine.model.text import Lang
from engine.report.blocks import Document
from engine.report.docx import render as docx
from engine.report.gaps.document import gaps_document
from engine.report.html import render as html
from tests.engine.report.gaps import real
from tests.engine.report.reports import LANGS, assessed, book
from tests.engine.report.test_office import BROWSER, OFFICE, READER, page, pdfs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None or READER is None, reason="LibreOffice or pdftotext is missing"),
]
LIMITS = {"ja": "点検の範囲と限界", "en": "Scope and limits"}
CONTENTS = {"ja": "目次", "en": "Contents"}


def report(example: str, name: str, lang: Lang) -> Document:
    links, found = real.checked(example, name)
    asked = book().examples[example]
    return gaps_document(book(), asked, assessed(example), real.register(name), links, found, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_in_word_the_summary_is_one_page(lang: Lang, tmp_path: Path) -> None:
    files = {f"{example}_docx": docx(report(example, name, lang)) for example, name in real.CASES}
    for name, pdf in pdfs(tmp_path, **files).items():
        assert LIMITS[lang] in page(pdf, 1), name
        assert page(pdf, 2).split("\n\n")[1].startswith(CONTENTS[lang]), name


@pytest.mark.skipif(BROWSER is None, reason="Chromium is missing")
@pytest.mark.parametrize("lang", LANGS)
def test_from_a_browser_the_summary_is_one_page(lang: Lang, tmp_path: Path) -> None:
    example, name = real.CASES[1]
    written, printed = tmp_path / "gaps.html", tmp_path / "gaps.pdf"
    written.write_text(html(report(example, name, lang)), encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={printed}", written.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert LIMITS[lang] in page(printed, 1)
    assert CONTENTS[lang] in page(printed, 2)
