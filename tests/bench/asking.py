"""How many questions an interview takes: a respondent who answers from an example's file, by three ways of asking.

Where the file is silent the respondent says "don't know". The quick interview ends when no question left to ask can
change type or phase; that may be before they are settled, where only finding something out would settle them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean, median

from engine.analysis.asking import Asking
from engine.analysis.next_question import Guide
from engine.assess.engine import Engine
from engine.interview.order import pending
from engine.model.answers import UNKNOWN, Answer, Consultation
from tests.bench.timing import heading

Answers = dict[str, Answer]
Ask = Callable[[Engine, Answers, str | None], str | None]


@dataclass(frozen=True)
class Interview:
    """One interview: what was asked, in order, and after how many questions type and then phase were done."""

    asked: tuple[str, ...]
    type_done: int
    type_settled: bool
    all_settled: bool
    hops: int

    @property
    def all_done(self) -> int:
        """After how many questions nothing left could change type or phase."""
        return len(self.asked)


def best(engine: Engine, answers: Answers, section: str | None) -> str | None:
    """The product's own choice, quick mode."""
    return Guide(engine, answers).next("quick", section).question


def fixed(engine: Engine, answers: Answers, section: str | None) -> str | None:
    """The book's order, questions about types that are ruled out left out."""
    return next((q.id for q in _left(engine, answers)), None)


def shuffled(engine: Engine, answers: Answers, section: str | None) -> str | None:
    """Any of the questions left, drawn the same at every run."""
    left = sorted(q.id for q in _left(engine, answers))
    return random.Random(f"{len(answers)}/{left}").choice(left) if left else None


def _left(engine: Engine, answers: Answers):  # type: ignore[no-untyped-def]
    return pending(engine.book, answers, _asking(engine, answers).completions.labels())


def _asking(engine: Engine, answers: Answers) -> Asking:
    known = {q: a.value for q, a in answers.items() if a.known}
    return Asking(engine, known, [q for q in engine.book.questions if q not in answers])  # type: ignore[arg-type]


def interview(engine: Engine, example: Consultation, ask: Ask) -> Interview:
    """Ask until nothing left to ask can change type or phase."""
    answers: Answers = {}
    section, asked, hops, type_done = None, list[str](), 0, None
    while True:
        asking = _asking(engine, answers)
        if type_done is None and not _open(engine, answers, asking.about_type):
            type_done = len(asked)
        if type_done is not None and not _open(engine, answers, asking.about_phase):
            return Interview(tuple(asked), type_done, asking.settled_type, asking.settled_phase, hops)
        question = ask(engine, answers, section)
        assert question is not None
        hops += section is not None and engine.book.questions[question].section != section
        section = engine.book.questions[question].section
        answers[question] = example.answers.get(question, Answer(question=question, value=UNKNOWN))
        asked.append(question)


def _open(engine: Engine, answers: Answers, about: frozenset[str]) -> bool:
    return any(q.id in about for q in _left(engine, answers))


def show(engine: Engine) -> None:
    """Print the three ways side by side."""
    heading(
        "Questions a quick interview takes",
        "A respondent answers from an example's file and says \"don't know\" where it is silent; median over the 20.",
        "The interview ends when nothing left to ask can change type (first column), type and phase (second).",
    )
    ways: dict[str, Ask] = {"next best question": best, "fixed order": fixed, "random order": shuffled}
    print(f"{'':20} {'type':>16} {'type and phase':>16} {'changes of section':>20}")
    for name, ask in ways.items():
        found = [interview(engine, example, ask) for example in engine.book.examples.values()]
        type_, all_ = [i.type_done for i in found], [i.all_done for i in found]
        print(
            f"{name:20} {median(type_):5.1f} (mean {mean(type_):4.1f}) {median(all_):5.1f} (mean {mean(all_):4.1f}) "
            f"{mean(i.hops for i in found):10.1f}"
        )
    settled = [interview(engine, example, best) for example in engine.book.examples.values()]
    print(f"Settled for good at the end: type {sum(i.type_settled for i in settled)} of {len(settled)},", end=" ")
    print(f"type and phase {sum(i.all_settled for i in settled)}; for the others the file lacks an answer.")
