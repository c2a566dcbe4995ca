"""What an edit would change: the lanes must say what a whole assessment of the edited answers says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.edits import Edit, Verdict, edits
from engine.assess import assess, engine_for
from engine.book import load
from engine.model.answers import UNKNOWN, Answer, Value
from engine.model.assessment import Assessment

BOOK = load()
ENGINE = engine_for(BOOK)
EXAMPLES = sorted(BOOK.examples)
QUESTIONS = [question.id for question in BOOK.ordered_questions]


def told(assessment: Assessment) -> Verdict:
    """An assessment in short."""
    places = {
        one.type: "complete" if one.complete else f"{one.low}" if one.low == one.high else f"{one.low}-{one.high}"
        for one in assessment.phases
    }
    rules = frozenset(one.contradiction for one in assessment.contradictions)
    return Verdict(assessment.type.leading, tuple(sorted(places.items())), rules)


def assessed(example: str, question: str, value: Value | str) -> Verdict:
    given_ = BOOK.examples[example]
    return told(assess(BOOK, {**given_.answers, question: Answer(question=question, value=value)}, given_.as_of))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(EXAMPLES), st.sampled_from(QUESTIONS), st.data())
def test_an_edit_leads_where_an_assessment_of_the_edited_answers_leads(example, question, data):
    found = edits(ENGINE, BOOK.examples[example].answers, question)
    edit = data.draw(st.sampled_from(found))
    contradictions = frozenset(rule.rpartition("/")[2] for rule in edit.verdict.contradictions)
    verdict = Verdict(edit.verdict.label, tuple(sorted(edit.verdict.places)), contradictions)
    assert verdict == assessed(example, question, edit.value)


def test_each_answer_is_there_once_and_one_of_them_is_the_present_one():
    answers = BOOK.examples["kitakami"].answers
    for question in BOOK.ordered_questions:
        found = edits(ENGINE, answers, question.id)
        assert len({edit.value for edit in found}) == len(found) >= 2
        assert found[-1].value is UNKNOWN
        assert [edit.present for edit in found].count(True) == 1


def test_of_several_each_option_is_changed_by_itself_and_all_are_taken_away():
    chosen = frozenset(BOOK.examples["kitakami"].answers["appeal_assets"].value)
    values = [set(edit.value) for edit in edits(ENGINE, BOOK.examples["kitakami"].answers, "appeal_assets")[:-1]]
    assert {frozenset(value) ^ chosen for value in values if value} >= {
        frozenset({option.id}) for option in BOOK.questions["appeal_assets"].options
    }
    assert set() in values


@pytest.mark.parametrize(("figure", "present"), [(2999.0, 0), (3000.0, 1), (9000.0, 1)])
def test_a_number_is_told_apart_where_the_rules_do(figure, present):
    answers = {"shipments": Answer(question="shipments", value=figure)}
    found = edits(ENGINE, answers, "shipments")
    assert [edit.range for edit in found] == [(None, 3000.0), (3000.0, None), None]
    assert [edit.present for edit in found].index(True) == present


def test_what_was_not_asked_reads_like_what_is_not_known():
    unknown = {"core_company": Answer(question="core_company", value=UNKNOWN)}

    def verdicts(answers: dict[str, Answer]) -> list[Edit]:
        return list(edits(ENGINE, answers, "core_company"))

    assert verdicts({}) == verdicts(unknown)
