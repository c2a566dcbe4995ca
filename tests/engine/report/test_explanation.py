"""The report of an explanation: marks, answers beside what is asked, passages, and how it is cut."""

import pytest
from rich.cells import cell_len

from engine.analysis.explanation import explain, targets
from engine.assess import engine_for
from engine.model.explanation import Explanation
from engine.model.text import Lang
from engine.report.explanation import cut_at, document, listing
from engine.report.markdown import render as markdown
from engine.report.text import render
from tests.engine.report.reports import LANGS, assessed, book


def tree(example: str, target: str) -> Explanation:
    one = book().examples[example]
    return explain(engine_for(book()), one.answers, one.as_of, target, assessed(example))


@pytest.mark.parametrize("lang", LANGS)
def test_every_conclusion_can_be_explained_within_80_columns(lang: Lang) -> None:
    for target in list(targets(book()))[::5]:
        text = render(document(tree("kitakami", target), lang))
        assert text.count("\n") > 3
        assert max(map(cell_len, text.splitlines())) <= 80


def test_why_names_rule_answer_and_passage() -> None:
    text = render(document(tree("sakaki", "PH.A-2.2"), "ja"), 1000)
    assert "：充足" in text.splitlines()[0]
    assert "規則 phase/PH.A-2.2/leads_sharing、報告書 2-2-5「それを推進するリーダーシップ・産業人材」" in text
    assert "(o) 「企業間の協力や共同化を引っ張る人や団体がありますか」に「はい」 -> 回答：はい" in text


def test_why_not_names_what_fails_and_what_is_open() -> None:
    text = render(document(tree("kitakami", "A-2"), "ja"), 1000)
    assert "(x) 「主力産業の企業は、歴史的に域内に集まってきましたか」に「はい」 -> 回答：いいえ" in text
    assert "-> 未回答（many_strong_firms）" in text
    assert "(o) 成り立つ、(x) 成り立たない、(?)" in text


def test_further_supports_are_a_count_unless_asked_for() -> None:
    assert "ほかに2通りの根拠でも成り立つ" in render(document(tree("kitakami", "B"), "ja"), 1000)
    assert "根拠3" not in render(document(tree("kitakami", "B"), "ja"), 1000)
    assert "根拠3" in render(document(tree("kitakami", "B"), "ja", 9), 1000)


def test_depth_cuts_and_says_how_much_is_left_out() -> None:
    whole = tree("sakaki", "type")
    shallow = render(document(whole, "ja", 1), 1000)
    assert "項目）" in shallow
    assert "規則 type" not in shallow
    top = cut_at(whole, 0)
    assert not top.children
    assert f"（ほか{sum(1 for _ in whole.walk()) - 1}項目）" in top.statement.ja


def test_markdown_keeps_the_levels() -> None:
    text = markdown(document(tree("sakaki", "A-2"), "en"))
    assert text.startswith("# (o) The verdict names A-2")
    assert "\n  - (o)" in text


def test_the_listing_names_every_id() -> None:
    lines = listing(targets(book()), "ja").splitlines()
    assert len(lines) == len(targets(book()))
    assert any(line.startswith("PH.A-1.1:core_involved  ") for line in lines)
