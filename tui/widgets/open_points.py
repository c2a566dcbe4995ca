"""The lines of what is open: contradictions, how sure it is, what matters, what would change it, what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.assess.engine import Engine
from engine.model.assessment import Assessment, Contradiction
from engine.model.counterfactual import Counterfactuals
from engine.model.robustness import Robustness
from engine.report.blocks import Bullets, Line
from engine.report.counterfactual import chosen
from engine.report.counterfactual_sentences import Sentences
from engine.report.counterfactual_words import word as whatif_word
from engine.report.reservations import reservation
from engine.report.robustness import matters_part
from engine.report.robustness_words import word
from engine.report.shares import scope
from engine.report.text import sure as certain
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED, Wording, headed
from tui.widgets.sureness import bars


class OpenPoints:
    """Builds the lines for one consultation."""

    def __init__(self, engine: Engine, wording: Wording) -> None:
        self.engine = engine
        self.words = wording
        self.say = wording.phrases

    def lines(
        self, a: Assessment, sure: Robustness | None, whatif: Sequence[Counterfactuals] | None
    ) -> list[Explained]:
        """``sure`` and ``whatif``: None while they are worked out."""
        return [
            *headed(self.words.say("reading.contradictions"), map(self._contradiction, a.contradictions)),
            *(self._working("sure") if sure is None else [*self._sure(sure), *self._safe(sure), *self._matters(sure)]),
            *self._whatif(whatif),
            *headed(self.words.say("result.cautions"), self._cautions(a)),
            *headed(self.words.say("result.unanswered"), self._unanswered(a)),
        ]

    def _working(self, name: str) -> Iterator[Explained]:
        """That the shares are being worked out."""
        yield Explained((Para(self.words.say("result.sure_working"), MUTED),), "type", word(name, self.words.lang))

    def _contradiction(self, one: Contradiction) -> Explained:
        """Both answers, and the way out."""
        answers = (Para(certain(self.say.given(answer)), indent=2, lead="- ") for answer in one.answers)
        way_out = Para(self.words.say("result.way_out", text=self.say.say(one.way_out)), indent=2)
        return Explained(
            (Para(self.say.say(one.text), lead="! "), *answers, way_out), f"contradiction:{one.contradiction}"
        )

    def _sure(self, sure: Robustness) -> Iterator[Explained]:
        lang, told = self.words.lang, Para(scope(self.words.lang, sure))
        head = word("sure", lang)
        if not sure.scenarios or not sure.open_questions:
            yield Explained((told,), "type", head)
            return
        parent = "type_holds_parent" if "A" in sure.leading.split("+") else "type_holds"
        holds = [(word(parent, lang, label=self.say.label(sure.leading)), sure.type_holds)]
        holds += [] if sure.places_open else [(word("both_hold", lang), sure.both_hold)]
        yield Explained((*bars(holds, plain=self.words.plain), told, Para(word("meaning", lang), MUTED)), "type", head)
        verdicts = ((self.say.label(one.label), one.share) for one in sure.types)
        yield Explained((Para(word("type", lang)), *bars(verdicts, plain=self.words.plain)), "type")
        for phases in sure.phases:
            places = ((word(f"place_{one.place}", lang), one.share) for one in phases.places)
            yield Explained(
                (Para(word("phase", lang, type=phases.type)), *bars(places, plain=self.words.plain)), phases.type
            )

    def _safe(self, sure: Robustness) -> Iterator[Explained]:
        lang, safe = self.words.lang, [one for one in sure.measures if one.extent != "some"]
        head = word("safe", lang)
        measures = self.words.book.measures
        for n, one in enumerate(safe):
            told = word(one.extent, lang, n=f"{sure.scenarios:,}")
            title = f"{measures[one.measure].type} {self.say.say(measures[one.measure].title)}"
            yield Explained((Para(title), Para(told, MUTED, 2)), one.measure, head if n == 0 else "")
        if not safe and sure.scenarios:
            yield Explained((Para(word("no_safe", lang)),), "type", head)

    def _matters(self, sure: Robustness) -> Iterator[Explained]:
        """The unknowns in order, with what each answer would do."""
        lang = self.words.lang
        head = word("matters", lang)
        if not sure.matters:
            yield Explained((Para(word("no_matters", lang)),), "type", head)
            return
        told = next(block.lines for block in matters_part(self.say, sure) if isinstance(block, Bullets))
        lines = [self._changed(line, one.question) for line, one in zip(told, sure.matters, strict=False)]
        note = (Para(word("matters_note", lang), MUTED),)
        yield from (replace(line, above=note) if n == 0 else line for n, line in enumerate(headed(head, lines)))

    def _whatif(self, whatif: Sequence[Counterfactuals] | None) -> Iterator[Explained]:
        """What would change type and phases: the smallest sets of changes."""
        if whatif is None:
            working = self.words.say("result.whatif_working")
            yield Explained((Para(working, MUTED),), "type", whatif_word("title", self.words.lang))
            return
        sentences = Sentences(self.say, self.engine)
        for result in whatif:
            lines = [self._changed(sentences.told(one), result.target) for one in chosen(result.found)]
            if not result.found:
                lines = [Explained((Para(sentences.proof(result)),), result.target)]
                lines += [self._changed(sentences.told(one), result.target) for one in chosen(result.premises)]
            yield from headed(sentences.heading(result), lines)

    def _changed(self, line: Line, target: str) -> Explained:
        below = (Para(certain(one.text), MUTED, 2) for one in line.below)
        return Explained((Para(certain(line.text), lead="- "), *below), target)

    def _cautions(self, a: Assessment) -> Iterator[Explained]:
        lines = ((reservation(self.say, one.caution), one.caution) for one in a.cautions)
        return (Explained(tuple(self.words.told(line)), about) for line, about in lines)

    def _unanswered(self, a: Assessment) -> Iterator[Explained]:
        for point in a.unanswered:
            mark = "[?] " if point.state == "dont_know" else "[ ] "
            yield Explained((Para(self.words.question(point.question), lead=mark),), point.question)
