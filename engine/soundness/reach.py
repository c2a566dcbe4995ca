"""Checks that every conclusion there is can come out: types, phases, measures, directions, cautions and the rest."""

from collections.abc import Iterator
from math import prod

from engine.book.ground import Found, item_file, rule_file
from engine.book.problems import both
from engine.inference.bits import all_of, any_of
from engine.inference.judged import Judged
from engine.inference.spread import Spread
from engine.model.assessment import Status
from engine.model.knowledge import Measure
from engine.model.text import LocalizedText
from engine.soundness.cases import MOST
from engine.soundness.survey import Survey, head, too_many

_RISKS = ("dependence", "delay_next_generation", "delay_diversification")


def types_reached(survey: Survey) -> Iterator[Found]:
    """Some full set of answers leads to each type alone, to two types at once, and to A with A-1 or A-2 open."""
    if not survey.book.types:
        return
    labels = _labels(survey)
    if labels is None:
        yield from too_many("rules/type", ())
        return
    for name in survey.book.types:
        if name not in labels:
            yield _never(item_file("types", name), both(f"型 {name}", f"type {name}"))
    if not any("+" in label for label in labels):
        yield _never("rules/type", both("複合型", "a hybrid of two types"))


def _labels(survey: Survey) -> frozenset[str] | None:
    """The verdicts on type that full answers lead to; None if the answers are too many."""
    room = survey.room
    if prod(len(ways) for ways in room.reading.of_type.values()) > MOST:
        return None
    return frozenset(Judged(room.reading.evaluator, Spread(room.reading.of_type, {}).lanes).labels)


def statuses(survey: Survey, phase: str) -> frozenset[Status] | None:
    """What the key factor of a phase can be, from not met to met; None if there are too many cases."""
    rules = survey.room.network.rules_for
    needs = [[survey.book.rule[name].when for name in rules[key]] for key in survey.room.network.needs[phase]]
    if not needs:
        return frozenset({"not_met"})
    cases = survey.cases([when for need in needs for when in need])
    if cases is None:
        return None
    pairs = [any_of([cases.masks(when) for when in need]) for need in needs]
    met, any_missing = all_of(pairs)
    any_there, not_met = any_of(pairs)
    found: dict[Status, int] = {"met": met, "not_met": not_met, "partly": any_missing & any_there}
    return frozenset(status for status, mask in found.items() if mask)


def phases_left(survey: Survey) -> Iterator[Found]:
    """The key factor of each phase can be met, so that work goes on, and missing; of several facts also partly met."""
    for phase in survey.book.phases:
        found = statuses(survey, phase)
        file = f"rules/phase/{phase}.yaml"
        if found is None:
            yield from too_many(file, head(file))
            continue
        several = len(survey.room.network.needs[phase]) > 1
        wanted: tuple[Status, ...] = ("met", "not_met", *(("partly",) if several else ()))
        for status in wanted:
            if status not in found:
                yield _never(file, both(f"{phase} の要因の状態 {status}", f"status {status} of the factor of {phase}"))


def conclusions_reached(survey: Survey) -> Iterator[Found]:
    """Everything a rule is there to conclude is concluded by some rule whose condition can hold."""
    given = {survey.book.rule[name].then.key for name in survey.possible_rules}
    for key, file, what in _wanted(survey):
        if key not in given:
            yield _never(file, what)


