"""What an explanation promises for any answers."""

from collections.abc import Iterator
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.explanation import explain, targets, why_asked
from engine.analysis.explanation.grounds import Grounds
from engine.analysis.explanation.reasoning import supports
from engine.analysis.explanation.type_figures import STEPS, contest
from engine.assess.engine import Engine
from engine.inference.bits import satisfied
from engine.inference.network import REFUTED_STAGES
from engine.model.answers import Answer
from engine.model.explanation import Explanation
from engine.model.rules import Stage
from tests.helpers import AS_OF, shipped_book
from tests.helpers_answers import any_answers

BOOK = shipped_book()
RESULTS = sorted(set(targets(BOOK)) - set(BOOK.questions))
INNER = ("condition", "fact", "rule")


@cache
def engine() -> Engine:
    return Engine(BOOK, use_durable=False)


def grounds(answers: dict[str, Answer]) -> Grounds:
    return Grounds(engine(), answers, AS_OF)


def inner(node: Explanation) -> list[Explanation]:
    """What a rule or a test turns on."""
    return [child for child in node.children if child.kind in INNER]


def rules(tree: Explanation) -> Iterator[Explanation]:
    return (node for node in tree.walk() if node.kind == "rule")


def of_answers(rule: Explanation) -> bool:
    """Whether nothing computed stands below a rule, and its stage reads what is there, not what is not."""
    warns = BOOK.rule[rule.about].stage not in REFUTED_STAGES | {Stage.TYPE}
    return not warns and not any(n.kind == "fact" and not n.about.startswith("finding:") for n in rule.walk())


answer_sets = any_answers(BOOK)
results = st.lists(st.sampled_from(RESULTS), min_size=1, max_size=4, unique=True)


@settings(max_examples=40, deadline=None)
@given(answers=answer_sets, wanted=results)
def test_what_holds_has_a_way_down_to_answers_that_were_given(answers: dict[str, Answer], wanted: list[str]) -> None:
    for target in wanted:
        tree = explain(engine(), answers, AS_OF, target)
        held = [rule for rule in rules(tree) if rule.standing == "holds" and of_answers(rule)]
        for rule in held:
            assert inner(rule)
            assert all(child.standing == "holds" for child in inner(rule))
            found = [leaf for leaf in rule.walk() if leaf.kind == "answer"]
            assert found
            assert all(answers[leaf.about].known for leaf in found)


@settings(max_examples=40, deadline=None)
@given(answers=answer_sets, wanted=results)
def test_a_rule_that_fails_shows_what_is_enough_for_it_to_fail(answers: dict[str, Answer], wanted: list[str]) -> None:
    for target in wanted:
        for rule in rules(explain(engine(), answers, AS_OF, target)):
            if rule.standing == "fails":
                assert any(child.standing == "fails" for child in inner(rule)), rule.about
            if rule.standing == "open":
                stands = {child.standing for child in inner(rule)}
                assert "open" in stands, rule.about
                assert "fails" not in stands, rule.about


@settings(max_examples=40, deadline=None)
@given(answers=answer_sets, wanted=results)
def test_groups_stand_as_their_parts_make_them(answers: dict[str, Answer], wanted: list[str]) -> None:
    for target in wanted:
        for node in explain(engine(), answers, AS_OF, target).walk():
            parts = [child.standing for child in inner(node)]
            if node.kind == "condition" and parts:
                some, every = ("holds", "fails") if node.statement.ja == "次のいずれか" else ("fails", "holds")
                stands = some if some in parts else "open" if "open" in parts else every
                assert node.standing == stands


@settings(max_examples=40, deadline=None)
@given(answers=answer_sets, wanted=results)
def test_nothing_known_is_called_unknown_and_nothing_unknown_known(
    answers: dict[str, Answer], wanted: list[str]
) -> None:
    known = {q for q, a in answers.items() if a.known}
    for target in wanted:
        for node in explain(engine(), answers, AS_OF, target).walk():
            if node.kind in ("answer", "question"):
                assert (node.kind == "answer") is (node.about in known)
            if node.kind == "condition" and node.about:
                stated = "未回答または" in node.statement.ja or "回答がある" in node.statement.ja
                assert stated or (node.standing == "open") is (node.about not in known)


@settings(max_examples=40, deadline=None)
@given(answers=answer_sets, wanted=results)
def test_the_tree_stands_as_the_conclusions_do(answers: dict[str, Answer], wanted: list[str]) -> None:
    outcome = grounds(answers).outcome
    truths = {True: "holds", False: "fails", None: "open"}
    for target in wanted:
        tree = explain(engine(), answers, AS_OF, target)
        for rule in rules(tree):
            assert (rule.standing == "holds") is (rule.about in outcome.conclusions.held)
            if BOOK.rule[rule.about].stage in REFUTED_STAGES:
                assert (rule.standing == "fails") is (rule.about in outcome.conclusions.refuted)
        for node in tree.walk():
            if node.about in outcome.network.rules_for and not node.about.startswith(("evidence", "caution")):
                wanted_truth = outcome.conclusions.truth(node.about)
                plain = node.kind == "conclusion" and BOOK.rule[outcome.network.rules_for[node.about][0]]
                assert not plain or plain.stage not in REFUTED_STAGES or node.standing == truths[wanted_truth]


@settings(max_examples=60, deadline=None)
@given(answers=answer_sets)
def test_the_figures_decide_as_the_verdict_did(answers: dict[str, Answer]) -> None:
    case = grounds(answers)
    verdict = case.outcome.type
    if verdict.kind == "out_of_scope":
        return
    first, second = (contest(case, pair) for pair in STEPS)
    inner_named = second.named or ("A",)
    named = [t for one in first.named for t in (inner_named if one == "A" else (one,))]
    assert set(named) == set(verdict.types)


@settings(max_examples=30, deadline=None)
@given(answers=answer_sets)
def test_supports_are_those_of_the_trace(answers: dict[str, Answer]) -> None:
    case = grounds(answers)
    of, facts = engine().network.domains, case.outcome.facts
    for rule in BOOK.rules:
        if case.holds(rule):
            shown = {
                frozenset().union(*(keys for leaf, wanted in one for keys in satisfied(leaf, facts, of, wanted)))
                for one in supports(case, rule.when)
            }
            traced = {frozenset(f.key for f in firing.facts) for firing in case.outcome.fired[rule.id, True]}
            assert shown == traced


@settings(max_examples=25, deadline=None)
@given(answers=answer_sets, question=st.sampled_from(sorted(BOOK.questions)), data=st.data())
def test_a_question_said_to_change_nothing_changes_no_conclusion(
    answers: dict[str, Answer], question: str, data: st.DataObject
) -> None:
    from tests.helpers_answers import value_of

    answers.pop(question, None)
    if why_asked(engine(), answers, AS_OF, question).standing is not None:
        return
    value = data.draw(value_of(BOOK.questions[question]))
    before = grounds(answers)
    after = grounds({**answers, question: Answer(question=question, value=value)})
    assert before.outcome.type == after.outcome.type
    assert before.outcome.statuses == after.outcome.statuses
    keys = [key for key in before.outcome.network.rules_for if not key.startswith(("caution", "evidence", "finding"))]
    same = {key for key in keys if before.outcome.conclusions.truth(key) == after.outcome.conclusions.truth(key)}
    assert same == set(keys)
