"""The study's clusters: choosing one opens a copy."""

from textual.app import ComposeResult

from engine.model.book import Book
from tui.screens.dialog import Dialog
from tui.widgets.prose import Para
from tui.widgets.row_list import Row, RowList


class ExamplesScreen(Dialog[str]):
    """Dismissed with the id of an example, or with nothing."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book
        self.ids = tuple(book.examples)

    def body(self) -> ComposeResult:
        yield RowList(id="examples")

    def speak(self) -> None:
        self.entitle(f"{self.say('examples.title')}  {self.say('examples.lead')}")
        self.query_one(RowList).show([self._row(example) for example in self.ids])

    def _row(self, example: str) -> Row:
        consultation = self.book.examples[example]
        cluster, english = consultation.cluster, self.lang == "en"
        name = (english and cluster.name_en) or cluster.name
        industry = (english and cluster.industry_en) or cluster.industry
        line = self.say("examples.row", answered=len(consultation.answers), industry=industry)
        return Row((Para(name), Para(line, "$foreground-muted", 2)))

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        self.dismiss(self.ids[event.index])
