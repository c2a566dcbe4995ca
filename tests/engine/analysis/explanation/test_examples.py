"""Explanations of known clusters: what must be told, and how it must be said to stand."""

from collections.abc import Mapping
from functools import cache

import pytest

from engine.analysis.explanation import explain, targets, why_asked
from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.answers import Answer, Confidence
from engine.model.explanation import Explanation
from tests.helpers import AS_OF, answered, case, shipped_book

BOOK = shipped_book()


@cache
def engine() -> Engine:
    return Engine(BOOK, use_durable=False)


def answers(name: str) -> Mapping[str, Answer]:
    if name == "nothing":
        return {}
    return BOOK.examples[name].answers if name in BOOK.examples else answered(BOOK, case(name)[0])


def tree(name: str, target: str) -> Explanation:
    return explain(engine(), answers(name), AS_OF, target)


def find(root: Explanation, ja: str) -> Explanation:
    """The first node whose statement holds these words."""
    return next(node for node in root.walk() if ja in node.statement.ja)


def rule(root: Explanation, id: str) -> Explanation:
    return next(node for node in root.walk() if node.kind == "rule" and node.about == id)


def test_sakaki_is_a2_by_points_and_a1_is_short_of_them() -> None:
    verdict = tree("sakaki", "type")
    assert verdict.standing == "holds"
    assert find(verdict, "手順1").statement.ja.endswith("つけるため、Aとする。")
    assert "A-1 計0点、A-2 計+3点" in find(verdict, "手順2").statement.ja
    assert find(verdict, "手順2").statement.en.endswith("so it is A-2.")
    left = find(verdict, "A-1 内発型（大企業牽引型）：")
    assert left.standing == "open"
    assert "判定の目安（2点）に2点届かない" in left.statement.ja
    asked = [node.about for node in find(verdict, "ありうる判定").children]
    assert asked == ["core_company", "supplier_base"]


def test_a_type_tells_each_rule_for_and_against_it_with_what_it_lacks() -> None:
    half = tree("half_unknown_a2", "A-1")
    assert half.standing == "fails"
    assert "-3点" in half.children[0].statement.ja
    against = rule(half, "type/VP2/no_core_not_a1")
    assert (against.standing, against.basis) == ("holds", "judgement")
    assert [leaf.statement.ja for leaf in against.walk() if leaf.kind == "answer"] == ["回答：いいえ"]
    pulled = rule(half, "type/VP2/core_group_a1")
    assert pulled.standing == "fails"
    core = find(pulled, "中核大企業が、域内にありますか」に「はい」")
    assert (core.standing, core.children[0].statement.en) == ("fails", "answer: no")
    suppliers = find(pulled, "サプライヤーは、域内に集まっていますか」に「はい」")
    assert (suppliers.standing, suppliers.children[0].kind) == ("open", "question")
    assert "supplier_base" in suppliers.children[0].statement.ja


def test_how_follows_a_finding_down_to_the_answers() -> None:
    leaderless = rule(tree("half_unknown_a2", "A-2"), "type/VP2/leaderless_a2")
    assert leaderless.standing == "holds"
    by_history = rule(leaderless, "findings/firms/historic_without_leader")
    assert {leaf.about: leaf.statement.ja for leaf in by_history.walk() if leaf.kind == "answer"} == {
        "historic_cluster": "回答：はい",
        "core_company": "回答：いいえ",
    }
    assert {node.standing for node in by_history.walk() if node.kind == "condition"} == {"holds"}


def test_all_supports_are_there_the_shortest_first() -> None:
    appeal = rule(tree("kitakami", "B"), "type/VP2/appeal_b")
    further = next(node for node in appeal.children if node.children and node.children[0].about == "support")
    chosen = answers("kitakami")["appeal_assets"].value
    assert isinstance(chosen, tuple)
    assert len(further.children) == len(chosen) - 1
    assert str(len(chosen) - 1) in further.statement.ja
    assert find(appeal, "が選ばれている").standing == "holds"


def test_kitakami_is_a_hybrid_by_answer() -> None:
    verdict = tree("kitakami", "type")
    assert "「両方」と答えられているため、両方を挙げる" in find(verdict, "手順1").statement.ja
    assert rule(verdict, "type/VP1/both_origins").standing == "holds"
    assert "どちらも判定の目安（2点）に届かない" in find(verdict, "手順2").statement.ja


