"""Everything that can be concluded is reached by some answers, or told."""

import pytest

from engine.model.book import Book
from engine.model.rules import Rule, Stage
from engine.soundness import cases
from engine.soundness.reach import (
    conclusions_reached,
    measures_recommended,
    phases_left,
    requirements_reached,
    types_reached,
)
from tests.engine.soundness.surveys import ALSO, NO, YES, book, codes, evidence, finding, found, relevance
from tests.helpers import rule, shipped_book

SHIPPED = shipped_book()


def of_phase(*rules: Rule) -> Book:
    return book(*rules, phases={"PH.B.1": SHIPPED.phases["PH.B.1"]})


def needs(id: str, when: dict[str, object], fact: str) -> Rule:
    return rule(id, when, {"necessary": {"factor": "PH.B.1", "fact": fact}}, Stage.PHASE)


def test_a_type_that_nothing_speaks_for_is_never_named() -> None:
    of = book(evidence("one", YES, 3), types=SHIPPED.types)
    files = {file for _, file, _ in found(types_reached, of)}
    assert files == {*(f"knowledge/types/{name}.yaml" for name in ("A-1", "A-2", "A")), "rules/type"}


def test_a_phase_is_left_where_its_facts_can_be_there() -> None:
    assert codes(phases_left, of_phase(needs("one", YES, "x"), needs("two", ALSO, "y"))) == []


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ([], "status met"),
        ([needs("one", {"all": [YES, NO]}, "x")], "status met"),
        ([needs("one", YES, "x"), needs("two", NO, "y")], "status met"),
        ([needs("one", YES, "x"), needs("two", YES, "y")], "status partly"),
        ([needs("one", {"any": [YES, NO]}, "x")], "status not_met"),
    ],
)
def test_a_status_that_a_factor_never_has_is_told(rules: list[Rule], told: str) -> None:
    from engine.book.ground import Ground
    from engine.soundness.survey import Survey

    assert told in " ".join(one.what.en for one in phases_left(Survey(Ground(of_phase(*rules)))))


def test_directions_cautions_pitfalls_and_risks_without_a_rule_are_told() -> None:
    of = book(
        relevance("one", YES, "high"),
        national_directions={"NPD.1": SHIPPED.national_directions["NPD.1"]},
        renewal_directions={"MDIR.1": SHIPPED.renewal_directions["MDIR.1"]},
        cautions={"CAU.x": SHIPPED.cautions["CAU.housing"]},
        pitfalls={"PIT.x": SHIPPED.pitfalls["PIT.kameyama"]},
    )
    files = sorted(file for _, file, _ in found(conclusions_reached, of))
    assert files == [
        "knowledge/cautions/CAU.x.yaml",
        "knowledge/pitfalls/PIT.x.yaml",
        *["rules/directions/NPD.1.yaml"],
        *["rules/renewal"] * 3,
        *["rules/renewal/MDIR.1.yaml"] * 2,
    ]


def test_a_finding_whose_only_rule_cannot_fire_is_told() -> None:
    assert codes(conclusions_reached, book(finding("one", {"all": [YES, NO]}))) == ["unreachable"]
    assert codes(conclusions_reached, book(finding("one", {"all": [YES, NO]}), finding("two", ALSO))) == []


def test_a_measure_whose_status_nothing_tells_is_told() -> None:
    of = book(finding("one", YES), measures={"MS.B.env": SHIPPED.measures["MS.B.env"]})
    assert ("unreachable", "knowledge/measures/MS.B.env.yaml", ("title",)) in found(conclusions_reached, of)


def test_a_requirement_without_a_rule_is_told() -> None:
    paper = SHIPPED.industries["IND.paper"]
    met = rule("one", YES, {"requirement": {"industry": "IND.paper", "requirement": "IND.paper.dev1"}}, Stage.LOCATION)
    of = book(met, industries={"IND.paper": paper})
    assert [path for _, _, path in found(requirements_reached, of)] == [
        ("requirements", n) for n in range(1, len(paper.requirements))
    ]


def test_a_measure_of_a_type_that_never_comes_is_never_recommended() -> None:
    measures = {"MS.B.env": SHIPPED.measures["MS.B.env"], "MS.A-1.hr": SHIPPED.measures["MS.A-1.hr"]}
    of = book(evidence("one", YES, 3), types=SHIPPED.types, measures=measures)
    assert found(measures_recommended, of) == [("unreachable", "knowledge/measures/MS.A-1.hr.yaml", ("title",))]


def test_a_measure_for_a_factor_that_is_always_met_is_never_recommended() -> None:
    measure = SHIPPED.measures["MS.B.vision"].model_copy(update={"phases": ("PH.B.1",)})
    always = needs("one", {"any": [YES, NO]}, "x")
    of = of_phase(always).model_copy(update={"measures": {"MS.B.vision": measure}})
    assert codes(measures_recommended, of) == ["unreachable"]


def test_what_cannot_be_enumerated_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "MOST", 2)
    assert codes(phases_left, of_phase(needs("one", YES, "x"))) == ["too_many_cases"]
