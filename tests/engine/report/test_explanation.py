"""Explanations: rules that hold, that do not, that are open, down to answers and passages."""

import pytest

from engine.model.text import Lang
from engine.report.explanation import explained, targets
from engine.report.text import render
from tests.engine.report.reports import LANGS, book


@pytest.mark.parametrize("lang", LANGS)
def test_every_conclusion_can_be_explained(lang: Lang) -> None:
    kitakami = book().examples["kitakami"]
    for target in targets(book()):
        assert render(explained(book(), kitakami, target, lang)).count("\n") > 3


def test_why_names_rule_answer_and_passage() -> None:
    text = render(explained(book(), book().examples["sakaki"], "PH.A-2.2", "ja"), 1000)
    assert "結果：充足" in text
    assert "規則：phase/PH.A-2.2/leads_sharing" in text
    assert "企業間の協力や共同化を引っ張る人や団体がありますか。 -> はい" in text
    assert "出典 2-2-5：「それを推進するリーダーシップ・産業人材」" in text


def test_why_not_names_what_is_refuted_and_what_would_tell() -> None:
    text = render(explained(book(), book().examples["kitakami"], "A-2", "ja"), 1000)
    assert "## 成り立たないと分かっている規則" in text
    assert "## 回答が足りず決まらない規則" in text
    refuted, _, unknown = text.partition("## 成り立たないと分かっている規則")[2].partition(
        "## 回答が足りず決まらない規則"
    )
    assert "主力産業の企業は、歴史的に域内に集まってきましたか。 -> いいえ" in refuted
    assert "(many_strong_firms)" in unknown


def test_a_measure_that_is_not_recommended_says_so() -> None:
    text = render(explained(book(), book().examples["hiroshima"], "MS.B.vision", "ja"), 1000)
    assert "推奨されていない" in text
