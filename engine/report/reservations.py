"""Says a pitfall or caution as the study tells it, and apart from it what this tool advises on it."""

from engine.report.blocks import Line
from engine.report.phrases import Phrases, ours, source


def reservation(say: Phrases, caution: str) -> Line:
    """What the study tells, with its mark; below it, for a pitfall, the advice drawn from it, which is a judgement."""
    pitfall = say.book.pitfalls.get(caution)
    item = pitfall or say.book.cautions[caution]
    advice = (Line(say.pair(say.word("advice"), say.say(pitfall.lesson)), ours([pitfall])),) if pitfall else ()
    return Line(say.say(item.summary), source(item.basis, item.citations), advice)
