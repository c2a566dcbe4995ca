"""The macro view: dependence on the core industry, delay, and the three directions of renewal. Independent of type."""

from engine.assess import words
from engine.assess.engine import Engine
from engine.assess.reasons import because
from engine.inference.evaluate import Outcome
from engine.inference.verdict import Truth
from engine.model.assessment import Firing, Renewal, RenewalFit, Risk
from engine.model.text import LocalizedText

_TEXT: dict[Risk, LocalizedText] = {
    "risk": words.text(
        "単一の中核産業への依存に、次世代化と多様化の両方の遅れが重なり、競争力が衰退するおそれがあります。",
        "Dependence on one core industry goes with delay in both next generation and diversification: "
        "competitiveness may decline.",
    ),
    "one_reading": words.text(
        "依存に、次世代化か多様化の一方の遅れが重なっています。原文の「及び」を「いずれか」と読めば衰退のおそれに当たり、"
        "「両方」と読めば当たりません。",
        "Dependence goes with delay in one of the two. If the study's 'and' means 'either', decline may follow; "
        "if it means 'both', it is not the case described.",
    ),
    "dependence_only": words.text(
        "単一の中核産業に依存していますが、次世代化と多様化への対応は進んでいます。環境変化に取り残される可能性には注意が要ります。",
        "The region depends on one core industry but keeps up with next generation and diversification; "
        "it may still be left behind by change.",
    ),
    "none": words.text(
        "単一の中核産業への過度な依存は見られません。",
        "There is no over-dependence on a single core industry.",
    ),
    "unknown": words.text(
        "依存または対応の状況が不明なため、衰退のおそれの有無は判断できません。",
        "Dependence or the response to change is unknown, so the risk of decline cannot be told.",
    ),
}


def renewal(engine: Engine, outcome: Outcome) -> Renewal:
    """The risk in the reading of section 2-3, and what speaks for each direction."""
    keys = [f"renewal_risk:{k}" for k in ("dependence", "delay_next_generation", "delay_diversification")]
    dependence, late_technology, late_industry = (outcome.conclusions.truth(key) for key in keys)
    risk = risk_of(dependence, late_technology, late_industry)
    firings: list[Firing] = [f for key in keys for f in outcome.reasons(key)]
    if dependence is False:
        firings += outcome.reasons(keys[0], holds=False)
    directions = sorted(engine.book.renewal_directions.values(), key=lambda d: d.order)
    return Renewal.model_construct(
        risk=risk,
        text=_TEXT[risk],
        because=because(engine.book, firings),
        directions=tuple(_fit(engine, outcome, d.id, d.cases) for d in directions),
    )


def risk_of(dependence: Truth, late_technology: Truth, late_industry: Truth) -> Risk:
    """Over-dependence and delay. Whether delay in both or in either is meant the study leaves open: both are kept."""
    if dependence is False:
        return "none"
    if dependence is None:
        return "unknown"
    delays = {late_technology, late_industry}
    if delays == {True}:
        return "risk"
    if delays == {False}:
        return "dependence_only"
    return "one_reading" if True in delays and None not in delays else "unknown"


def _fit(engine: Engine, outcome: Outcome, direction: str, cases: tuple[str, ...]) -> RenewalFit:
    fits, aspired = f"renewal_direction:{direction}", f"aspired_direction:{direction}"
    return RenewalFit.model_construct(
        direction=direction,
        fits=outcome.conclusions.truth(fits) is True,
        aspired=outcome.conclusions.truth(aspired) is True,
        because=because(engine.book, [*outcome.reasons(fits), *outcome.reasons(aspired)]),
        cases=cases,
    )
