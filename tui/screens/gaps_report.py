"""Writes the documents of a policy gap check into files, a copy of the office's own workbook among them."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.interview.visible import safe_file_name
from engine.model.answers import Cluster
from engine.model.problem import ShusekiError
from engine.policy.checked import Checked
from tui import sampling, settings
from tui.gap_reporting import FORMS, OWN, WantedGaps, made
from tui.gap_sitting import GapSitting
from tui.reporting import SUFFIXES
from tui.screens.paths import read_path
from tui.screens.report_form import BRIEF, LANGS, PREVIOUS, PUBLIC, Document, ReportForm
from tui.texts import say


class GapsReportScreen(ReportForm):
    """The documents on the check as it stands when they are written."""

    HELP = "gaps_report"
    NAME = "gaps.report_title"
    REMINDER = "gaps.public_reminder"
    FORMS = (*FORMS, OWN)
    FIELDS = ("own", "path")
    LABELS = {"own": "gaps.own"}

    def __init__(self, gaps: GapSitting) -> None:
        super().__init__()
        self.gaps = gaps
        self.previous: str | None = None
        """The register of the year before, if there is one."""

    def on_mount(self) -> None:
        """The handler of the form, which shows what can be chosen, is called after this one."""
        self.previous = self._find_previous()
        self.field("own").value = self._find_own()

    def _find_previous(self) -> str | None:
        """The register of the last year before this one's."""
        year, sitting = self.gaps.register.fiscal_year, self.gaps.sitting
        try:
            found = sitting.session.store.registers.list(sitting.id)
        except ShusekiError as error:
            self.problems = error.problems
            return None
        return next((one.id for one in found if year and one.fiscal_year and one.fiscal_year < year), None)

    def _find_own(self) -> str:
        """The workbook that the register was taken from, where it still is."""
        name = self.gaps.register.name
        if sampling.is_sample(self.gaps.sitting) and name in {say(lang, "gaps.sample_name") for lang in LANGS}:
            return str(sampling.REGISTER)
        path = os.path.join(settings.read().registers or "", name)
        return path if os.path.isabs(path) and os.path.isfile(path) else ""

    @property
    def cluster(self) -> Cluster:
        return self.gaps.sitting.consultation.cluster

    @property
    def kind(self) -> str:
        """The copy is a workbook too, whatever it is a copy of."""
        return "xlsx" if self.form == OWN else self.form

    def contents(self) -> list[str]:
        names = ["gaps.report_public", "report.brief", *(["gaps.report_previous"] if self.previous else [])]
        return [self.say(name) for name in names]

    def speak(self) -> None:
        super().speak()
        self.field("own").placeholder = self.say("gaps.own_hint")
        self.query_one("#field-own").display = self.form == OWN

    def follow(self) -> None:
        super().follow()
        self.query_one("#field-own").display = self.form == OWN

    def file_name(self) -> str:
        year = self.gaps.register.fiscal_year
        parts = [self.cluster.name, self.say("gaps.report_file"), str(year) if year else ""]
        parts += [self.say("report.public_name")] if self.wanted(PUBLIC) else []
        return safe_file_name(" ".join(part for part in parts if part), SUFFIXES[self.kind][0])

    def missing(self) -> tuple[str, str] | None:
        lacks = self.form == OWN and not read_path(self.field("own").value)
        return ("gaps.own_missing", "own") if lacks else None

    def making_of(self) -> Callable[[], Document]:
        own, since = self.form == OWN, self.previous if self.wanted(PREVIOUS) else None
        wanted = WantedGaps(
            form=self.form,
            lang=self.language,
            public=self.wanted(PUBLIC),
            brief=self.wanted(BRIEF),
            own=Path(read_path(self.field("own").value)) if own else None,
        )

        def make() -> Document:
            whole = self.gaps.compute().whole(self.gaps)
            complete = replace(wanted, previous=self._before(since) if since else None)
            return made(self.gaps.sitting.book, whole, complete), ()

        return make

    def _before(self, register: str) -> Checked:
        """The check of an earlier register with the answers as they stand."""
        sitting = self.gaps.sitting
        before = GapSitting(sitting, register, sitting.session.store.registers.load(register))
        return before.compute().whole(before)
