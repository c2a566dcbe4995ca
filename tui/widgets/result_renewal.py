"""The lines of renewal and location: risk of decline, three directions, industries against the region's conditions."""

from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len

from engine.model.assessment import Assessment, LocationFit, RenewalFit, RequirementCheck
from engine.model.knowledge import Requirement
from engine.report import words
from engine.report.blocks import Line
from engine.report.explanation import MARK
from engine.report.phrases import source
from tui.widgets import charts
from tui.widgets.explaining import Explained
from tui.widgets.prose import Para
from tui.widgets.result_lines import MUTED, Wording, headed

Met = Literal["met", "not_met", "unknown", "not_asked"]
_MARK: dict[Met, str] = {"met": MARK["holds"], "not_met": MARK["fails"], "unknown": MARK["open"], "not_asked": "(-) "}
_PER_ONE = 2


def renewal(a: Assessment, r: Wording) -> list[Explained]:
    """Risk of decline, the three directions of renewal, and the industries against the region's conditions."""
    risk = r.phrases.pair(r.phrases.word("renewal_risk"), words.RISK[a.renewal.risk].get(r.lang))
    why = (para for line in r.phrases.reasons(a.renewal.because) for para in r.told(line, 1, MUTED))
    first = Explained((Para(risk, "bold"), Para(a.renewal.text.get(r.lang)), *why), "renewal")
    fits = headed(r.say("result.renewal"), (_fit(fit, r) for fit in a.renewal.directions))
    return [first, *fits, *_overview(a, r), *(line for fit in a.location for line in _checks(fit, r))]


def _fit(fit: RenewalFit, r: Wording) -> Explained:
    """A direction, what speaks for it, and where the study tells of it."""
    item = r.book.renewal_directions[fit.direction]
    state = r.say("result.fits" if fit.fits else "result.fits_not") + (r.say("result.aspired") if fit.aspired else "")
    why = r.phrases.reasons(fit.because) if fit.fits or fit.aspired else ()
    example = r.phrases.statement(item.example)
    example = Line(example.text, example.source, label=r.phrases.word("example"))
    told = (para for line in (*why, example) for para in r.told(line, 2, MUTED))
    mark = MARK["holds"] if fit.fits else MARK["open"]
    return Explained(
        (Para(" ".join(item.title.get(r.lang).split()), lead=mark), Para(state, "", 4), *told), fit.direction
    )


def counts(fit: LocationFit) -> dict[Met, int]:
    """How many requirements of an industry stand how."""
    states: tuple[Met, ...] = ("met", "not_met", "unknown", "not_asked")
    return {state: sum(check.status == state for check in fit.requirements) for state in states}


def _overview(a: Assessment, r: Wording) -> Iterator[Explained]:
    """One bar an industry: requirements met, not met, unknown."""
    longest = max((len(fit.requirements) for fit in a.location), default=0)
    widest = max((cell_len(_name(fit, r)) for fit in a.location), default=0)
    return headed(r.say("result.location"), (_industry(fit, r, longest, widest) for fit in a.location))


def _name(fit: LocationFit, r: Wording) -> str:
    return r.book.industries[fit.industry].title.get(r.lang) + (r.say("result.targeted") if fit.targeted else "")


def _industry(fit: LocationFit, r: Wording, longest: int, widest: int) -> Explained:
    found = counts(fit)
    unknown = found["unknown"] + found["not_asked"]
    drawn = charts.split(found["met"], found["not_met"], unknown, plain=r.plain, per_one=_PER_ONE)
    drawn += " " * (_PER_ONE * (longest - len(fit.requirements)) + 2)
    name = _name(fit, r)
    name += " " * (widest - cell_len(name))
    told = r.say("result.requirements", met=found["met"], not_met=found["not_met"], unknown=found["unknown"])
    told += r.say("result.not_asked", n=found["not_asked"]) if found["not_asked"] else ""
    return Explained((Para(told, lead=drawn + f"{name}  "),), fit.industry)


def _checks(fit: LocationFit, r: Wording) -> Iterator[Explained]:
    """Each requirement of an industry that is aimed at, or about which something is known."""
    known = any(check.status in ("met", "not_met") for check in fit.requirements)
    if not fit.targeted and not known:
        return
    item = r.book.industries[fit.industry]
    texts = {requirement.id: requirement for requirement in item.requirements}
    head = r.say("result.requirements_of", name=item.title.get(r.lang))
    yield from headed(head, (_check(check, texts[check.requirement], r) for check in fit.requirements))


def _check(check: RequirementCheck, requirement: Requirement, r: Wording) -> Explained:
    state = r.phrases.bracket(words.REQUIREMENT[check.status].get(r.lang))
    told = Line(requirement.text.get(r.lang) + state, source(requirement.basis, requirement.citations))
    return Explained((Para(r.line(told), lead=_MARK[check.status]),), check.requirement)
