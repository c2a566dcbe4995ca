"""Counterfactuals in words: as an official would write them, with what was looked at and proved."""

import pytest

from engine.analysis.counterfactual import counterfactuals
from engine.assess.engine import Engine
from engine.model.answers import Answer, Consultation
from engine.model.counterfactual import Change, Counterfactual, Counterfactuals, Nature, Shift
from engine.model.text import Lang
from engine.report import markdown, text
from engine.report.blocks import Bullets, Heading
from engine.report.counterfactual import MOST_SHOWN, chosen, counterfactual_document
from tests.engine.report.reports import LANGS, book

ENGINE = Engine(book(), use_durable=False)


def told(example: str, lang: Lang, target: str | None = None, towards: str | None = None) -> str:
    consultation = book().examples[example]
    results = counterfactuals(ENGINE, consultation.answers, target, towards)
    return text.render(counterfactual_document(ENGINE, consultation, results, lang), 1000)


def one_change(nature: Nature, question: str, before: object, after: object, shift: Shift, lang: Lang) -> str:
    change = Change.model_validate({"question": question, "before": before, "after": after, "nature": nature})
    result = Counterfactuals(
        target=shift.about,
        towards=None,
        present=shift.before,
        reached=False,
        size_searched=3,
        exact=True,
        candidates=1,
        sets=1,
        found=(Counterfactual(changes=(change,), outcome=shift),),
        premises=(),
        none_up_to=None,
    )
    consultation = Consultation(cluster=book().examples["sakaki"].cluster, as_of=book().examples["sakaki"].as_of)
    return text.render(counterfactual_document(ENGINE, consultation, (result,), lang), 1000)


TO_3 = Shift(about="A-1", before="2", after="3")


def test_what_comes_about_is_called_by_the_name_of_its_fact() -> None:
    told_ja = one_change("achieve", "a1_joint_rd", False, True, TO_3, "ja")
    phase = book().phases["PH.A-1.3"].title
    assert f"- 産学官の共同研究開発体制が実現すれば、A-1のフェーズは3「{phase.ja}」になります。" in told_ja
    assert "  - 産学官が共同で研究開発する体制が、立ち上がっていますか。 いいえ -> はい（実現）" in told_ja
    told_en = one_change("achieve", "a1_joint_rd", False, True, TO_3, "en")
    assert f"- If 'Joint R&D set-up' came about, the phase of A-1 would be 3 '{phase.en}'." in told_en


@pytest.mark.parametrize(
    ("nature", "before", "after", "words"),
    [
        ("learn", "unknown", True, "があると判明すれば"),
        ("learn", "unknown", False, "がないと判明すれば"),
        ("lose", True, False, "が失われれば"),
        ("correct", True, False, "を「なし」に訂正すれば"),
        ("correct", False, True, "を「あり」に訂正すれば"),
    ],
)
def test_the_ways_of_changing_are_told_apart(nature: Nature, before: object, after: bool, words: str) -> None:
    assert f"- 産学官の共同研究開発体制{words}、" in one_change(nature, "a1_joint_rd", before, after, TO_3, "ja")


def test_without_a_name_question_and_answer_are_told() -> None:
    undetermined = Shift(about="type", before="A-1", after="undetermined")
    ja = one_change("learn", "supplier_base", "unknown", False, undetermined, "ja")
    question = book().questions["supplier_base"].text.ja
    assert f"- 「{question}」が「いいえ」と判明すれば、型は定まらなくなります。" in ja
    en = one_change("correct", "core_company", True, False, undetermined, "en")
    assert 'had to be corrected to "no", no type could be determined.' in en


def test_where_nothing_is_found_the_proof_and_the_premises_are_told() -> None:
    ja = told("hokusei", "ja", "type")
    assert "どれもこの結果を変えません。" in ja
    assert "確かとされた次の回答（前提）が誤っていた場合だけです。" in ja
    assert "型とフェーズの判定の対象外になります。" in ja
    assert "None of them leads there." in told("hokusei", "en", towards="A-1")


def test_what_is_so_already_is_said() -> None:
    assert "すでにその結果です。" in told("sakaki", "ja", towards="A-2")
    assert "It is so already." in told("sakaki", "en", towards="PH.A-2.3")


def test_a_type_that_is_not_in_the_verdict() -> None:
    assert "Bは判定に含まれない" in told("sakaki", "ja", towards="PH.B.2")


def test_no_phase_is_said_where_no_type_is_named() -> None:
    consultation = Consultation(cluster=book().examples["sakaki"].cluster, as_of=book().examples["sakaki"].as_of)
    document = counterfactual_document(ENGINE, consultation, counterfactuals(ENGINE, {}, "phase"), "ja")
    assert "型が定まらないため" in text.render(document)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", sorted(book().examples))
def test_every_example_can_be_told(example: str, lang: Lang) -> None:
    consultation = book().examples[example]
    results = counterfactuals(ENGINE, consultation.answers)
    document = counterfactual_document(ENGINE, consultation, results, lang)
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert len(headings) == len(results)
    assert all(len(block.lines) <= MOST_SHOWN for block in document.blocks if isinstance(block, Bullets))
    assert max(map(len, text.render(document, 60).splitlines())) <= 60
    assert "{" not in markdown.render(document)


def test_measures_are_told_by_name() -> None:
    title = book().measures["MS.A-2.vision"].title
    assert f"施策「{title.ja}」の推奨が変わる条件" in told("sakaki", "ja", "MS.A-2.vision")


def test_each_outcome_is_shown_before_more_of_one() -> None:
    def lead(n: int, after: str) -> Counterfactual:
        change = Change(question=f"q{n}", before=False, after=True, nature="achieve")
        return Counterfactual(changes=(change,), outcome=Shift(about="type", before="B", after=after))

    found = [*(lead(n, "A") for n in range(8)), lead(8, "A-1"), lead(9, "A-2")]
    assert chosen(found) == (*found[:3], *found[8:])
    assert chosen(found[:2]) == tuple(found[:2])


def test_users_names_are_made_visible() -> None:
    sakaki = book().examples["sakaki"]
    cluster = sakaki.cluster.model_copy(update={"name": "坂城\x1b[31m"})
    consultation = sakaki.model_copy(update={"cluster": cluster, "answers": dict[str, Answer]()})
    document = counterfactual_document(ENGINE, consultation, counterfactuals(ENGINE, {}), "ja")
    assert "\x1b" not in text.render(document)
