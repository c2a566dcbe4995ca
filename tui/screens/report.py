"""Writes the report of a consultation into a file; the office's own template of Word can be given."""

from collections.abc import Callable
from pathlib import Path

from engine.model.answers import Cluster, Consultation
from engine.model.problem import ShusekiError
from tui.reporting import Wanted, made, template_warnings
from tui.screens.paths import read_path
from tui.screens.report_form import BRIEF, PREVIOUS, PUBLIC, Document, ReportForm
from tui.screens.report_path import proposed
from tui.session import Sitting


class ReportScreen(ReportForm):
    """The report on the answers as they stand when it is written."""

    HELP = "report"
    NAME = "report.title"
    REMINDER = "report.public_reminder"
    FORMS = ("docx", "xlsx", "html", "md", "text")
    FIELDS = ("path", "template")

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.previous: Consultation | None = None

    def on_mount(self) -> None:
        """The handler of the form, which shows what can be chosen, is called after this one."""
        self.previous = self._find_previous()

    def _find_previous(self) -> Consultation | None:
        store = self.sitting.session.store
        try:
            before = store.previous(self.sitting.id)
            return store.load(before) if before else None
        except ShusekiError as error:
            self.problems = error.problems
            return None

    @property
    def cluster(self) -> Cluster:
        return self.sitting.consultation.cluster

    def contents(self) -> list[str]:
        found = [self.say("report.public"), self.say("report.brief")]
        if self.previous is not None:
            name = self.called(self.previous.cluster)
            found.append(self.say("report.previous", name=name, day=self.previous.as_of.isoformat()))
        return found

    def speak(self) -> None:
        super().speak()
        self.field("template").placeholder = self.say("report.template_hint")

    def file_name(self) -> str:
        return proposed(self.sitting.consultation, self.form, public=self.wanted(PUBLIC), lang=self.lang)

    def asked_for(self) -> Wanted:
        """The report as it is chosen."""
        template = read_path(self.field("template").value) if self.form == "docx" else ""
        return Wanted(
            form=self.form,
            lang=self.language,
            public=self.wanted(PUBLIC),
            brief=self.wanted(BRIEF),
            template=Path(template) if template else None,
            previous=self.previous if self.wanted(PREVIOUS) else None,
        )

    def making_of(self) -> Callable[[], Document]:
        sitting, wanted = self.sitting, self.asked_for()
        asked, found = sitting.consultation, sitting.found if sitting.current else None
        assessment = found.assessment if found else None
        return lambda: (made(sitting.book, asked, wanted, assessment), template_warnings(wanted))
