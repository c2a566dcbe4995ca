"""Registers laid over clusters: what is missing, thin, doubled, ahead; and that it explains itself."""

from typing import get_args

import pytest

from engine.assess import engine_for
from engine.assess.engine import Engine
from engine.model.explanation import Explanation
from engine.model.gaps import GapCheck
from engine.model.rules import GapKind
from engine.policy.gaps import check_gaps, explain_gap
from engine.policy.gaps.judging import judge_with
from tests.engine.policy.gaps.registers import Laid, laid, names
from tests.helpers import shipped_book


def found(check: GapCheck, kind: str) -> set[str]:
    """The findings of a kind by what they are about."""
    return {finding.id.split(":", 1)[1] for finding in check.findings if finding.kind == kind}


@pytest.mark.parametrize("name", names())
def test_a_register_gives_the_findings_it_should(name: str) -> None:
    case = laid(name)
    expected = {kind: set(case.expected.get(kind, ())) for kind in get_args(GapKind)}
    came = {kind: found(case.check, kind) for kind in get_args(GapKind)}
    assert came == expected


@pytest.mark.parametrize("name", names())
def test_what_is_there_and_what_is_lacking_is_told(name: str) -> None:
    case = laid(name)
    covered = {one.measure: one.coverage for one in case.check.covered}
    assert {key: covered[key] for key in case.expected.get("coverage", {})} == case.expected.get("coverage", {})
    for measure, lacking in case.expected.get("lacking", {}).items():
        (finding,) = (one for one in case.check.findings if one.id == f"thin:{measure}")
        assert [*finding.actors, *finding.resources] == lacking
    for measure, open_points in case.expected.get("open", {}).items():
        (finding,) = (one for one in case.check.findings if one.measure == measure and one.kind == "missing")
        assert list(finding.rests_on) == open_points


def test_only_innovation_before_its_base_names_the_order_that_the_study_states() -> None:
    case = laid("early_ahead")
    ahead = {one.measure: one for one in case.check.findings if one.kind == "ahead"}
    stated = {m for m, one in ahead.items() if any(b.citations and b.basis == "inferred" for b in one.because)}
    assert stated == set(case.expected["stated_order"])
    assert all("誤りではない" in because.text.ja for one in ahead.values() for because in one.because)


@pytest.mark.parametrize("name", names())
def test_every_finding_explains_itself_down_to_rule_rows_and_answers(name: str) -> None:
    case = laid(name)
    for finding in case.check.findings:
        tree = explained(case, finding.id)
        kinds = {node.kind for node in tree.walk()}
        assert {"rule", "fact"} <= kinds
        said = [node.statement.ja for node in tree.walk()]
        by_id = {one.id: one for one in case.register.measures}
        for existing in finding.existing:
            assert any(by_id[existing].name in text and "行目" in text for text in said)
        if finding.measure is not None:
            assert any(node.about == finding.measure for node in tree.walk())


def explained(case: Laid, finding: str) -> Explanation:
    engine = engine_for(shipped_book())
    return explain_gap(engine, case.consultation, case.assessment, case.register, case.mapping, case.check, finding)


def test_an_unknown_finding_has_no_explanation() -> None:
    with pytest.raises(KeyError):
        explained(laid("complete"), "missing:MS.B.hr")


def test_without_a_type_the_first_line_says_that_nothing_is_missing_for_that() -> None:
    check = laid("no_type").check
    assert check.types == ()
    assert "型が定まらない" in check.first_line.ja
    assert len(check.directions) == 5


@pytest.mark.parametrize("name", names())
def test_both_evaluators_give_the_same_check(name: str, durable_engine: Engine) -> None:
    case = laid(name)
    book = shipped_book()
    checks = [
        check_gaps(book, case.assessment, case.register, case.mapping, judge=judge_with(book, use_durable=durable))
        for durable in (True, False)
    ]
    assert checks[0] == checks[1]


@pytest.mark.parametrize("name", names())
def test_the_check_is_valid_and_survives_json(name: str) -> None:
    check = laid(name).check
    assert GapCheck.model_validate_json(check.model_dump_json(by_alias=True)).model_dump() == check.model_dump()
