"""Two checks side by side: what came, went, ended or changed, what that did to the findings, and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.answers import UNKNOWN, Answer, Consultation
from engine.model.gap_comparison import EntryChange, FindingChange, GapComparison
from engine.model.register import Confirmation, ExistingMeasure, Register
from engine.policy.checked import Checked, checked
from engine.policy.comparing import compare_checks
from tests.helpers import shipped_book

BOOK = shipped_book()
SAKAKI = BOOK.examples["sakaki"]
TRAINING, VISION, LAND = "ものづくり人材育成事業", "産業振興ビジョン策定事業", "第1工業団地整備事業"


def existing(name: str, department: str = "商工課", **more: object) -> ExistingMeasure:
    return ExistingMeasure.model_validate(
        {"id": f"{name}/{department}", "name": name, "department": department, **more}
    )


def register(*measures: ExistingMeasure, year: int | None = 2026) -> Register:
    return Register(name="事業一覧.xlsx", fiscal_year=year, measures=measures)


def says(name: str, *generic: str, department: str = "商工課") -> Confirmation:
    return Confirmation(name=name, department=department, generic=generic, types=("A-1", "A-2", "B"))


SAID = (says(TRAINING, "MS.A-2.hr"), says(VISION, "MS.A-2.vision"), says(LAND))


def check(
    *measures: ExistingMeasure,
    year: int | None = 2026,
    said: Sequence[Confirmation] = SAID,
    consultation: Consultation = SAKAKI,
) -> Checked:
    return checked(BOOK, consultation, register(*measures, year=year), said)


def turned(comparison: GapComparison, turn: str) -> list[EntryChange]:
    return [one for one in comparison.entries if one.turn == turn]


def by_id(changes: Sequence[FindingChange]) -> dict[str, tuple[str, ...]]:
    return {one.finding.id: one.reasons for one in changes}


# --- existing measures ---------------------------------------------------------------------------------------------


def test_added_and_gone_are_told_with_what_they_are() -> None:
    found = compare_checks(check(existing(TRAINING), year=2025), check(existing(VISION, budget=1_000)))
    (added,), (gone,) = turned(found, "added"), turned(found, "gone")
    assert added.after is not None
    assert (added.after.name, added.after.budget, added.after.generic) == (VISION, 1_000, ("MS.A-2.vision",))
    assert gone.before is not None
    assert (gone.before.name, gone.before.standing, gone.foreseen) == (TRAINING, "confirmed", False)
    assert found.entries_alike == 0


def test_what_was_to_end_went_as_foreseen() -> None:
    found = compare_checks(check(existing(TRAINING, end=2025), year=2025), check(existing(VISION)))
    assert [one.foreseen for one in turned(found, "gone")] == [True]


@pytest.mark.parametrize("after", [{"progress": "ended"}, {"end": 2025}])
def test_ended_is_not_gone(after: dict[str, object]) -> None:
    found = compare_checks(check(existing(TRAINING), year=2025), check(existing(TRAINING, **after)))
    assert [one.turn for one in found.entries] == ["ended"]
    assert by_id(found.new)["missing:MS.A-2.hr"] == ("register",)


def test_a_budget_that_changed_is_told_with_the_difference_and_one_not_known_is_no_change() -> None:
    found = compare_checks(
        check(existing(TRAINING, budget=3_000), existing(VISION, budget=500), year=2025),
        check(existing(TRAINING, budget=2_000), existing(VISION)),
    )
    (changed,) = found.entries
    assert (changed.turn, changed.fields, changed.budget_change) == ("changed", ("budget",), -1_000)
    assert found.entries_alike == 1
    assert (found.before.budget, found.before.budgeted) == (3_500, 2)
    assert (found.after.budget, found.after.budgeted) == (2_000, 1)


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        (existing("令和7年度　人材育成事業"), existing("令和8年度　人材育成事業"), ("name",)),
        (existing("人材育成事業（新規）"), existing("人材育成事業（継続）"), ("name",)),
        (existing(TRAINING, "商工課"), existing(TRAINING, "産業振興課"), ("department",)),
        (existing(TRAINING), existing("ものづくり人材育成支援事業"), ("name",)),
        (existing(TRAINING, start=2024, end=2026), existing(TRAINING, start=2024, end=2028), ("period",)),
        (existing(TRAINING, outline="講座を開く"), existing(TRAINING, outline="講座と研修を開く"), ("outline",)),
        (existing(TRAINING, funding=("own",)), existing(TRAINING, funding=("own", "state")), ("funding",)),
    ],
)
def test_the_same_measure_is_found_again(before: ExistingMeasure, after: ExistingMeasure, fields: tuple[str]) -> None:
    (changed,) = compare_checks(check(before, year=2025), check(after)).entries
    assert (changed.turn, changed.fields) == ("changed", fields)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (existing(LAND), existing("第2工業団地整備事業")),
        (existing("観光案内所運営費"), existing("工業用水道事業会計繰出金")),
        (existing(TRAINING, "商工課"), existing("ものづくり人材育成支援事業", "教育委員会")),
    ],
)
def test_what_is_only_a_little_alike_is_another_measure(before: ExistingMeasure, after: ExistingMeasure) -> None:
    found = compare_checks(check(before, year=2025), check(after))
    assert [one.turn for one in found.entries] == ["added", "gone"]


def test_of_several_with_one_name_as_many_are_alike_as_both_have() -> None:
    twice = [existing(TRAINING), existing(TRAINING).model_copy(update={"id": "second"})]
    found = compare_checks(check(*twice, year=2025), check(existing(TRAINING)))
    assert (found.entries_alike, [one.turn for one in found.entries]) == (1, ["gone"])


# --- findings ------------------------------------------------------------------------------------------------------


def test_a_gap_is_closed_by_a_new_measure_and_opened_by_one_that_went() -> None:
    found = compare_checks(check(existing(TRAINING), year=2025), check(existing(VISION)))
    assert by_id(found.new)["missing:MS.A-2.hr"] == ("register",)
    assert by_id(found.closed)["missing:MS.A-2.vision"] == ("register",)
    assert not found.verdict_changed


def test_a_gap_closed_by_a_word_of_a_person_alone_says_so() -> None:
    before = check(existing(TRAINING), year=2025, said=(says(TRAINING),))
    found = compare_checks(before, check(existing(TRAINING)))
    assert by_id(found.closed)["missing:MS.A-2.hr"] == ("mapping",)
    assert found.entries == ()


def test_findings_about_existing_measures_are_the_same_under_new_ids() -> None:
    twins = [existing(f"{TRAINING}{n}", id=f"old{n}") for n in "ab"]
    said = [says(one.name, "MS.A-2.hr") for one in twins]
    renamed = [one.model_copy(update={"id": f"new{one.id}"}) for one in twins]
    found = compare_checks(check(*twins, year=2025, said=said), check(*renamed, said=said))
    (doubled,) = [one for one in found.remaining if one.finding.kind == "doubled"]
    assert (doubled.before, doubled.after) == ("doubled:olda:oldb", "doubled:newolda:newoldb")
    assert (found.closed, found.new) == ((), ())


def test_another_verdict_is_told_and_findings_of_the_type_say_so() -> None:
    exogenous = SAKAKI.model_copy(update={"answers": dict(BOOK.examples["ishikari"].answers)})
    before, after = check(existing(TRAINING), year=2025), check(existing(TRAINING), consultation=exogenous)
    assert set(before.check.types).isdisjoint(after.check.types)
    found = compare_checks(before, after)
    assert found.verdict_changed
    assert {reasons for finding, reasons in by_id(found.new).items() if "MS." in finding} == {("type",)}
    assert {reasons for finding, reasons in by_id(found.closed).items() if "MS." in finding} == {("type",)}
    assert {(one.before is None) != (one.after is None) for one in found.coverage} == {True}


def test_another_answer_about_a_measure_is_a_reason() -> None:
    done = {"a2_higher_ed": ("university",), "a2_training": True}
    answers = {question: Answer(question=question, value=value) for question, value in done.items()}
    after = SAKAKI.model_copy(update={"answers": {**SAKAKI.answers, **answers}})
    found = by_id(compare_checks(check(existing(VISION)), check(existing(VISION), consultation=after)).closed)
    assert "answers" in found["missing:MS.A-2.hr"]
    assert "register" not in found["missing:MS.A-2.hr"]


def test_coverage_stands_side_by_side() -> None:
    found = compare_checks(check(existing(TRAINING), year=2025), check(existing(VISION)))
    beside = {one.measure: one for one in found.coverage}
    training = beside["MS.A-2.hr"]
    assert (training.before, training.after, training.differs) == ("there", "nothing", True)
    assert (training.existing_before, training.existing_after) == ((TRAINING,), ())
    assert beside["MS.A-2.risk_money"].differs is False


def test_of_two_clusters_departments_say_nothing_and_nothing_is_taken_for_renamed() -> None:
    one = check(existing(TRAINING, "商工課"), existing(VISION))
    other = check(existing(TRAINING, "産業振興課"), existing("産業振興ビジョン改定事業"))
    found = compare_checks(one, other, relation="clusters")
    assert found.entries_alike == 1
    assert {change.turn for change in found.entries} == {"added", "gone"}


def test_the_sides_carry_what_the_checks_say() -> None:
    one = check(existing(TRAINING), existing(VISION, end=2020), year=None)
    side = compare_checks(one, one).before
    assert (side.measures, side.running, side.fiscal_year, side.budget) == (2, 1, None, None)
    assert (side.label, side.types) == (one.assessment.type.leading, one.check.types)
    assert side.digest == one.check.digest


# --- properties ----------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(
    [TRAINING, VISION, LAND, "第2工業団地整備事業", "創業支援事業", "令和8年度創業支援事業", "A", "ー"]
)
MEASURES = st.builds(
    existing,
    NAMES,
    st.sampled_from(["商工課", "", "企画課"]),
    budget=st.none() | st.integers(0, 10),
    end=st.none() | st.integers(2024, 2027),
    outline=st.sampled_from(["", "講座を開く", "展示会"]),
)
REGISTERS = st.lists(MEASURES, max_size=6).map(
    lambda found: [one.model_copy(update={"id": f"e{n}"}) for n, one in enumerate(found)]
)
EXAMPLES = st.sampled_from(["sakaki", "kitakami", "kyoto"])


@settings(max_examples=30, deadline=None)
@given(REGISTERS, EXAMPLES)
def test_a_check_beside_itself_closes_and_opens_nothing(measures: list[ExistingMeasure], example: str) -> None:
    one = check(*measures, consultation=BOOK.examples[example])
    for relation in ("years", "clusters"):
        found = compare_checks(one, one, relation=relation)  # type: ignore[arg-type]
        assert (found.closed, found.new, found.entries) == ((), (), ())
        assert found.same
        assert not found.verdict_changed
        assert len(found.remaining) == len(one.check.findings)
        assert all(kept.before == kept.after for kept in found.remaining)
        assert not any(beside.differs for beside in found.coverage)


@settings(max_examples=30, deadline=None)
@given(REGISTERS, REGISTERS, EXAMPLES, EXAMPLES)
def test_what_one_way_round_is_new_the_other_way_is_closed(
    first: list[ExistingMeasure], second: list[ExistingMeasure], one: str, other: str
) -> None:
    a, b = check(*first, consultation=BOOK.examples[one]), check(*second, consultation=BOOK.examples[other])
    there, back = compare_checks(a, b), compare_checks(b, a)
    assert {f.finding.id for f in there.new} == {f.finding.id for f in back.closed}
    assert {f.finding.id for f in there.closed} == {f.finding.id for f in back.new}
    assert len(there.remaining) == len(back.remaining)
    assert len(turned(there, "added")) == len(turned(back, "gone"))
    assert all(f.reasons for f in (*there.new, *there.closed))
    assert GapComparison.model_validate_json(there.model_dump_json(by_alias=True)) == there


@settings(max_examples=20, deadline=None)
@given(REGISTERS, REGISTERS)
def test_every_existing_measure_is_accounted_for(first: list[ExistingMeasure], second: list[ExistingMeasure]) -> None:
    found = compare_checks(check(*first, year=2025), check(*second))
    both = found.entries_alike + len(turned(found, "ended")) + len(turned(found, "changed"))
    assert both + len(turned(found, "gone")) == len(first)
    assert both + len(turned(found, "added")) == len(second)


def test_a_check_is_the_same_without_the_words_behind_suggestions() -> None:
    register_ = register(existing(TRAINING), existing(VISION, outline="将来像を描く"), existing(LAND))
    with_words, without = (checked(BOOK, SAKAKI, register_, grounds=grounds) for grounds in (True, False))
    assert without.check == with_words.check
    assert any(one.words for link in with_words.mapping.links for one in link.suggestions)
    assert not any(one.words for link in without.mapping.links for one in link.suggestions)


def test_a_day_alone_is_no_change_of_verdict() -> None:
    later = SAKAKI.model_copy(update={"as_of": date(2027, 4, 1)})
    found = compare_checks(check(existing(TRAINING)), check(existing(TRAINING), consultation=later))
    assert not found.verdict_changed
    assert (found.closed, found.new, found.same) == ((), (), False)


def test_answers_not_known_any_more_are_a_reason_of_their_own() -> None:
    vague = {q: replace_value(a) for q, a in SAKAKI.answers.items()}
    after = check(existing(TRAINING), consultation=SAKAKI.model_copy(update={"answers": vague}))
    found = compare_checks(check(existing(TRAINING)), after)
    assert found.verdict_changed
    assert all(one.reasons for one in found.closed)
    assert replace(check(existing(TRAINING))).check.digest == found.before.digest


def replace_value(answer: Answer) -> Answer:
    return answer.model_copy(update={"value": UNKNOWN})
