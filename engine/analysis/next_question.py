"""The next best question: the one expected to tell most about type, then phase, then measures, without hopping about.

What a question tells is its mutual information with the conclusion over the scenarios (``information``). Among
questions that tell at least half as much as the best, the conversation stays where it is and keeps the book's order; a
question is never asked before one on which it turns whether it applies, and where that is not known, it comes last.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from engine.analysis.asking import Asking, turns_on
from engine.analysis.due import Due
from engine.analysis.outlook import LEAST_BITS, Cells, Outlook
from engine.assess.engine import Engine
from engine.inference.judged import types_of
from engine.interview.order import pending
from engine.model.answers import Answer
from engine.model.next_question import Goal, Mode, NextQuestion
from engine.model.questions import Question

AS_GOOD = 0.5
"""A question that tells at least half as much as the best is as good: below that, leaving the subject pays."""
GOALS: dict[Mode, tuple[Goal, ...]] = {"quick": ("type", "phase"), "full": ("type", "phase", "measures", "rest")}


class Guide:
    """Chooses the next question for one set of answers."""

    def __init__(self, engine: Engine, answers: Mapping[str, Answer], outlook: Outlook | None = None) -> None:
        """``outlook``: the scenarios of the same answers, where they are there already."""
        self.engine = engine
        self.answers = answers
        self._outlook = outlook

    @cached_property
    def outlook(self) -> Outlook:
        """The scenarios of the answers."""
        return self._outlook or Outlook(self.engine, self.answers)

    @cached_property
    def pending(self) -> tuple[Question, ...]:
        """The questions that have not been asked and apply, in the book's order."""
        return pending(self.engine.book, self.answers, self.asking.completions.labels())

    @cached_property
    def asking(self) -> Asking:
        """What asking can still change."""
        known = {q: a.value for q, a in self.answers.items() if a.known and q in self.engine.book.questions}
        unasked = (q for q in self.engine.book.questions if q not in self.answers)
        return Asking(self.engine, known, unasked)

    def next(self, mode: Mode, section: str | None = None) -> NextQuestion:
        """The next question, or that there is none.

        Args:
            mode: ``quick`` asks only what can change type or phase, ``full`` everything that applies.
            section: the section of the question asked last; None at the beginning.
        """
        for goal in GOALS[mode]:
            if candidates := self.candidates(goal):
                return self._best(goal, candidates, section)
        return self._told(None, None, 0.0, 0)

    def candidates(self, goal: Goal) -> Sequence[Question]:
        """The questions still to be asked that serve a goal, in the book's order."""
        if goal == "rest":
            return self.pending
        serving = {
            "type": self.asking.about_type,
            "phase": self.asking.about_phase,
            "measures": self.engine.told_about["measures"].keys(),
        }
        return [question for question in self.pending if question.id in serving[goal]]

    def tells(self, goal: Goal, question: str) -> float:
        """What an answer is expected to tell about a goal, in bits; of measures the sum over all of them."""
        match goal:
            case "type" | "phase":
                return self.outlook.tells(goal, question)
            case "measures":
                cells = self._cells_of_measures
                return sum(self.outlook.information(one, question, "measures") for one in cells)
        return 0.0

    @cached_property
    def _cells_of_measures(self) -> Sequence[Cells]:
        due = Due(self.engine, self.outlook.judged)
        possible = {t for label in self.outlook.types for t in types_of(label)}
        return [due.cells(m.id) for m in self.engine.book.measures.values() if m.type in possible]

    def _best(self, goal: Goal, candidates: Sequence[Question], section: str | None) -> NextQuestion:
        unclear = {q for q, answer in self.answers.items() if not answer.known}
        firm = [question for question in candidates if not turns_on(question) & unclear]
        bits = {question.id: self._told_bits(goal, question.id) for question in firm or candidates}
        chosen = self._first(self._in_one_place(firm or candidates, bits, section))
        return self._told(chosen.id, goal, bits.get(chosen.id, 0.0), len(candidates))

    def _told_bits(self, goal: Goal, question: str) -> float:
        """What is told, as far as it is more than chance would show."""
        bits = self.tells(goal, question)
        return bits if bits >= LEAST_BITS else 0.0

    def _in_one_place(self, candidates: Sequence[Question], bits: Mapping[str, float], section: str | None) -> Question:
        """Of those as good as the best, the first where the conversation is, else the first where the best one is."""
        best = max(candidates, key=lambda q: bits[q.id])
        good = [q for q in candidates if bits[q.id] >= AS_GOOD * bits[best.id]]
        here = section or self.engine.book.ordered_questions[0].section
        return next((q for q in good if q.section == here), None) or next(q for q in good if q.section == best.section)

    def _first(self, question: Question) -> Question:
        """The question, or one still pending on which it turns whether it applies."""
        before = turns_on(question)
        needed = next((q for q in self.pending if q.id in before), None)
        return self._first(needed) if needed else question

    def _told(self, question: str | None, goal: Goal | None, bits: float, left: int) -> NextQuestion:
        asking = self.asking
        return NextQuestion.model_construct(
            question=question,
            goal=goal,
            bits=bits,
            left=left,
            type_settled=asking.settled_type,
            phase_settled=asking.settled_phase,
            type_asked=not asking.about_type,
            phase_asked=not asking.about_type and not asking.about_phase,
        )
