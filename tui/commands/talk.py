"""One interview on plain lines: what it asks, tells and keeps."""

import sys
from typing import TYPE_CHECKING

from engine.model.text import Lang
from tui.words.interview import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.model.answers import Answer, Consultation
    from engine.model.assessment import Assessment
    from engine.model.book import Book
    from engine.model.next_question import Mode
    from engine.model.questions import Question
    from engine.model.robustness import Robustness

_MOST_FED = 3
"""Conclusions told of those that a question feeds."""
_WHY = frozenset({"??", "？？", "なぜ", "why"})
_HELP = frozenset({"?", "？"})
_BACK = frozenset({"<", "＜"})
_QUIT = frozenset({":q", "：ｑ", "：q"})


class EndedError(Exception):
    """The person asked to end, or there is nothing more to read."""


def say_line(text: str) -> None:
    """The conversation goes to stderr; stdout is for the advice."""
    print(text, file=sys.stderr)


def read_line(prompt: str) -> str:
    """A line that was typed, or the end."""
    print(f"{prompt}\n> ", end="", file=sys.stderr, flush=True)
    try:
        line = sys.stdin.readline()
    except (KeyboardInterrupt, UnicodeDecodeError):
        raise EndedError from None
    if not line or line.strip() in _QUIT:
        print(file=sys.stderr)
        raise EndedError
    return line.strip()


class Talk:
    """One interview: the answers so far, and the questions passed on the way, for going back.

    Every answer is in the file ``output``, if there is one, before the next question is asked.
    """

    def __init__(self, book: "Book", begun: "Consultation", lang: Lang, output: str | None, mode: "Mode") -> None:
        """``mode``: ``quick`` lets what a question tells decide and ends early, ``full`` keeps the book's order."""
        from tui.course import Course

        self.book = book
        self.mode = mode
        self.course = Course(book)
        self.section: str | None = None
        self.consultation = begun
        self.lang: Lang = lang
        self.output = output
        self.passed: list[str] = []
        self.skipped: set[str] = set()
        self.assessment = self._assess()

    def run(self) -> None:
        """Ask until nothing is left that has not been answered or skipped."""
        while question := self._next():
            if question.section != self.section:
                self.section = question.section
                self._introduce(question.section)
            self._ask(question)
        if self.mode == "quick":
            self._conclude()

    def _next(self) -> "Question | None":
        if self.mode == "quick":
            found = self.course.next(self._taken(), self.section).question
            return self.book.questions[found] if found else None
        from engine.interview.order import pending

        left = pending(self.book, self.consultation.answers, self.assessment.type.possible)
        return next((question for question in left if question.id not in self.skipped), None)

    def _taken(self) -> "dict[str, Answer]":
        """The answers, with what was skipped as not known: in plain lines nothing comes round again."""
        from engine.model.answers import UNKNOWN, Answer

        answers = self.consultation.answers
        return {**{q: Answer(question=q, value=UNKNOWN) for q in self.skipped if q not in answers}, **answers}

    def _conclude(self) -> None:
        """How settled the verdict is where a quick interview ends, and what would have to be found out."""
        from tui.telling import settledness, to_find_out

        done, found = self.course.next(self._taken(), self.section), self._robustness()
        say_line("\n" + settledness(done, found, self.lang))
        for n, line in enumerate(to_find_out(self.book, done, found, self.lang)):
            say_line(f"  - {line}" if n else line)

    def _robustness(self) -> "Robustness":
        from engine.analysis.robustness import robustness

        answers = self.consultation.answers
        with self.course.outlook(answers) as outlook:
            return robustness(outlook.engine, answers, self.assessment, outlook=outlook)

    def _introduce(self, section: str) -> None:
        found = next(one for one in self.book.sections if one.id == section)
        say_line(f"\n== {found.title.get(self.lang)}\n{found.intro.get(self.lang)}")

    def _ask(self, question: "Question") -> None:
        """Ask until there is an answer, it is skipped, or the person goes back to the question before."""
        from engine.interview.reading import read_answer
        from engine.model.problem import Place, Problem

        say_line("")
        while True:
            typed = read_line(self._prompt(question))
            if typed in _HELP | _WHY:
                say_line(self._explained(question, why=typed in _WHY))
            elif typed in _BACK:
                return self._back()
            elif not typed:
                self.skipped.add(question.id)
                self.passed.append(question.id)
                return None
            elif isinstance(value := read_answer(question, typed, Place()), Problem):
                say_line(value.tell(self.lang))
            else:
                return self._note(question, value)

    def _note(self, question: "Question", value: object) -> None:
        from engine.model.answers import Answer

        self._put({**self.consultation.answers, question.id: Answer(question=question.id, value=value)})  # type: ignore[arg-type]  # read_answer gave it
        self.passed.append(question.id)

    def _back(self) -> None:
        if not self.passed:
            say_line(word("first", self.lang))
            return
        last = self.passed.pop()
        self.skipped.discard(last)
        self._put({name: answer for name, answer in self.consultation.answers.items() if name != last})

    def _put(self, answers: "dict[str, Answer]") -> None:
        self.consultation = self.consultation.model_copy(update={"answers": answers})
        self.save()
        before = {one.contradiction for one in self.assessment.contradictions}
        self.assessment = self._assess()
        self._tell_contradictions(before)
        self._tell_standing()

    def _tell_standing(self) -> None:
        """The verdict as it stands after an answer, with the share of cases in which it stays."""
        from engine.analysis.robustness import sureness
        from tui.telling import standing

        with self.course.outlook(self.consultation.answers) as outlook:
            sure = sureness(outlook)
        say_line(standing(self.assessment, sure, self.lang))

    def _tell_contradictions(self, before: set[str]) -> None:
        """Say what the last answer does not go with, at once; what was there before has been said."""
        from engine.report.phrases import Phrases

        say = Phrases(self.book, self.consultation, self.lang)
        for one in self.assessment.contradictions:
            if one.contradiction not in before:
                say_line(word("contradiction", self.lang, one.text.get(self.lang)))
                for answer in one.answers:
                    say_line(f"  - {say.given(answer)}")
                say_line(word("way_out", self.lang, one.way_out.get(self.lang)))

    def save(self) -> None:
        """Write the answers to the file; that it was not there, or may be replaced, was asked at the start."""
        if self.output is not None:
            from engine.store.answer_file import write_file

            write_file(self.output, self.consultation, self.book, overwrite=True)

    def _assess(self) -> "Assessment":
        from engine.assess import assess

        return assess(self.book, self.consultation.answers, self.consultation.as_of)

    def _prompt(self, question: "Question") -> str:
        options = [f"  {n} {option.label.get(self.lang)}" for n, option in enumerate(question.options, 1)]
        kind = word(f"kind_{question.kind}", self.lang)
        unit = f" {question.unit.get(self.lang)}" if question.unit else ""
        return "\n".join([question.text.get(self.lang), *options, f"[{kind}{unit}]"])

    def _explained(self, question: "Question", *, why: bool) -> str:
        if why:
            return "\n".join([question.why.get(self.lang), *self._feeds(question)])
        lines = [question.help.get(self.lang)]
        if question.example:
            sections = ", ".join(dict.fromkeys(c.section for c in question.example.citations))
            lines.append(f"{word('example', self.lang)}: {question.example.text.get(self.lang)} [{sections}]")
        return "\n".join(lines)

    def _feeds(self, question: "Question") -> "Iterator[str]":
        """The first of the open conclusions that the answer can change."""
        from engine.analysis.explanation import why_asked
        from engine.assess import engine_for

        answers, as_of = self.consultation.answers, self.consultation.as_of
        tree = why_asked(engine_for(self.book), answers, as_of, question.id, self.assessment)
        fed = [
            node for node in tree.children if node.kind == "conclusion" and not node.about.startswith("contradiction:")
        ]
        yield from (f"  - {node.statement.get(self.lang)}" for node in fed[:_MOST_FED])
        if len(fed) > _MOST_FED:
            yield "  " + word("more_fed", self.lang, len(fed) - _MOST_FED)
