"""References: whatever names something names something that is there and that fits."""

import pytest

from engine.model.problem import Problem

from .conftest import PARK, QUESTION, Tiny, rules

ORIGIN = "rules/findings/firms.yaml"
READING = "rules/cautions/reading.yaml"


def told(problem: Problem) -> tuple[str, str | None, int | None, str | None]:
    return problem.code, problem.where.file, problem.where.line, problem.where.entry


@pytest.mark.parametrize(
    ("name", "old", "new", "entry", "remedy"),
    [
        ("knowledge/measures/MS.B.infra.yaml", "[PH.B.1]", "[PH.B.l]", "phases[0]", "Did you mean 'PH.B.1'?"),
        (
            "knowledge/questions/core_company.yaml",
            "section: scope",
            "section: skope",
            "section",
            "Did you mean 'scope'?",
        ),
        (READING, "CAU.read", "CAU.reed", "rules[0].then.caution", "Did you mean 'CAU.read'?"),
        (READING, "CAU.read", "zzz", "rules[0].then.caution", "Write the id of a caution or pitfall that is there."),
        (
            "knowledge/types/B.yaml",
            "basis:",
            "cases: [kitakami]\nbasis:",
            "cases[0]",
            "Write the id of a case that is there.",
        ),
        (
            "knowledge/types/B.yaml",
            "basis:",
            "deep_dive_case: x\nbasis:",
            "deep_dive_case",
            "Write the id of a case that is there.",
        ),
    ],
)
def test_an_id_that_is_not_there(tiny: Tiny, name: str, old: str, new: str, entry: str, remedy: str) -> None:
    tiny.replace(name, old, new)
    problem = tiny.problem()
    assert (problem.code, problem.where.file, problem.where.entry) == ("unknown_reference", name, entry)
    assert problem.remedy.en == remedy


def test_the_exact_problem(tiny: Tiny) -> None:
    tiny.replace("knowledge/measures/MS.B.infra.yaml", "phases: [PH.B.1]", "phases:\n- PH.B.1\n- PH.B.4")
    problem = tiny.problem()
    assert problem.tell("en") == (
        "knowledge/measures/MS.B.infra.yaml:8 phases[1]: There is no phase 'PH.B.4'. Did you mean 'PH.B.1'?"
    )
    assert problem.tell("ja") == (
        "knowledge/measures/MS.B.infra.yaml:8 phases[1]: "
        "「PH.B.4」というフェーズはありません。「PH.B.1」ではありませんか。"
    )


@pytest.mark.parametrize(
    ("then", "entry"),
    [
        ("{status: {measure: MS.B.x, level: partly}}", "status.measure"),
        ("{raise_priority: MS.B.x}", "raise_priority"),
        ("{renewal_direction: MDIR.9}", "renewal_direction"),
        ("{direction: {direction: NPD.9, relevance: some}}", "direction.direction"),
        ("{requirement: {industry: IND.x, requirement: y}}", "requirement.industry"),
    ],
)
def test_conclusions_about_what_is_not_there(tiny: Tiny, then: str, entry: str) -> None:
    stage = {"status": "measures", "raise": "measures", "renew": "renewal", "direc": "directions", "requi": "location"}
    folder = next(value for key, value in stage.items() if then[1:].startswith(key))
    tiny.write(f"rules/{folder}/x.yaml", rules(folder, "{fact: core_company, is: true}", then))
    assert told(tiny.problem()) == ("unknown_reference", f"rules/{folder}/x.yaml", 7, f"rules[0].then.{entry}")


