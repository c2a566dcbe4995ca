"""Writes a consultation as an answer file, to send, to keep or to correct by hand."""

from collections.abc import Callable

from engine.model.answers import Consultation
from engine.model.book import Book
from tui.screens.writing import WriteScreen


class ExportScreen(WriteScreen):
    """The consultation as it was when it opens."""

    NAME = "export.title"
    LEAD = "export.lead"

    def __init__(self, book: Book, consultation: Consultation) -> None:
        super().__init__()
        self.knowledge = book
        self.consultation = consultation

    def file_name(self) -> str:
        from engine.store.answer_file import file_name

        return file_name(self.consultation)

    def writing(self) -> Callable[[str, bool], object]:
        from engine.store.answer_file import write_file

        return lambda path, overwrite: write_file(path, self.consultation, self.knowledge, overwrite=overwrite)
