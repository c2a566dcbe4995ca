"""Chooses which answer to suppose otherwise: what matters first, what would turn the verdict, or any question."""

from collections.abc import Sequence

from textual.message import Message

from engine.analysis.counterfactual import counterfactuals
from engine.assess import engine_for
from engine.model.counterfactual import Counterfactual, Counterfactuals
from engine.model.robustness import Robustness
from engine.report.counterfactual import chosen
from engine.report.counterfactual_sentences import Sentences
from engine.report.text import sure
from tui.screens.search import Entry, SearchDialog
from tui.supposing import Supposing
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED, Wording
from tui.widgets.whatif_lines import told_value

Pick = str | Counterfactual
MOST_MATTERS = 6


class PickScreen(SearchDialog[Pick]):
    """Dismissed with a question, with a set of changes that turns the verdict, or with nothing.

    What matters and what would turn the verdict is worked out in a thread and stands above the questions once it is.
    """

    class Suggested(Message):
        """The worker has finished."""

        def __init__(self, sure: Robustness | None, changes: tuple[Counterfactuals, ...]) -> None:
            super().__init__()
            self.sure = sure
            self.changes = changes

    def __init__(self, supposing: Supposing) -> None:
        super().__init__()
        self.supposing = supposing
        self.sure: Robustness | None = None
        self.changes: tuple[Counterfactuals, ...] = ()

    def on_mount(self) -> None:
        self.run_worker(self._suggest, thread=True, group="suggest")

    def _suggest(self) -> None:
        sitting = self.supposing.sitting
        changes = counterfactuals(engine_for(sitting.book), self.supposing.original.answers)
        self.post_message(self.Suggested(sitting.robustness(), changes))

    def on_pick_screen_suggested(self, event: Suggested) -> None:
        self.sure, self.changes = event.sure, event.changes
        self.speak()

    def heading(self) -> str:
        return self.say("whatif.pick")

    def hint(self) -> str:
        return self.say("whatif.search")

    def offered(self) -> Sequence[Entry[Pick]]:
        book = self.supposing.sitting.book
        r = Wording(book, self.supposing.original, self.lang)
        matters = [point.question for point in self.sure.matters[:MOST_MATTERS]] if self.sure else []
        entries = [self._question(question, self.say("whatif.matters"), r) for question in matters]
        sentences = Sentences(r.phrases, engine_for(book))
        for result in self.changes:
            for one in chosen(result.found):
                line = sentences.told(one)
                below = (Para(sure(part.text), MUTED, 2) for part in line.below)
                group = f"{self.say('whatif.suggested')}  {sentences.heading(result)}"
                entries.append(Entry(one, (Para(sure(line.text), lead="- "), *below), group))
        titles = {section.id: section.title.get(self.lang) for section in book.sections}
        rest = (question for question in book.ordered_questions if question.id not in matters)
        return [*entries, *(self._question(one.id, titles[one.section], r) for one in rest)]

    def _question(self, question: str, group: str, r: Wording) -> Entry[Pick]:
        given = self.supposing.original.answers.get(question)
        now = self.say("whatif.given", value=told_value(question, None if given is None else given.value, r))
        paras = [Para(r.question(question)), Para(now, MUTED, 2)]
        if question in self.supposing.changes:
            value = told_value(question, self.supposing.value(question), r)
            paras.append(Para(self.say("whatif.supposed", value=value), "bold", 2))
        asked = r.book.questions[question].text
        return Entry(question, tuple(paras), group, f"{asked.ja} {asked.en} {question}")
