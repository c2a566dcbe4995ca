"""Clusters that are not in the study, made up as towns would look and answered without a look at the rules."""

from typing import Any

import pytest

from engine.assess import assess
from engine.assess.engine import Engine
from engine.model.assessment import Assessment, PhaseVerdict
from tests.helpers import AS_OF, answered, case, case_names


def judged(engine: Engine, answers: dict[str, Any]) -> Assessment:
    return assess(engine.book, answered(engine.book, answers), AS_OF, engine=engine)


def differences(expect: dict[str, Any], result: Assessment) -> list[str]:
    """Every expectation that the assessment does not meet, each in a sentence of its own."""
    found: list[str] = []

    def same(what: str, wanted: object, came: object) -> None:
        if wanted != came:
            found.append(f"{what}: wanted {wanted!r}, came {came!r}")

    def within(what: str, wanted: list[str], came: object) -> None:
        found.extend(f"{what}: {item} is not in {came!r}" for item in wanted if item not in came)  # type: ignore[operator]

    type_ = result.type
    for name, wanted in expect.items():
        match name:
            case "kind":
                same(name, wanted, type_.kind)
            case "kind_in":
                within(name, [type_.kind], wanted)
            case "types":
                same(name, sorted(wanted), sorted(type_.types))
            case "types_include":
                within(name, wanted, type_.types)
            case "leading":
                same(name, wanted, type_.leading)
            case "settled":
                same(name, wanted, type_.settled)
            case "possible":
                same(name, sorted(wanted), sorted(type_.possible))
            case "possible_include":
                within(name, wanted, type_.possible)
            case "settled_by_include":
                within(name, wanted, [s.question for s in type_.settled_by])
            case "phases":
                for of, fields in wanted.items():
                    shown = next((p for p in result.phases if p.type == of), None)
                    if shown is None:
                        found.append(f"phases: no verdict on {of}")
                    else:
                        found.extend(phase_differences(of, fields, shown))
            case "phases_shown":
                same(name, wanted, [p.type for p in result.phases])
            case "not_complete_possible":
                for phase in result.board:
                    if phase.type in wanted:
                        same(f"{phase.type} complete possible", False, "complete" in phase.possible)
            case "measures":
                for measure, fields in wanted.items():
                    recommended = next((r for r in result.recommendations if r.measure == measure), None)
                    if recommended is None:
                        found.append(f"{measure} is not recommended")
                        continue
                    for field, value in fields.items():
                        same(f"{measure} {field}", value, getattr(recommended, field))
            case "supported":
                for of, viewpoints in wanted.items():
                    support = next(s for s in type_.support if s.type == of)
                    within(f"{of} support", viewpoints, [v.viewpoint for v in support.viewpoints if v.points > 0])
            case "aspired":
                same(name, wanted, [d.direction for d in result.renewal.directions if d.aspired])
            case "no_measures_of":
                same(name, [], [r.measure for r in result.recommendations if r.type in wanted])
            case "no_measures":
                same(name, [], [r.measure for r in result.recommendations])
            case "cautions":
                within(name, wanted, [c.caution for c in result.cautions])
            case "contradictions":
                same(name, sorted(wanted), sorted(c.contradiction for c in result.contradictions))
            case "renewal":
                same(name, wanted, result.renewal.risk)
            case "first_line":
                within(name, [wanted], result.first_line.ja)
            case "unanswered_include":
                within(name, wanted, [u.question for u in result.unanswered])
            case _:
                raise AssertionError(f"nobody reads the expectation {name!r}")
    return found


def phase_differences(of: str, fields: dict[str, Any], shown: PhaseVerdict) -> list[str]:
    came = {field: getattr(shown, field) for field in fields}
    return [
        f"{of} {field}: wanted {wanted!r}, came {came[field]!r}"
        for field, wanted in fields.items()
        if wanted != (list(came[field]) if isinstance(came[field], tuple) else came[field])
    ]


@pytest.mark.parametrize("name", case_names())
def test_a_made_up_cluster_comes_out_as_its_town_looks(name: str, bits_engine: Engine) -> None:
    answers, expect = case(name)
    assert differences(expect, judged(bits_engine, answers)) == []


@pytest.mark.parametrize("name", case_names())
def test_durable_rules_judges_the_same_clusters_alike(name: str, bits_engine: Engine, durable_engine: Engine) -> None:
    answers, _ = case(name)
    ours = judged(bits_engine, answers).model_dump(exclude={"evaluator"})
    assert judged(durable_engine, answers).model_dump(exclude={"evaluator"}) == ours


def test_the_comparison_notices_a_wrong_type_phase_and_measure(bits_engine: Engine) -> None:
    answers, _ = case("a1_phase2_farm_machines")
    wrong = {
        "types": ["A-2"],
        "phases": {"A-1": {"low": 3}, "B": {"low": 1}},
        "measures": {"MS.A-1.joint_rd": {"timing": "later"}, "MS.B.tech": {}},
        "first_line": "観光",
    }
    assert len(differences(wrong, judged(bits_engine, answers))) == 6


def test_there_is_a_cluster_for_each_type_at_each_phase_and_complete() -> None:
    names = case_names()
    for type_ in ("a1", "a2", "b"):
        for stage in ("phase1", "phase2", "phase3", "complete"):
            assert any(name.startswith(f"{type_}_{stage}_") for name in names), (type_, stage)