def _wanted(survey: Survey) -> Iterator[tuple[str, str, LocalizedText]]:
    """Every conclusion there ought to be: as rules give it, where to look, and in words."""
    book = survey.book
    for name in book.national_directions:
        for level, ja, en in (("high", "大きい", "high"), ("some", "ある程度", "some")):
            what = both(f"国の政策方向性 {name} の関わり「{ja}」", f"{en} relevance of the national direction {name}")
            yield f"direction:{name}:{level}", f"rules/directions/{name}.yaml", what
    for name in book.renewal_directions:
        file = f"rules/renewal/{name}.yaml"
        yield f"renewal_direction:{name}", file, both(f"新陳代謝の方向性 {name}", f"renewal direction {name}")
        yield (
            f"aspired_direction:{name}",
            file,
            both(f"志向としての方向性 {name}", f"aspiring to renewal direction {name}"),
        )
    if book.renewal_directions:
        for risk in _RISKS:
            yield f"renewal_risk:{risk}", "rules/renewal", both(f"衰退のおそれの要素 {risk}", f"renewal risk {risk}")
    for name in book.cautions:
        yield f"caution:{name}", item_file("cautions", name), both(f"留意点 {name}", f"the caution {name}")
    for name, pitfall in book.pitfalls.items():
        if not set(pitfall.bears_on) & set(book.measures):
            yield f"caution:{name}", item_file("pitfalls", name), both(f"失敗・留意事例 {name}", f"the pitfall {name}")
    for name in book.measures:
        what = both(f"施策 {name} が実施済みであること", f"that the measure {name} is in place")
        yield f"status:{name}:in_place", item_file("measures", name), what
    yield from _of_rule_files(survey)


def _of_rule_files(survey: Survey) -> Iterator[tuple[str, str, LocalizedText]]:
    """Facts declared of key factors, and findings."""
    for file in survey.book.rule_files:
        for name, fact in file.facts.items():
            what = both(f"要因の要素 {name}（{file.id}）", f"the fact {name} of {file.id}")
            yield f"{fact.role}:{file.id}:{name}", rule_file(file), what
        for rule in file.rules:
            if rule.then.finding is not None:
                name = rule.then.finding
                yield rule.then.key, rule_file(file), both(f"所見 {name}", f"the finding {name}")


def requirements_reached(survey: Survey) -> Iterator[Found]:
    """The answers can tell of each location requirement whether it is met."""
    given = {survey.book.rule[name].then.key for name in survey.possible_rules}
    for industry in survey.book.industries.values():
        for n, requirement in enumerate(industry.requirements):
            if f"requirement:{industry.id}:{requirement.id}" not in given:
                yield Found(
                    code="requirement_not_asked",
                    file=item_file("industries", industry.id),
                    path=("requirements", n),
                    what=both(
                        f"立地要件 {requirement.id} を満たすかどうか、分かる回答がありません。",
                        f"No answer tells whether the requirement {requirement.id} is met.",
                    ),
                    remedy=both(
                        "立地の規則を加えるか、聞かない理由とともに指摘を認めてください。",
                        "Add a rule of stage location, or accept the finding with the reason why it is not asked.",
                    ),
                )


def measures_recommended(survey: Survey) -> Iterator[Found]:
    """Each measure is due for some verdict on type and phase."""
    labels = _labels(survey) if survey.book.types else frozenset(m.type for m in survey.book.measures.values())
    if labels is None:
        return
    shown = {part for label in labels for part in label.split("+")}
    shown |= {"A-1", "A-2"} if "A" in shown else set()
    can_lack = {survey.book.rule[name].then.key for name in survey.possible_rules}
    for measure in survey.book.measures.values():
        lacks = f"status:{measure.id}:in_place" in can_lack
        if measure.type not in shown or not _ever_due(survey, measure, lacks):
            yield _never(
                item_file("measures", measure.id), both(f"施策 {measure.id} の推奨", f"recommending {measure.id}")
            )


def _ever_due(survey: Survey, measure: Measure, lacks: bool) -> bool:
    """Whether the measure can be lacking, or the factor of one of its phases can be other than met."""
    found = (statuses(survey, phase) for phase in measure.phases)
    return lacks or any(one is None or one - {"met"} for one in found)


def _never(file: str, what: LocalizedText) -> Found:
    return Found(
        code="unreachable",
        file=file,
        path=head(file),
        what=both(f"どのように回答しても「{what.ja}」は出ません。", f"No answers lead to {what.en}."),
        remedy=both(
            "これを導く規則を加えるか、条件を直してください。", "Add a rule that gives it, or correct the conditions."
        ),
    )