@pytest.mark.parametrize(
    ("when", "code", "entry", "remedy"),
    [
        ("{fact: core_compny, is: true}", "unknown_fact", "fact", "Did you mean 'core_company'?"),
        ("{fact: led, is: true}", "unknown_fact", "fact", "A finding is written {finding: led}."),
        ("{fact: core_company, is: yes}", "value_does_not_fit", "is", "Write true or false."),
        ("{fact: core_company, in: [1]}", "value_does_not_fit", "in[0]", "Write true or false."),
        ("{fact: core_company, at_least: 1}", "value_does_not_fit", "at_least", "Write true or false."),
        ("{fact: b_park, is: for_sal}", "value_does_not_fit", "is", "Did you mean 'for_sale'?"),
        ("{fact: b_park, in: [for_sale, land]}", "value_does_not_fit", "in[1]", "Values there are: for_sale."),
        ("{fact: b_park, is: true}", "value_does_not_fit", "is", "Values there are: for_sale."),
        ("{fact: shipments, is: 3}", "value_does_not_fit", "is", "Compare numbers with 'at_least'."),
        ("{fact: leading_type, is: B}", "fact_too_early", "fact", "Use the answers or findings instead."),
        ("{unknown: core_company}", "unknown_not_allowed", "unknown", "Let it turn on the answer's value."),
        ("{known: core_company}", "known_not_allowed", "known", "Let it turn on the answer's value."),
        ("{known: core}", "unknown_fact", "known", "Write the id of a question that is there."),
        ("{finding: leed}", "unknown_finding", "finding", "Did you mean 'led'?"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("wrap", ["{}", "{{not: {}}}", "{{any: [{{all: [{}]}}]}}"])
def test_conditions_of_a_type_rule(tiny: Tiny, wrap: str, when: str, code: str, entry: str, remedy: str) -> None:
    tiny.replace("rules/type/VP1.yaml", "{finding: led}", wrap.format(when))
    found = [p for p in tiny.problems() if p.code == code]
    assert len(found) == 1
    place = {"{}": "", "{{not: {}}}": "not."}.get(wrap, "any[0].all[0].")
    assert told(found[0]) == (code, "rules/type/VP1.yaml", 6, f"rules[0].when.{place}{entry}")
    assert found[0].remedy.en == remedy


@pytest.mark.parametrize(
    "when",
    [
        "{fact: b_park, is: for_sale}",
        "{fact: shipments, at_least: 3000}",
        "{fact: leading_type, in: [A-1, B]}",
        "{fact: type_kind, is: hybrid}",
        "{known: core_company}",
        "{unknown: core_company}",
    ],
)
def test_conditions_that_a_caution_may_have(tiny: Tiny, when: str) -> None:
    tiny.replace(READING, "{unknown: core_company}", when)
    tiny.load()


@pytest.mark.parametrize("stage", ["findings", "type", "phase", "measures"])
def test_whether_a_question_was_answered_is_no_evidence(tiny: Tiny, stage: str) -> None:
    tiny.write(f"rules/{stage}/PH.B.2.yaml", rules(stage, "{known: core_company}", "{finding: x}"))
    assert "known_not_allowed" in {problem.code for problem in tiny.problems()}


CONTRADICTION = rules(
    "contradictions",
    "{all: [{fact: core_company, is: true}, {unknown: b_park}]}",
    "{contradiction: parkless}",
)
WAY_OUT = "  way_out: {ja: 確かめて直す。, en: Check it.}\n"


def test_a_contradiction_may_turn_on_what_is_unknown_and_has_a_way_out(tiny: Tiny) -> None:
    tiny.write("rules/contradictions/x.yaml", CONTRADICTION + WAY_OUT)
    assert tiny.load().rule["contradictions/x/one"].then.key == "contradiction:parkless"


def test_a_contradiction_without_a_way_out(tiny: Tiny) -> None:
    tiny.write("rules/contradictions/x.yaml", CONTRADICTION)
    assert told(tiny.problem()) == ("way_out", "rules/contradictions/x.yaml", 5, "rules[0]")


def test_a_way_out_where_there_is_no_contradiction(tiny: Tiny) -> None:
    tiny.append(READING, WAY_OUT)
    assert told(tiny.problem()) == ("way_out", READING, 10, "rules[0].way_out")


def test_a_contradiction_of_two_rules(tiny: Tiny) -> None:
    for name in ("x", "y"):
        tiny.write(f"rules/contradictions/{name}.yaml", CONTRADICTION + WAY_OUT)
    entry = "rules[0].then.contradiction"
    assert told(tiny.problem()) == ("repeated_name", "rules/contradictions/y.yaml", 7, entry)


def test_findings_that_rest_on_themselves(tiny: Tiny) -> None:
    tiny.replace(ORIGIN, "{fact: core_company, is: true}", "{finding: far}")
    tiny.write("rules/findings/far.yaml", rules("findings", "{any: [{finding: led}]}", "{finding: far}"))
    problem = tiny.problem()
    assert told(problem) == ("finding_circle", "rules/findings/far.yaml", 6, "rules[0].when.any[0].finding")
    assert "far -> led -> far" in problem.what.en


def test_a_finding_that_rests_on_itself_alone(tiny: Tiny) -> None:
    tiny.replace(ORIGIN, "{fact: core_company, is: true}", "{finding: led}")
    assert "led -> led" in tiny.problem().what.en


def test_a_stage_concludes_only_its_own(tiny: Tiny) -> None:
    tiny.replace(
        "rules/type/VP1.yaml", "{evidence: {type: B, viewpoint: VP1, pull: for, weight: 2}}", "{caution: CAU.read}"
    )
    problem = tiny.problem()
    assert told(problem) == ("conclusion_of_other_stage", "rules/type/VP1.yaml", 7, "rules[0].then.caution")
    assert problem.remedy.en == "It can conclude: evidence, hybrid."


@pytest.mark.parametrize(
    ("old", "new", "code", "entry"),
    [
        ("fact: focus}}", "fact: fokus}}", "undeclared", "rules[0].then.necessary.fact"),
        ("factor: PH.B.1", "factor: PH.B.2", "does_not_belong", "rules[0].then.necessary.factor"),
        ("role: necessary", "role: supporting", "other_role", "rules[0].then.necessary"),
    ],
)
def test_facts_of_a_key_factor(tiny: Tiny, old: str, new: str, code: str, entry: str) -> None:
    tiny.replace("rules/phase/PH.B.1.yaml", old, new)
    assert (tiny.problem().code, tiny.problem().where.entry) == (code, entry)


@pytest.mark.parametrize(
    ("serves", "code"),
    [
        ("{factor: PH.B.1, fact: focus}", None),
        ("{factor: PH.B.1, fact: fokus}", "undeclared"),
        ("{factor: PH.B.9, fact: focus}", "unknown_reference"),
        ("{factor: PH.A-1.1, fact: lead}", "does_not_belong"),
    ],
)
def test_what_a_measure_serves(tiny: Tiny, serves: str, code: str | None) -> None:
    lead = "facts: {lead: {name: {ja: 牽引, en: Lead}, role: necessary, reason: {ja: 要素, en: An element}}}"
    then = "{necessary: {factor: PH.A-1.1, fact: lead}}"
    tiny.write("rules/phase/PH.A-1.1.yaml", rules("phase", "{finding: led}", then, lead))
    then = "{status: {measure: MS.B.infra, level: partly}}"
    tiny.write("rules/measures/MS.B.infra.yaml", rules("measures", "{finding: led}", then, f"serves: [{serves}]"))
    if code is None:
        tiny.load()
    else:
        assert (tiny.problem().code, tiny.problem().where.line) == (code, 3)


def test_a_measure_of_another_types_phase(tiny: Tiny) -> None:
    tiny.replace("knowledge/measures/MS.B.infra.yaml", "[PH.B.1]", "[PH.A-1.1]")
    assert told(tiny.problem()) == ("does_not_belong", "knowledge/measures/MS.B.infra.yaml", 6, "phases[0]")


def test_a_phase_that_is_missing(tiny: Tiny) -> None:
    (tiny.folder / "knowledge/phases/PH.A-2.3.yaml").unlink()
    assert told(tiny.problem()) == ("missing_item", "knowledge/phases/PH.A-2.3.yaml", None, None)


def test_names_given_twice(tiny: Tiny) -> None:
    option = "{id: for_sale, label: {ja: 分譲中, en: For sale}}"
    tiny.write("knowledge/questions/b_park.yaml", PARK.replace(f"[{option}]", f"[{option}, {option}]"))
    tiny.append(ORIGIN, "- {id: one, when: {finding: x}, then: {finding: x}, basis: stated, reads: {ja: 文, en: A.}}\n")
    codes = [(p.code, p.where.entry) for p in tiny.problems()]
    assert ("repeated_name", "options[1].id") in codes
    assert ("repeated_name", "rules[1].id") in codes


def test_a_threshold_without_its_reason(tiny: Tiny) -> None:
    tiny.replace("rules/thresholds.yaml", "  margin: {text", "  margine: {text")
    assert [(p.code, p.where.entry) for p in tiny.problems()] == [
        ("threshold_reason", "reasons.margin"), ("threshold_reason", "reasons.margine"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("applies", "code"),
    [
        ("{fact: core_company, is: true}", "question_circle"),
        ("{finding: led}", "finding_not_allowed"),
        ("{unknown: b_park}", "unknown_not_allowed"),
        ("{fact: leading_type, is: B}", "fact_too_early"),
        ("{fact: b_park, is: sold}", "value_does_not_fit"),
    ],
)
def test_when_a_question_applies(tiny: Tiny, applies: str, code: str) -> None:
    tiny.write("knowledge/questions/core_company.yaml", QUESTION + f"applies_when: {applies}\n")
    assert (tiny.problem().code, tiny.problem().where.line) == (code, 9)


def test_the_shape_of_a_question(tiny: Tiny) -> None:
    tiny.write("knowledge/questions/type_kind.yaml", QUESTION + "minimum: 1\n")
    tiny.write("knowledge/questions/b_park.yaml", PARK.replace("id: for_sale", "id: unknown"))
    shape = [(p.where.file, p.where.entry) for p in tiny.problems() if p.code == "question_shape"]
    assert shape == [
        ("knowledge/questions/b_park.yaml", "options[0].id"),
        ("knowledge/questions/type_kind.yaml", None),
        ("knowledge/questions/type_kind.yaml", "minimum"),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "source", "code", "entry"),
    [
        ("core_company", "value: true", "2-2-5 語句", None, None),
        ("b_park", "value: for_sale", "2-2-5 語句", None, None),
        ("shipments", "value: 3000", "2-2-5 語句", None, None),
        ("core_company", "value: unknown", "2-2-5 語句", "value_does_not_fit", "answers.core_company.value"),
        ("b_park", "value: [for_sale]", "2-2-5 語句", "value_does_not_fit", "answers.b_park.value"),
        ("shipments", "value: true", "2-2-5 語句", "value_does_not_fit", "answers.shipments.value"),
        ("core_compani", "value: true", "2-2-5 語句", "unknown_reference", "answers.core_compani"),
        ("core_company", "value: true", "工業統計", "source_form", "answers.core_company.source"),
        ("core_company", "valeu: true", "2-2-5 語句", "schema_extra_forbidden", "answers.core_company.valeu"),
    ],
)
def test_examples(tiny: Tiny, question: str, answer: str, source: str, code: str | None, entry: str | None) -> None:
    tiny.add_example(answer, source, question)
    if code is None:
        assert question in tiny.load().examples["made_up"].answers
    else:
        assert (code, entry) in [(p.code, p.where.entry) for p in tiny.problems()]


def test_an_example_of_no_case(tiny: Tiny) -> None:
    tiny.add_example("value: true")
    (tiny.folder / "knowledge/cases/made_up.yaml").unlink()
    assert told(tiny.problem()) == ("unknown_reference", "knowledge/examples/made_up.yaml", None, None)


def test_answers_may_be_written_short(tiny: Tiny) -> None:
    tiny.write(
        "knowledge/questions/several.yaml",
        PARK.replace("choice", "several").replace("label: {ja: 分譲中", "label: {ja: 分譲"),
    )
    tiny.add_example("value: true")
    tiny.append("knowledge/examples/made_up.yaml", "  several: [for_sale]\n")
    assert [(p.code, p.where.line) for p in tiny.problems()] == [("source_form", 7)]
