"""What the card of a question says in words, apart from what is typed and marked on it."""

from engine.interview.reading import Reading, read_answer
from engine.model.problem import Place, Problem
from engine.model.questions import Question
from tui.texts import Lang, say
from tui.widgets.citing import cited
from tui.widgets.ending import Ending


def labels(asked: Question | None, ending: Ending | None, lang: Lang) -> list[str]:
    """The options, 'don't know' not among them; without a question what can be chosen at the end."""
    if asked is None:
        return list(ending.choices) if ending else []
    if asked.kind == "yes_no":
        return [say(lang, "card.yes"), say(lang, "card.no")]
    return [option.label.get(lang) for option in asked.options]


def apart(asked: Question | None, lang: Lang) -> list[str]:
    """What can be said of a question besides its options: 'don't know', and of several 'none of these' before it."""
    if asked is None:
        return []
    return [*([say(lang, "card.none")] if asked.kind == "several" else []), say(lang, "card.unknown")]


def how(asked: Question | None, ending: Ending | None, lang: Lang) -> str:
    """How to answer."""
    if asked is None:
        return ending.how if ending else ""
    if asked.kind == "number":
        return say(lang, "card.figure", unit=asked.unit.get(lang) if asked.unit else "-")
    return say(lang, "card.several" if asked.kind == "several" else "card.single")


def about(asked: Question | None, lang: Lang) -> dict[str, str]:
    """Help, why it is asked, and an example with its place in the study; empty where there is none."""
    example = asked.example if asked else None
    return {
        "help": asked.help.get(lang) if asked else "",
        "why": asked.why.get(lang) if asked else "",
        "example": example.text.get(lang) + cited(example.citations, lang) if example else "",
    }


def refused(why: Problem | str, lang: Lang) -> str:
    """Why an answer was not taken. ``why``: a problem with what was typed, or the key of a text; empty: it was."""
    if isinstance(why, Problem):
        # The place is the field below which it stands.
        return why.model_copy(update={"where": Place()}).tell(lang)
    return why and say(lang, why)


def values(asked: Question, several: tuple[str, ...], typed: str) -> list[Reading]:
    """The values that can be answered next. ``several``: the options marked; ``typed``: the figure so far."""
    match asked.kind:
        case "yes_no":
            return [True, False]
        case "choice":
            return [option.id for option in asked.options]
        case "several":
            return [several, ()] if several else [()]
    return [read_answer(asked, typed)]
