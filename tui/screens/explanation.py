"""Why, why not, or why a question is asked: the tree of an explanation, opened and closed row by row."""

from textual.app import ComposeResult
from textual.binding import Binding

from engine.analysis.explanation import explain
from engine.assess import engine_for
from engine.model.explanation import Explanation
from engine.model.text import Citation
from tui.screens.dialog import Dialog
from tui.session import Sitting
from tui.supposing import Supposed
from tui.widgets.explaining import Outline


class ExplanationScreen(Dialog[None]):
    """Explains one id for the answers as they stand when it opens, or as they are ``supposed``.

    ``given``: the explanation itself, where it is not of the answers alone.
    """

    HELP = "explanation"
    BINDINGS = [
        Binding("g,ｇ,ctrl+g", "glossary", "key.glossary", id="glossary", key_display="g"),
        Binding("l,ｌ,ctrl+l", "study", "key.study", id="study", key_display="l"),
    ]

    def __init__(
        self, sitting: Sitting, target: str, supposed: Supposed | None = None, given: Explanation | None = None
    ) -> None:
        super().__init__()
        self.target = target
        self.explanation = given or explained(sitting, target, supposed)

    def body(self) -> ComposeResult:
        yield Outline(self.explanation, id="outline")

    def speak(self) -> None:
        self.entitle(f"{self.say('why.title')}  {self.say('why.legend')}")
        self.query_one(Outline).speak(self.lang)

    def passages(self) -> tuple[Citation, ...]:
        return nearest(self.query_one(Outline).chosen)


def explained(sitting: Sitting, target: str, supposed: Supposed | None = None) -> Explanation:
    """Why something follows from the answers as they stand or are supposed, or does not."""
    assessment, consultation = sitting.assessment if sitting.current else None, sitting.consultation
    if supposed is not None:
        assessment, consultation = supposed.after, supposed.consultation
    return explain(engine_for(sitting.book), consultation.answers, consultation.as_of, target, assessment)


def nearest(explanation: Explanation) -> tuple[Citation, ...]:
    """The passages of the study that stand highest in an explanation: those it rests on most directly."""
    level = [explanation]
    while level:
        if found := tuple(citation for node in level for citation in node.citations):
            return found
        level = [child for node in level for child in node.children]
    return ()
