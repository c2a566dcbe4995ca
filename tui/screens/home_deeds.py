"""What is done with the consultations of the list: begin, open, copy, compare, correct, send, delete and bring back."""

from typing import TYPE_CHECKING

from tui.screens.face import FaceScreen
from tui.screens.naming_words import called
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.model.answers import Consultation
    from engine.model.problem import Problem
    from engine.store.database import Summary
    from tui.session import Session, Sitting


class HomeDeeds(FaceScreen[None]):
    """The actions. ``found``: all that is kept; ``listed``: what the search leaves; ``gone``: what was deleted here."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.problems: tuple[Problem, ...] = ()
        self.found: tuple[Summary, ...] = ()
        self.listed: tuple[Summary, ...] = ()
        self.gone: list[Summary] = []
        self.marked: str | None = None
        self.hint = ""

    def renew(self) -> None:
        """Reads the list again."""
        raise NotImplementedError

    def chosen(self) -> "Summary | None":
        """The consultation under the cursor."""
        return self.listed[min(self.query_one(RowList).cursor, len(self.listed) - 1)] if self.listed else None

    def origin(self) -> str | None:
        """The id of what the scenario under the cursor came from; None where it is no scenario, or that is gone."""
        chosen = self.chosen()
        return next((one.id for one in self.found if chosen and one.id == chosen.parent), None)

    def point(self, consultation: str) -> None:
        """Puts the cursor on a consultation, if it is listed."""
        ids = [one.id for one in self.listed]
        if consultation in ids:
            rows = self.query_one(RowList)
            rows.show(rows.rows, ids.index(consultation))

    def tried(self, deed: "Callable[[Session], object]") -> bool:
        """Does it, and tells what stood in its way; whether it was done."""
        from engine.model.problem import ShusekiError

        if self.session is None:
            return False
        try:
            deed(self.session)
        except ShusekiError as error:
            self.tell(*error.problems)
            return False
        return True

    def begin(self, opening: "Callable[[Session], Sitting]") -> None:
        """Opens a consultation."""
        from tui.screens.consultation import ConsultationScreen

        self.tried(lambda session: self.app.push_screen(ConsultationScreen(opening(session))))

    def _sit(self, sitting: "Sitting | None") -> None:
        if sitting is not None:
            self.begin(lambda _: sitting)

    def action_new(self) -> None:
        if self.session:
            from tui.screens.new import NewScreen

            self.app.push_screen(NewScreen(self.session), self._sit)

    def action_examples(self) -> None:
        if self.session:
            from tui import sampling
            from tui.screens.examples import ExamplesScreen

            def copied(example: str | None) -> None:
                if example == sampling.SAMPLE:
                    self.begin(sampling.copied)
                elif example is not None:
                    self.begin(lambda session: session.copy(example))

            self.tried(lambda session: self.app.push_screen(ExamplesScreen(session.book), copied))

    def action_import(self) -> None:
        if self.session:
            from tui.screens.importing import ImportScreen

            self.app.push_screen(ImportScreen(self.session.book), self._imported)

    def _imported(self, read: "tuple[Consultation, tuple[Problem, ...]] | None") -> None:
        if read is None:
            return
        consultation, warnings = read
        self.begin(lambda session: session.resume(session.store.import_consultation(consultation)))
        if warnings:
            self.tell(*warnings)

    def action_export(self) -> None:
        chosen = self.chosen()
        if chosen and self.session:
            from tui.screens.exporting import ExportScreen

            book = self.session.book
            self.tried(lambda session: self.app.push_screen(ExportScreen(book, session.store.load(chosen.id))))

    def action_edit(self) -> None:
        chosen = self.chosen()
        if chosen:
            from tui.screens.editing import EditScreen

            self.tried(lambda session: self.app.push_screen(EditScreen(session, chosen.id)))

    def action_gaps(self) -> None:
        """The policy gap check of a consultation."""
        chosen = self.chosen()
        if chosen is not None:
            from tui.screens.gaps_registers import RegistersScreen

            self.tried(lambda session: self.app.push_screen(RegistersScreen(session.resume(chosen.id))))

    def action_branch(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            from tui.screens.naming import NamingScreen

            def named(name: str | None) -> None:
                if name is not None:
                    self.begin(lambda session: session.branch(chosen.id, name))

            self.app.push_screen(NamingScreen(called(chosen, self.lang)), named)

    def action_compare(self) -> None:
        """Marks the first of two; with one marked, compares it with the one under the cursor."""
        chosen = self.chosen()
        if chosen is None:
            return
        first, self.marked = self.marked, None if self.marked else chosen.id
        if first is not None and first != chosen.id:
            self._compare(first, chosen.id)
        self.speak()

    def action_compare_parent(self) -> None:
        chosen, origin = self.chosen(), self.origin()
        if chosen and origin:
            self._compare(origin, chosen.id)
        elif chosen:
            self.hint = "home.no_parent"
            self.speak()

    def _compare(self, first: str, second: str) -> None:
        from tui.screens.compare import CompareScreen

        def shown(session: "Session") -> object:
            return self.app.push_screen(CompareScreen(session.book, *map(session.store.load, (first, second))))

        self.tried(shown)

    def action_delete(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        from tui.screens.confirm import ConfirmScreen

        dialog = ConfirmScreen("home.delete", "home.delete_yes", "home.delete_no", name=called(chosen, self.lang))
        self.app.push_screen(dialog, lambda sure: self._delete(chosen) if sure else None)

    def _delete(self, chosen: "Summary") -> None:
        if self.tried(lambda session: session.store.delete(chosen.id)):
            self.gone.append(chosen)
            self.notify(self.say("home.deleted", name=called(chosen, self.lang)), markup=False)
        self.renew()

    def action_undo(self) -> None:
        """Brings back what was deleted last since the program was opened."""
        if self.gone:
            self._restore(self.gone.pop())
        elif self.session:
            self.notify(self.say("home.nothing_to_undo"), markup=False)

    def _restore(self, summary: "Summary") -> None:
        self.gone = [one for one in self.gone if one.id != summary.id]
        if self.tried(lambda session: session.store.restore(summary.id)):
            self.notify(self.say("home.restored", name=called(summary, self.lang)), markup=False)
        self.renew()
        self.point(summary.id)

    def action_deleted(self) -> None:
        from tui.screens.deleted import DeletedScreen

        def restored(summary: "Summary | None") -> None:
            if summary is not None:
                self._restore(summary)

        def shown(session: "Session") -> object:
            return self.app.push_screen(DeletedScreen(session.store.list(deleted=True)), restored)

        self.tried(shown)
