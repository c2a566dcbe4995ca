"""Which version of a report is wanted, and what the version for the public leaves out."""

from dataclasses import dataclass

from engine.model.answers import Answer, Consultation
from engine.model.comparison import Comparison, Side


@dataclass(frozen=True, slots=True)
class Edition:
    """What a report is to hold.

    ``public``: without what users typed freely (see ``for_the_public``). ``brief``: the first page alone.
    ``since``: the previous consultation (A) against this one (B). ``places``: the area by the names of its parts.
    """

    public: bool = False
    brief: bool = False
    since: Comparison | None = None
    places: tuple[str, ...] = ()


WHOLE = Edition()


def for_the_public(consultation: Consultation) -> Consultation:
    """The consultation without what was typed freely, who answered and when.

    Left out are notes, sources, participants and times of answers, and the name of a scenario. What stays are the
    name of the cluster, its industry and its area, which say what the report is about, and the values of the answers.
    """
    answers = {
        question: Answer(question=answer.question, value=answer.value, confidence=answer.confidence)
        for question, answer in consultation.answers.items()
    }
    return consultation.model_copy(update={"answers": answers, "scenario": ""})


def compared_for_the_public(comparison: Comparison) -> Comparison:
    """The comparison without the names of scenarios; it holds nothing else that was typed freely."""
    a, b = (side.model_copy(update={"scenario": ""}) for side in (comparison.a, comparison.b))
    sides: dict[str, Side] = {"a": a, "b": b}
    return comparison.model_copy(update=sides)
