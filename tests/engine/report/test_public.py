"""The version for the public: nothing typed freely is in it, in any format, and it says what was left out."""

import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine.analysis.comparison import compare
from engine.assess.engine import Engine
from engine.model.answers import Answer, Confidence, Consultation
from engine.model.text import Lang
from engine.report import docx, html, markdown, text, xlsx
from engine.report.blocks import Document
from engine.report.document import document
from engine.report.edition import Edition
from tests.engine.report.reports import LANGS, assessed, book, report, said

PUBLIC = Edition(public=True)
# Characters that formats treat in ways of their own: markup, formulas, controls, turned text, beyond the first plane.
TYPED = st.text(st.sampled_from("株式会社甲乙丙=+-@<>&\"'`*_|#\\{}\u202e\u200b\x1b\n\t😀𠮷Ａa1"), max_size=12)
# A mark that stands nowhere in the knowledge, so that a find is a leak and no chance.
MARK = "極秘㋿"


def consultation(note: str, source: str, participant: str, scenario: str) -> Consultation:
    example = book().examples["sakaki"]
    answers = {
        question: Answer(
            question=question,
            value=answer.value,
            confidence=answer.confidence,
            note=note,
            source=source,
            participant=participant,
            at=datetime(2031, 7, 13) if note else None,
        )
        for question, answer in example.answers.items()
    }
    return example.model_copy(update={"answers": answers, "scenario": scenario})


def made(asked: Consultation, lang: Lang, edition: Edition = PUBLIC) -> Document:
    return document(book(), asked, assessed("sakaki"), lang, edition=edition)


def everything(asked: Consultation, lang: Lang, edition: Edition = PUBLIC) -> str:
    """What stands in the files of every format, packed ones opened."""
    report = made(asked, lang, edition)
    found = [text.render(report), markdown.render(report), html.render(report)]
    workbook = xlsx.render(book(), asked, assessed("sakaki"), lang, edition=edition)
    for data in (docx.render(report), workbook):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found += [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
    return "".join("".join(found).split())


@settings(max_examples=12, phases=[Phase.generate])
@given(note=TYPED, source=TYPED, participant=TYPED, scenario=TYPED)
def test_nothing_typed_freely_makes_any_difference(note: str, source: str, participant: str, scenario: str) -> None:
    """The strongest that can be said: whatever was typed, the document is the same as if nothing had been."""
    bare = consultation("", "", "", "仮定" if scenario else "")
    for lang in LANGS:
        assert made(consultation(note, source, participant, scenario), lang) == made(bare, lang)


@settings(max_examples=2, phases=[Phase.generate])
@given(typed=st.tuples(TYPED, TYPED, TYPED, TYPED))
def test_no_format_holds_any_of_it(typed: tuple[str, str, str, str]) -> None:
    marked = [f"{MARK}{n}{one}" for n, one in enumerate(typed)]
    secret = consultation(*marked)
    for lang in LANGS:
        found = everything(secret, lang)
        assert MARK not in found
        assert not [day for day in ("2031年7月13日", "13July2031", "2031-07-13") if day in found]


def test_the_mark_would_be_found_where_it_is_not_left_out() -> None:
    open_ = made(consultation(MARK, MARK, MARK, MARK), "ja", Edition())
    for rendered in (text.render(open_), markdown.render(open_), html.render(open_)):
        assert rendered.count(MARK) > 3
    assert everything(consultation(MARK, MARK, MARK, MARK), "ja", Edition()).count(MARK) > 15


def test_the_previous_consultation_gives_nothing_away(bits_engine: Engine) -> None:
    before, now = consultation(MARK, MARK, MARK, MARK), consultation("", "", "", MARK)
    changed = dict(before.answers)
    changed["core_company"] = Answer(question="core_company", value=True, note=MARK, confidence=Confidence.LIKELY)
    before = before.model_copy(update={"answers": changed})
    since = compare(bits_engine, before, now)
    assert not since.same
    public = Edition(public=True, since=since)
    assert "前回の診断からの変化" in said(made(now, "ja", public))
    assert MARK not in everything(now, "ja", public)
    assert MARK in everything(now, "ja", Edition(since=since))


@pytest.mark.parametrize("lang", LANGS)
def test_it_says_that_it_is_public_and_what_was_left_out(lang: Lang) -> None:
    told = report("kitakami", lang, PUBLIC)
    words = ("備考", "出所", "回答者", "回答日", "シナリオ名") if lang == "ja" else ("notes", "sources", "participants")
    assert all(word in said(told) for word in words)
    assert ("公開用" if lang == "ja" else "public version") in told.header


def test_the_values_of_the_answers_and_the_verdict_stay() -> None:
    whole, public = said(report("kitakami", "ja")), said(report("kitakami", "ja", PUBLIC))
    assert assessed("kitakami").first_line.ja in public
    assert "3,700億円" in public
    assert "北上市の製造品出荷額（2000年）で、流域全体はこれ以上。" in whole
    assert "北上市の製造品出荷額（2000年）で、流域全体はこれ以上。" not in public
