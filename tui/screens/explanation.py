"""Why, why not, or why a question is asked: the tree of an explanation, opened and closed row by row."""

from textual.app import ComposeResult

from engine.analysis.explanation import explain
from engine.assess import engine_for
from tui.screens.dialog import Dialog
from tui.session import Sitting
from tui.widgets.explaining import Outline


class ExplanationScreen(Dialog[None]):
    """Explains one id for the answers as they stand when it opens."""

    def __init__(self, sitting: Sitting, target: str) -> None:
        super().__init__()
        self.target = target
        assessment = sitting.assessment if sitting.current else None
        consultation = sitting.consultation
        self.explanation = explain(
            engine_for(sitting.book), consultation.answers, consultation.as_of, target, assessment
        )

    def body(self) -> ComposeResult:
        yield Outline(self.explanation, id="outline")

    def speak(self) -> None:
        self.entitle(f"{self.say('why.title')}  {self.say('why.legend')}")
        self.query_one(Outline).speak(self.lang)
