"""A screen over one consultation: has it assessed in a thread, takes only what is not stale, and shows it."""

from textual.message import Message

from engine.model.problem import ShusekiError
from tui.screens.face import FaceScreen
from tui.screens.refused import Refused
from tui.session import Found, Sitting


class AssessingScreen(FaceScreen[None]):
    """``assessed`` is called, on the screen's own thread, when a result has been taken over."""

    class Assessed(Message):
        """A worker has finished."""

        def __init__(self, found: Found) -> None:
            super().__init__()
            self.found = found

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def reassess(self) -> None:
        """Has the answers assessed as they stand."""
        self.run_worker(self._assess, thread=True, exclusive=True, group="assess")

    def _assess(self) -> None:
        try:
            found = self.sitting.compute()
        except ShusekiError as error:
            self.post_message(Refused(error.problems))
        else:
            self.post_message(self.Assessed(found))

    def on_assessing_screen_assessed(self, event: Assessed) -> None:
        if self.sitting.take(event.found):
            self.assessed()

    def on_refused(self, event: Refused) -> None:
        self.tell(*event.problems)

    def assessed(self) -> None:
        """Shows what has been taken over."""
        raise NotImplementedError
