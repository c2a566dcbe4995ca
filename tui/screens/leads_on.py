"""Where a result leads to: what if, the report, and a scenario of its own."""

from engine.interview.visible import shown
from engine.model.problem import ShusekiError
from tui.screens.assessing import AssessingScreen
from tui.screens.naming import NamingScreen


class LeadsOn(AssessingScreen):
    """The actions of a screen that shows the result of a sitting; each opens above it, and it stays as it is."""

    def action_whatif(self) -> None:
        """What if: other answers are tried, and nothing is stored."""
        from tui.screens.whatif import WhatIfScreen

        if self.sitting.found is not None:
            self.app.push_screen(WhatIfScreen(self.sitting))

    def action_report(self) -> None:
        """The report on this consultation."""
        from tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.sitting))

    def action_gaps(self) -> None:
        """The policy gap check: existing measures laid over this result."""
        from tui.screens.gaps_registers import RegistersScreen

        self.app.push_screen(RegistersScreen(self.sitting))

    def action_branch(self) -> None:
        """A scenario opens over this result, which stays below it as it is."""
        cluster = self.sitting.consultation.cluster
        name = (self.lang == "en" and cluster.name_en) or cluster.name
        self.app.push_screen(NamingScreen(shown(name)), self._branch)

    def _branch(self, name: str | None) -> None:
        if name is None:
            return
        from tui.screens.consultation import ConsultationScreen

        try:
            self.app.push_screen(ConsultationScreen(self.sitting.session.branch(self.sitting.id, name)))
        except ShusekiError as error:
            self.tell(*error.problems)
