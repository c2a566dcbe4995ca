"""Tells problems: what happened, why it matters, what to do."""

from engine.model.problem import Problem
from tui.screens.dialog import TextDialog
from tui.widgets.prose import GAP, Para


class ProblemScreen(TextDialog):
    """Shown over whatever was being done; nothing typed there is touched."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems

    def heading(self) -> str:
        return self.say("problem.title")

    def paras(self) -> tuple[Para, ...]:
        return tuple(para for problem in self.problems for para in (Para(problem.tell(self.lang)), GAP))
