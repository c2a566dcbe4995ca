"""The next question to ask, why it is that one, and how far asking has come."""

from typing import Literal

from pydantic import Field

from engine.model.text import Frozen

Mode = Literal["quick", "full"]
"""``quick`` stops when nothing that can be asked changes type or phase; ``full`` asks everything that applies."""
Goal = Literal["type", "phase", "measures", "rest"]


class NextQuestion(Frozen):
    """What to ask next.

    ``settled`` means that no unknown can change it; ``asked`` that nothing still to be asked can, though something
    answered with "don't know" may.
    """

    question: str | None = Field(description="None: nothing is left to ask in this mode")
    goal: Goal | None = Field(description="what the question is asked for")
    bits: float = Field(description="information it is expected to give about that, in bits")
    left: int = Field(description="questions left that may serve the same goal")
    type_settled: bool
    phase_settled: bool
    type_asked: bool
    phase_asked: bool
