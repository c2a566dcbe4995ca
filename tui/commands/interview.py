"""``interview``: one question at a time on plain lines, for screen readers and pipes."""

import sys
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from engine.interview.visible import visible
from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.commands import shared
from tui.words import problems
from tui.words.interview import word

if TYPE_CHECKING:
    from engine.model.answers import Answer, Consultation
    from engine.model.assessment import Assessment
    from engine.model.book import Book
    from engine.model.questions import Question

_WHY = frozenset({"??", "？？", "なぜ", "why"})
_HELP = frozenset({"?", "？"})
_BACK = frozenset({"<", "＜"})
_QUIT = frozenset({":q", "：ｑ", "：q"})


class _EndedError(Exception):
    """The person asked to end, or there is nothing more to read."""


def interview(
    file: shared.FileArgument = None,
    output: shared.OutputOption = None,
    force: shared.ForceOption = False,
    lang: shared.LangOption = None,
) -> None:
    """Answer line by line and get the advice at the end."""
    speak = shared.chosen(lang)
    shared.refuse_existing(output, force)
    book = shared.load_book()
    _say(word("welcome", speak))
    begun = shared.consultation(book, file, None, speak) if file is not None else _named(speak)
    talk = Talk(book, begun, speak, output)
    try:
        talk.run()
    except _EndedError:
        _say(word("ended", speak))
    talk.save()
    if output is None:
        shared.tell((problems.nothing_saved(),), speak)
    else:
        _say(word("saved", speak, visible(output)))
    from tui.commands.advise import rendered

    shared.give(rendered(book, talk.consultation, speak))


def _named(lang: Lang) -> "Consultation":
    from engine.model.answers import Cluster, Consultation

    try:
        name = ""
        while not name:
            name = _read(word("name", lang))
    except _EndedError:
        _unnamed()
    return Consultation(cluster=Cluster(name=name), as_of=date.today())


def _unnamed() -> NoReturn:
    raise ShusekiError(problems.no_names()) from None


class Talk:
    """One interview: the answers so far, and the questions passed on the way, for going back.

    Every answer is in the file ``output``, if there is one, before the next question is asked.
    """

    def __init__(self, book: "Book", begun: "Consultation", lang: Lang, output: str | None = None) -> None:
        self.book = book
        self.consultation = begun
        self.lang: Lang = lang
        self.output = output
        self.passed: list[str] = []
        self.skipped: set[str] = set()
        self.assessment = self._assess()

    def run(self) -> None:
        """Ask until nothing is left that has not been answered or skipped."""
        section = ""
        while question := self._next():
            if question.section != section:
                section = question.section
                self._introduce(section)
            self._ask(question)

    def _next(self) -> "Question | None":
        from engine.interview.order import pending

        left = pending(self.book, self.consultation.answers, self.assessment.type.possible)
        return next((question for question in left if question.id not in self.skipped), None)

    def _introduce(self, section: str) -> None:
        found = next(one for one in self.book.sections if one.id == section)
        _say(f"\n== {found.title.get(self.lang)}\n{found.intro.get(self.lang)}")

    def _ask(self, question: "Question") -> None:
        """Ask until there is an answer, it is skipped, or the person goes back to the question before."""
        from engine.interview.reading import read_answer
        from engine.model.problem import Place, Problem

        _say("")
        while True:
            typed = _read(self._prompt(question))
            if typed in _HELP | _WHY:
                _say(self._explained(question, why=typed in _WHY))
            elif typed in _BACK:
                return self._back()
            elif not typed:
                self.skipped.add(question.id)
                self.passed.append(question.id)
                return None
            elif isinstance(value := read_answer(question, typed, Place()), Problem):
                _say(value.tell(self.lang))
            else:
                return self._note(question, value)

    def _note(self, question: "Question", value: object) -> None:
        from engine.model.answers import Answer

        self._put({**self.consultation.answers, question.id: Answer(question=question.id, value=value)})  # type: ignore[arg-type]  # read_answer gave it
        self.passed.append(question.id)

    def _back(self) -> None:
        if not self.passed:
            _say(word("first", self.lang))
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

    def _tell_contradictions(self, before: set[str]) -> None:
        """Say what the last answer does not go with, at once; what was there before has been said."""
        from engine.report.phrases import Phrases

        say = Phrases(self.book, self.consultation, self.lang)
        for one in self.assessment.contradictions:
            if one.contradiction not in before:
                _say(word("contradiction", self.lang, one.text.get(self.lang)))
                for answer in one.answers:
                    _say(f"  - {say.given(answer)}")
                _say(word("way_out", self.lang, one.way_out.get(self.lang)))

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
            return question.why.get(self.lang)
        lines = [question.help.get(self.lang)]
        if question.example:
            sections = ", ".join(dict.fromkeys(c.section for c in question.example.citations))
            lines.append(f"{word('example', self.lang)}: {question.example.text.get(self.lang)} [{sections}]")
        return "\n".join(lines)


def _say(text: str) -> None:
    """The conversation goes to stderr; stdout is for the advice."""
    print(text, file=sys.stderr)


def _read(prompt: str) -> str:
    """A line that was typed, or the end."""
    print(f"{prompt}\n> ", end="", file=sys.stderr, flush=True)
    try:
        line = sys.stdin.readline()
    except (KeyboardInterrupt, UnicodeDecodeError):
        raise _EndedError from None
    if not line or line.strip() in _QUIT:
        print(file=sys.stderr)
        raise _EndedError
    return line.strip()
