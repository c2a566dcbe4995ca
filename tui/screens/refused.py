"""That what a worker was to do cannot be done, told to the screen it worked for."""

from textual.message import Message

from engine.model.problem import Problem


class Refused(Message):
    """``problems``: why not, in both languages."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems
