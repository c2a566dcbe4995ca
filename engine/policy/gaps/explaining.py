"""Explains one line of the gap check: the rule, its facts, what they stand on in the register and in the answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.analysis.explanation import explain
from engine.analysis.explanation.nodes import group, node, note, passages
from engine.assess.engine import Engine
from engine.assess.words import join, text
from engine.model.answers import Consultation
from engine.model.assessment import Assessment, Because, Fact
from engine.model.explanation import Explanation
from engine.model.gaps import GapCheck, GapFinding, RestsOn
from engine.model.register import ExistingMeasure, Link, Mapping, Register
from engine.model.text import Basis, LocalizedText
from engine.policy.gaps import words

RESTS_ON: dict[RestsOn, LocalizedText] = {
    "type": text(
        "A-1かA-2かが定まっていないため、仮の指摘である。", "Whether A-1 or A-2 is still open, so this is provisional."
    ),
    "phase": text(
        "取り組むフェーズに幅があるため、仮の指摘である。", "Where work stands is a range, so this is provisional."
    ),
    "suggestion": text(
        "言葉の近い事業があるが、当たるかどうかを人が確認していない。",
        "Something is near by its words, and nobody has confirmed whether it serves this.",
    ),
    "unread": text(
        "読み取れなかった行があり、その中に対応する事業がありうる。",
        "Some rows could not be read, and one of them may serve it.",
    ),
}
_STANDING = {
    "confirmed": text("人が確認", "confirmed by a person"),
    "suggested": text("候補（未確認）", "suggested, not confirmed"),
    "open": text("未確認", "not confirmed"),
}


@dataclass(frozen=True)
class GapGrounds:
    """What a finding is explained from."""

    engine: Engine
    consultation: Consultation
    assessment: Assessment
    register: Register
    mapping: Mapping
    check: GapCheck

    def explained(self, finding: str) -> Explanation:
        """One finding as a tree.

        Raises:
            KeyError: there is no such finding.
        """
        found = next((one for one in self.check.findings if one.id == finding), None)
        if found is None:
            raise KeyError(finding)
        below = (
            *(self._rule(reason) for reason in found.because),
            *(note(RESTS_ON[one], basis=Basis.JUDGEMENT) for one in found.rests_on),
            *self._existing(found),
            *self._not_taken(found),
            *self._measure(found),
        )
        return node("conclusion", found.text, "open" if found.tentative else "holds", below, about=found.id)

    def _rule(self, because: Because) -> Explanation:
        rule = self.engine.book.gap_rule[because.rule]
        below = [self._fact(fact) for fact in because.facts]
        if rule.reason is not None:
            below.append(note(rule.reason, basis=Basis.JUDGEMENT))
        return node(
            "rule",
            because.text,
            "holds",
            (*below, *passages(because.citations)),
            about=because.rule,
            basis=because.basis,
            citations=because.citations,
        )

    def _fact(self, fact: Fact) -> Explanation:
        return node("fact", fact_words(self.engine, fact), "holds", about=fact.key)

    def _existing(self, found: GapFinding) -> tuple[Explanation, ...]:
        """The existing measures concerned, with what led to them."""
        by_id = {one.id: one for one in self.register.measures}
        told = [self._told(by_id[one]) for one in found.existing if one in by_id]
        return group(text("一覧の事業", "In the register"), told)

    def _told(self, one: ExistingMeasure) -> Explanation:
        link = self.mapping.of(one.id)
        parts = [
            _row(one),
            *([text(one.department, one.department)] if one.department else []),
            _STANDING[link.standing],
        ]
        about = join(parts, ja="、", en=", ")
        return note(text(f"「{one.name}」（{about.ja}）", f"'{one.name}' ({about.en})"), self._led(link))

    def _led(self, link: Link) -> Iterator[Explanation]:
        book = self.engine.book
        for one in link.suggestions:
            named = words.measure_named(book, book.measures[one.measure])
            led = "、".join(f"「{word}」" for word in one.words)
            yield note(
                text(
                    f"施策{named.ja}に近い（近さ{one.score:.2f}、手掛かりの語：{led}）",
                    f"Near to {named.en} (nearness {one.score:.2f}, by the words {led})",
                ),
                (note(book.concrete_measures[c].title) for c in one.concrete if c in book.concrete_measures),
            )

    def _not_taken(self, found: GapFinding) -> tuple[Explanation, ...]:
        """Where something is said to be missing: what else of the register came near to it."""
        if found.measure is None or found.existing:
            return ()
        near = [
            (suggestion.score, one)
            for one in self.register.measures
            for suggestion in self.mapping.of(one.id).suggestions
            if suggestion.measure == found.measure
        ]
        heading = text("近いが、対応するとはされていない事業", "Near to it, but not taken to serve it")
        return group(heading, [self._told(one) for _, one in sorted(near, key=lambda pair: -pair[0])])

    def _measure(self, found: GapFinding) -> tuple[Explanation, ...]:
        """Why the generic measure, or the phase, stands as it does: down to the answers."""
        target = found.measure or found.phase
        if target is None:
            return ()
        return (explain(self.engine, self.consultation.answers, self.consultation.as_of, target, self.assessment),)


def fact_words(engine: Engine, fact: Fact) -> LocalizedText:
    """A fact of the check in words."""
    declared = engine.book.gap_facts.get(fact.key)
    if declared is None:
        return text(f"{fact.key}：{fact.value}", f"{fact.key}: {fact.value}")
    return join((declared.text, declared.said(fact.value)), ja="：", en=": ")


def _row(one: ExistingMeasure) -> LocalizedText:
    if one.origin is None:
        return text("行は不明", "row unknown")
    sheet = f"{one.origin.sheet} " if one.origin.sheet else ""
    return text(f"{sheet}{one.origin.row}行目", f"{sheet}row {one.origin.row}")


def explain_gap(
    engine: Engine,
    consultation: Consultation,
    assessment: Assessment,
    register: Register,
    mapping: Mapping,
    check: GapCheck,
    finding: str,
) -> Explanation:
    """Why a line of the check is there, down to rules, rows, words, answers and passages.

    Raises:
        KeyError: the check has no such finding.
    """
    return GapGrounds(engine, consultation, assessment, register, mapping, check).explained(finding)
