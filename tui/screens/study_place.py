"""Where something stands in the study: section, words to look for, basis, and our summary of the section."""

from collections.abc import Iterator

from engine.model.book import Book
from engine.model.text import Basis, Citation
from engine.report.words import BASIS
from tui.screens.dialog import TextDialog
from tui.widgets.prose import GAP, Para


class StudyPlaceScreen(TextDialog):
    """Tells the passages that something rests on, in the order of the study."""

    HELP = "study_place"

    def __init__(self, book: Book, citations: tuple[Citation, ...], basis: Basis | None = None) -> None:
        """Opens it; ``basis``: that of the statement, where it is not simply what the passages say."""
        super().__init__()
        self.of = book
        self.citations = tuple(dict.fromkeys(citations))
        self.basis = basis

    def heading(self) -> str:
        return self.say("place.title")

    def paras(self) -> tuple[Para, ...]:
        if not self.citations:
            return (Para(self.say("place.none")), *self._judged())
        sections = sorted({citation.section for citation in self.citations}, key=self._order)
        return tuple(para for section in sections for para in (*self._section(section), GAP))[:-1]

    def _judged(self) -> Iterator[Para]:
        if self.basis is not None:
            yield Para(self._marked(self.basis))

    def _section(self, section: str) -> Iterator[Para]:
        known = self.of.study_sections.get(section)
        title = known.title.get(self.lang) if known else ""
        yield Para(self.say("place.section", section=section, title=title).strip(), "bold")
        for citation in self.citations:
            if citation.section == section:
                passage = self.say("place.passage", locator=citation.locator_ja)
                yield Para(f"{passage} {self._marked(self.basis or citation.basis)}", indent=2)
        if known:
            yield Para(self.say("place.summary", summary=known.summary.get(self.lang)), indent=2)

    def _order(self, section: str) -> tuple[int, ...]:
        return tuple(int(part) for part in section.split("-"))

    def _marked(self, basis: Basis) -> str:
        name = BASIS[basis].get(self.lang)
        return f"〔{name}〕" if self.lang == "ja" else f"[{name}]"
