"""An answer in the words of the screen: its value, and what stands beside it."""

from collections.abc import Iterator

from engine.assess.words import answered
from engine.interview.visible import visible
from engine.model.answers import Answer, Confidence, Unknown, Value
from engine.model.questions import Question
from tui.texts import Lang, say


def said(question: Question, answer: Answer | None, lang: Lang) -> str:
    """What was answered; that nothing was."""
    return say(lang, "said.nothing") if answer is None else value_said(question, answer.value, lang)


def value_said(question: Question, value: Value | Unknown, lang: Lang) -> str:
    """A value, or 'don't know'."""
    if isinstance(value, Unknown):
        return say(lang, "card.unknown")
    return answered(question, value).get(lang)


def quoted(question: Question, lang: Lang) -> str:
    """The question in quotation marks."""
    text = question.text.get(lang)
    return f"「{text}」" if lang == "ja" else f'"{text}"'


def beside(answer: Answer, lang: Lang) -> Iterator[str]:
    """What stands beside the value, each with its name: confidence where not full, source, participant and day."""
    if answer.confidence is not Confidence.SURE:
        yield say(lang, "said.confidence", degree=say(lang, f"card.{answer.confidence.value}"))
    if answer.source:
        yield say(lang, "said.source", text=visible(answer.source))
    if answer.participant:
        yield say(lang, "said.participant", name=visible(answer.participant))
    if answer.at is not None:
        yield say(lang, "said.at", day=answer.at.astimezone().date().isoformat())
