"""Which answers the review lists, and how each is told. Loads no Textual screen, so that it can be tested by itself."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from engine.interview.visible import flowing
from engine.model.answers import Answer, AnswerState, Confidence
from engine.model.questions import Question
from tui.said import beside, said
from tui.session import Sitting
from tui.texts import Lang, say
from tui.widgets.prose import Para

FILTERS = ("all", "answered", "dont_know", "open", "unsure", "contradicting")
MARK = {
    AnswerState.VALUE: "[x]",
    AnswerState.DONT_KNOW: "[?]",
    AnswerState.NOT_ASKED: "[ ]",
    AnswerState.NOT_APPLICABLE: "[-]",
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One question of the review. ``at_odds``: its answer does not go with others."""

    question: Question
    state: AnswerState
    answer: Answer | None
    at_odds: bool

    @property
    def mark(self) -> str:
        """Where it stands, in characters."""
        return f"{MARK[self.state]}{'!' if self.at_odds else ' '}"

    def paras(self, lang: Lang) -> Iterator[Para]:
        """The question, its answer with what stands beside it, and the note."""
        yield Para(self.question.text.get(lang))
        if self.answer is not None:
            gap = "　" if lang == "ja" else "; "
            told = gap.join((said(self.question, self.answer, lang), *beside(self.answer, lang)))
            yield Para(told, "bold", lead="= ")
            if self.answer.note:
                yield Para(say(lang, "said.note", text=flowing(self.answer.note)), "$foreground-muted", indent=2)

    def fits(self, filter_: str) -> bool:
        """Whether a filter lets it through."""
        match filter_:
            case "answered":
                return self.state is AnswerState.VALUE
            case "dont_know":
                return self.state is AnswerState.DONT_KNOW
            case "open":
                return self.state is AnswerState.NOT_ASKED
            case "unsure":
                return self.answer is not None and self.answer.confidence is not Confidence.SURE
            case "contradicting":
                return self.at_odds
        return True

    def holds(self, searched: str) -> bool:
        """Whether every word searched for is in the question, in either language, or in what was answered."""
        text = [self.question.text.ja, self.question.text.en]
        if self.answer is not None:
            text += [said(self.question, self.answer, "ja"), said(self.question, self.answer, "en")]
            text += [self.answer.source, self.answer.note, self.answer.participant]
        whole = folded("\n".join(text))
        return all(word in whole for word in folded(searched).split())


def folded(text: str) -> str:
    """Text as it is searched: full width or not, capital or not, is one."""
    return unicodedata.normalize("NFKC", text).casefold()


def reviewed(sitting: Sitting, filter_: str, searched: str) -> Iterator[Reviewed]:
    """The questions in the order of the interview that a filter and a search let through."""
    contradictions = sitting.assessment.contradictions if sitting.assessment else ()
    at_odds = {answer.question for one in contradictions for answer in one.answers}
    for question in sitting.book.ordered_questions:
        state, answer = sitting.state(question.id), sitting.answers.get(question.id)
        one = Reviewed(question, state, answer, question.id in at_odds)
        if one.fits(filter_) and one.holds(searched):
            yield one
