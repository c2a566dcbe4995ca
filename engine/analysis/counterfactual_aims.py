"""What a counterfactual is asked about: the type, where a type's work stands, or whether a measure is recommended."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.analysis.due import recommended_in
from engine.assess.engine import Engine
from engine.inference.bits import Lanes
from engine.inference.evaluate import TYPE_CODES
from engine.inference.facts import flatten
from engine.inference.judged import ORDERS, Judged
from engine.inference.leaves import leaf_fact, leaves
from engine.model.answers import Value
from engine.model.book import Book
from engine.model.knowledge import Measure, TypeCode
from engine.model.rules import Condition, In, Is, Rule, Stage

TYPE = "type"
PHASE = "phase"
NOT_SHOWN = "not_shown"
RECOMMENDED, NOT_RECOMMENDED = "recommended", "not_recommended"
_LAST = (*map(str, ORDERS), "complete")


@dataclass(frozen=True, slots=True)
class Aim:
    """One target. ``towards``: the outcome asked for, or None for any other than the present one.

    ``bound`` of a type: only outcomes count in which the verdict shows the type.
    """

    about: str
    towards: str | None = None
    bound: bool = False


def targets(book: Book) -> tuple[str, ...]:
    """What can be asked about; ``phase`` stands for the work of every type the verdict shows."""
    return (TYPE, PHASE, *TYPE_CODES, *destinations_of_phase(book), *book.measures)


def destinations_of_phase(book: Book) -> dict[str, tuple[TypeCode, str]]:
    """Where work can be asked to stand: each phase by its id, and ``PH.A-1.complete`` and its like."""
    types = {phase.type for phase in book.phases.values()}
    return {f"PH.{type_}.{place}": (type_, place) for type_ in TYPE_CODES if type_ in types for place in _LAST}


def labels() -> tuple[str, ...]:
    """Every verdict label on type."""
    inner = ("A", "A-1", "A-2", "A-1+A-2")
    return (*inner, "B", *(f"{one}+B" for one in inner), "undetermined", "out_of_scope")


def aims(engine: Engine, known: Mapping[str, Value], target: str | None, towards: str | None) -> tuple[Aim, ...]:
    """The aims a request stands for; none where it makes no sense, such as a type for a measure to become.

    Without a target it is the type and the phase, or what ``towards`` is an outcome of.
    """
    places = destinations_of_phase(engine.book)
    shown = shown_types(engine, known)
    if towards is None and target in places:
        target, towards = None, target
    if towards is not None:
        label = "+".join(sorted(towards.split("+")))
        if label in labels() and target in (None, TYPE):
            return (Aim(TYPE, label),)
        type_, place = places.get(towards, ("", ""))
        return (Aim(type_, place, bound=True),) if type_ and target in (None, PHASE, type_) else ()
    of_phase = tuple(Aim(type_, bound=True) for type_ in shown)
    if target in TYPE_CODES:
        return (Aim(target, bound=target in shown),)
    if target is None or target == PHASE:
        return of_phase if target else (Aim(TYPE), *of_phase)
    return (Aim(target),) if target == TYPE or target in engine.book.measures else ()


def shown_types(engine: Engine, known: Mapping[str, Value]) -> tuple[TypeCode, ...]:
    """The types whose work the present verdict shows."""
    lanes = Lanes(1)
    lanes.set_everywhere(flatten(known, {q: engine.network.domains[q] for q in engine.book.questions}))
    judged = Judged(engine.reading.evaluator, lanes)
    return tuple(type_ for type_ in TYPE_CODES if judged.shows(type_))


def conditions(engine: Engine, aim: Aim) -> list[Condition]:
    """The conditions that decide an aim."""
    if aim.about == TYPE:
        return of_type(engine)
    if aim.about in TYPE_CODES:
        return [*of_phase(engine, aim.about), *(of_type(engine) if aim.bound else ())]
    status = engine.network.rules_for.get(_in_place(aim.about), ())
    kind = engine.book.measures[aim.about].type
    return [*of_type(engine), *of_phase(engine, kind), *(engine.book.rule[rule].when for rule in status)]


def of_type(engine: Engine) -> list[Condition]:
    """The conditions that decide the type."""
    return [r.when for r in engine.book.rules if r.stage is Stage.TYPE or r.then.scope is not None]


def of_phase(engine: Engine, type_: str) -> list[Condition]:
    """The conditions that decide where the work of a type stands."""
    network = engine.network
    keys = [key for phase in engine.book.phases.values() if phase.type == type_ for key in network.needs[phase.id]]
    return [engine.book.rule[rule].when for key in keys for rule in network.rules_for[key]]


def deciding(engine: Engine, rule: Rule) -> list[Condition]:
    """The conditions that decide whether a rule holds: its own, and those of the verdicts it reads."""
    found = [rule.when]
    for leaf in leaves(rule.when):
        head = leaf_fact(leaf)
        if head in ("type_kind", "leading_type", "working_phase"):
            found += of_type(engine)
        if head in ("working_phase", "factor_met"):
            read = leaf.values if isinstance(leaf, In) else (leaf.value,) if isinstance(leaf, Is) else ()
            for phase in (engine.book.phases[str(name)] for name in read):
                found += of_phase(engine, phase.type)
    return list({id(condition): condition for condition in found}.values())


def outcomes(aim: Aim, judged: Judged, measures: Mapping[str, Measure]) -> dict[str, int]:
    """The lanes of each way in which an aim can stand."""
    everywhere = judged.everywhere
    if aim.about == TYPE:
        return judged.labels
    if aim.about in measures:
        recommended = recommended_in(judged, measures[aim.about])
        return {RECOMMENDED: recommended, NOT_RECOMMENDED: everywhere & ~recommended}
    type_ = next(code for code in TYPE_CODES if code == aim.about)
    places = judged.standings[type_].places
    if not aim.bound:
        return places
    shows = judged.shows(type_)
    return {NOT_SHOWN: everywhere & ~shows, **{place: mask & shows for place, mask in places.items()}}


def _in_place(measure: str) -> str:
    return f"status:{measure}:in_place"
