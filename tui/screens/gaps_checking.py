"""A screen over a register: has it checked in a thread, takes only what is not stale, and shows it."""

from textual.message import Message

from engine.model.problem import ShusekiError
from tui.gap_sitting import GapSitting, Laid
from tui.screens.face import FaceScreen
from tui.screens.refused import Refused


class CheckingScreen(FaceScreen[None]):
    """``checked`` is called, on the screen's own thread, when a check has been taken over."""

    class Checked(Message):
        """A worker has finished."""

        def __init__(self, laid: Laid) -> None:
            super().__init__()
            self.laid = laid

    def __init__(self, gaps: GapSitting) -> None:
        super().__init__()
        self.gaps = gaps
        self._checking = False

    def recheck(self) -> None:
        """Has the register checked as answers and words stand.

        One check at a time: what is said meanwhile makes it stale, and it is then done once more, however often keys
        were pressed.
        """
        if self._checking:
            return
        self._checking = True
        self.run_worker(self._check, thread=True, group="gaps")

    def _check(self) -> None:
        try:
            laid = self.gaps.compute()
        except ShusekiError as error:
            self.post_message(Refused(error.problems))
        else:
            self.post_message(self.Checked(laid))

    def on_checking_screen_checked(self, event: Checked) -> None:
        self._checking = False
        if self.gaps.take(event.laid):
            self.checked()
        else:
            self.recheck()

    def on_refused(self, event: Refused) -> None:
        self._checking = False
        self.tell(*event.problems)

    def checked(self) -> None:
        """Shows what has been taken over."""
        raise NotImplementedError
