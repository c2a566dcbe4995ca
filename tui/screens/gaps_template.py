"""Writes the template workbook of a register: the columns that are read, with drop-downs, to be filled in an office."""

from collections.abc import Callable

from engine.interview.visible import safe_file_name
from engine.model.book import Book
from tui.screens.writing import WriteScreen

SUFFIX = ".xlsx"


class TemplateScreen(WriteScreen):
    """The template is in the language that the screen has when it is written."""

    NAME = "gaps.template_title"
    LEAD = "gaps.template_lead"
    GROUP = "template"

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.knowledge = book

    def file_name(self) -> str:
        return safe_file_name(self.say("gaps.template_name"), SUFFIX)

    def writing(self) -> Callable[[str, bool], object]:
        lang = self.lang

        def write(path: str, overwrite: bool) -> None:
            from engine.report.register_template import register_template
            from engine.store.atomic import write_atomically

            write_atomically(path, register_template(self.knowledge, lang), overwrite=overwrite)

        return write