def test_a_phase_tells_its_facts_and_where_work_stands() -> None:
    first = tree("half_unknown_a2", "PH.A-2.1")
    assert first.standing == "open"
    assert find(first, "「技術の蓄積」").standing == "holds"
    assert find(first, "「人材の集積」").standing == "open"
    assert "フェーズ1から2のどこか" in first.children[0].statement.ja
    beyond = tree("half_unknown_a2", "PH.A-2.3").children[0].statement.ja
    assert "まだここには至らない" in beyond
    assert "判定した型ではない" in tree("half_unknown_a2", "PH.B.1").children[0].statement.ja


def test_a_fact_of_a_factor_is_a_target_of_its_own() -> None:
    fact = tree("half_unknown_a2", "PH.A-2.1:base_people")
    assert (fact.standing, fact.about) == ("open", "PH.A-2.1:base_people")
    assert rule(fact, "phase/PH.A-2.1/people").standing == "open"


def test_a_measure_tells_when_and_why_or_why_not() -> None:
    here = tree("sakaki", "MS.A-2.vision")
    assert here.standing == "holds"
    assert here.children[0].statement.ja.startswith("着手順「")
    assert find(here, "「変革のビジョン」").kind == "conclusion"
    elsewhere = tree("half_unknown_a2", "MS.B.vision")
    assert elsewhere.standing == "fails"
    assert "Bは判定に含まれない" in find(elsewhere, "判定に含まれない").statement.ja


def test_an_empty_file_leaves_everything_open() -> None:
    assert tree("nothing", "type").standing == "open"
    for target in ("A", "A-1", "A-2", "B", "PH.A-1.1", "PH.B.3", "MS.B.vision", "NPD.1", "renewal", "MDIR.1", "scope"):
        assert tree("nothing", target).standing == "open", target


def test_outside_the_study_no_type_is_judged() -> None:
    outside = explain(engine(), answered(BOOK, {"manufacturing": False}), AS_OF, "A-1")
    assert outside.standing == "fails"
    assert "調査の範囲の外" in outside.children[0].statement.ja
    assert explain(engine(), answered(BOOK, {"manufacturing": False}), AS_OF, "scope").standing == "fails"


def test_a_threshold_is_told_with_its_unit() -> None:
    small = explain(engine(), answered(BOOK, {"shipments": "1200"}), AS_OF, "CAU.small_scale")
    leaf = next(node for node in small.walk() if node.kind == "condition" and node.about == "shipments")
    assert leaf.statement.ja.endswith("が3,000億円未満")
    assert leaf.children[0].statement.ja == "回答：1,200億円"


def test_why_a_question_is_asked_names_what_it_can_change() -> None:
    why = why_asked(engine(), answers("sakaki"), AS_OF, "core_company")
    assert (why.kind, why.standing) == ("question", "open")
    assert "判定が変わりうる" in find(why, "関わる先：型の判定").statement.ja
    assert rule(why, "type/VP2/no_core_not_a1").standing == "open"


def test_a_question_whose_answer_changes_nothing_says_so() -> None:
    decided = {**answers("half_unknown_a2"), **answered(BOOK, {"historic_cluster": True, "core_company": False})}
    assert "もう残っていない" in find(why_asked(engine(), decided, AS_OF, "many_strong_firms"), "結論は").statement.ja


def test_an_answered_question_tells_what_its_answer_decides() -> None:
    why = why_asked(engine(), answers("half_unknown_a2"), AS_OF, "core_company")
    assert why.children[0].statement.ja == "回答：いいえ"
    assert rule(why, "type/VP2/no_core_not_a1").standing == "holds"


def test_what_stands_beside_an_answer_is_told_and_made_visible() -> None:
    given = Answer(
        question="core_company", value=False, confidence=Confidence.LIKELY, source="統計\x1b", note="[b]\u202eメモ"
    )
    leaf = find(explain(engine(), {"core_company": given}, AS_OF, "A-1"), "回答：いいえ")
    assert leaf.statement.ja == "回答：いいえ（おそらく、出典：統計\\x1b）"
    assert leaf.children[0].statement.ja == "メモ：[b]\\u202eメモ"


def test_ids_are_told_apart_and_a_wrong_one_is_refused() -> None:
    names = targets(BOOK)
    assert {"type", "phase", "A", "PH.A-1.1:core_involved", "MS.B.vision", "IND.chem.dev1", "core_company"} <= set(
        names
    )
    with pytest.raises(KeyError):
        tree("nothing", "no-such-thing")


@pytest.mark.parametrize("name", ["sakaki", "half_unknown_a2", "nothing"])
def test_everything_listed_can_be_explained(name: str) -> None:
    assessment = assess(BOOK, answers(name), AS_OF, engine=engine())
    for target in list(targets(BOOK))[::3]:
        found = explain(engine(), answers(name), AS_OF, target, assessment)
        assert found.children, target
        assert all(node.statement.ja and node.statement.en for node in found.walk()), target
