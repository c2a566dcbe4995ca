"""The further sheets of the study (location, HR, DX) laid over the register."""

from engine.model.gaps import SheetCheck
from engine.policy.gaps.laid_over import LaidOver
from engine.policy.gaps.register_view import RegisterView


def sheet_checks(over: LaidOver, view: RegisterView) -> tuple[SheetCheck, ...]:
    """Not yet."""
    return ()
