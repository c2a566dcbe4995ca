"""All questions by section with where each stands; choosing one goes there."""

from textual.app import ComposeResult

from engine.model.answers import AnswerState
from tui.screens.dialog import Dialog
from tui.session import Sitting
from tui.widgets.prose import Para
from tui.widgets.row_list import Row, RowList

MARK = {
    AnswerState.VALUE: "[x] ",
    AnswerState.DONT_KNOW: "[?] ",
    AnswerState.NOT_ASKED: "[ ] ",
    AnswerState.NOT_APPLICABLE: "[-] ",
}


class QuestionsScreen(Dialog[str]):
    """Dismissed with the id of a question, or with nothing."""

    def __init__(self, sitting: Sitting, here: str) -> None:
        super().__init__()
        self.sitting = sitting
        self.questions = sitting.book.ordered_questions
        self.here = next((n for n, question in enumerate(self.questions) if question.id == here), 0)

    def body(self) -> ComposeResult:
        yield RowList(id="questions")

    def on_mount(self) -> None:
        self.query_one(RowList).cursor = self.here

    def speak(self) -> None:
        self.entitle(f"{self.say('questions.title')}  {self.say('questions.legend')}")
        titles = {section.id: section.title.get(self.lang) for section in self.sitting.book.sections}
        rows, section = [], ""
        for question in self.questions:
            head = titles[question.section] if question.section != section else ""
            mark = MARK[self.sitting.state(question.id)]
            rows.append(Row((Para(question.text.get(self.lang)),), mark, head))
            section = question.section
        self.query_one(RowList).show(rows)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(self.questions[event.index].id)
