"""The middle of a report: renewal, the recommended measures, requirements of location."""

from collections.abc import Iterator, Sequence

from engine.assess.words import OPEN_RANGE, PRIORITY, STANDING, TIMING
from engine.model.assessment import Assessment, LocationFit, Precedent, Recommendation, RenewalFit
from engine.model.knowledge import Measure, NationalScheme
from engine.model.text import Basis
from engine.report import words
from engine.report.blocks import Block, Bullets, Heading, Line, Paragraph, Source, Table
from engine.report.page_words import filled, word
from engine.report.phrases import Phrases, ours, source
from engine.report.reservations import reservation

_MOST_PRECEDENTS = 2


def renewal_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The macro view: the risk and the three directions."""
    renewal = assessment.renewal
    yield Heading(2, say.word("renewal"))
    risk = say.pair(say.word("renewal_risk"), say.say(words.RISK[renewal.risk]))
    text = f"{risk}{'。' if say.lang == 'ja' else '. '}{say.say(renewal.text)}"
    ground = ours(say.book.renewal_directions.values())
    yield Paragraph(Line(text, ground, say.reasons(renewal.because)))
    yield Bullets(tuple(_renewal_direction(say, fit) for fit in renewal.directions))


def _renewal_direction(say: Phrases, fit: RenewalFit) -> Line:
    item = say.book.renewal_directions[fit.direction]
    stands = [say.word("fits" if fit.fits else "no_fit"), *([say.word("aspired")] if fit.aspired else [])]
    below = say.reasons(fit.because) if fit.fits or fit.aspired else ()
    if fit.fits or fit.aspired:
        example = say.statement(item.example)
        below = (*below, Line(say.pair(say.word("example"), example.text), example.source))
    title = " ".join(say.say(item.title).split())
    stand = Line(say.list(stands), Source(Basis.JUDGEMENT))
    return Line(title, source(item.basis, item.citations), (stand, *below))


def measures_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The road map: the recommended measures by the order of beginning, each with timing, actors and resources."""
    if not assessment.recommendations:
        return
    yield Heading(2, say.word("measures"))
    note = ours(say.book.measures[one.measure] for one in assessment.recommendations)
    yield Paragraph(Line(say.word("measures_note"), note))
    if all(r.priority != "first" for r in assessment.recommendations):
        yield Paragraph(Line(say.word("no_first"), note))
    for priority, name in PRIORITY.items():
        group = [r for r in assessment.recommendations if r.priority == priority]
        if group:
            yield Heading(3, _capital(say, say.say(name)))
            yield _table(say, group, say.say(name))
    yield Paragraph(Line(say.word("road_map_note"), note))
    yield Paragraph(Line(filled("see_annex", say.lang, word("annex_measures", say.lang))))


def _capital(say: Phrases, name: str) -> str:
    return name if say.lang == "ja" else name.capitalize()


def _table(say: Phrases, group: Sequence[Recommendation], order: str) -> Table:
    names = ("measures_column", "type_phase", "timing", "status", "who", "resources")
    rows = tuple(_row(say, one) for one in group)
    return Table(tuple(map(say.word, names)), rows, say.word("road_map_of", order), (0.26, 0.16, 0.1, 0.12, 0.2, 0.16))


def _row(say: Phrases, one: Recommendation) -> tuple[str, ...]:
    item = say.book.measures[one.measure]
    phases = say.word("phase_n", say.list(str(say.book.phases[phase].order) for phase in one.phases))
    resources = say.list(say.say(words.RESOURCE[resource]) for resource in item.resources)
    return (
        say.say(item.title),
        f"{one.type} {phases}",
        say.say(TIMING[one.timing]),
        say.say(STANDING[one.status]),
        say.list(say.say(words.WHO[actor.who]) for actor in item.who_acts),
        resources + (say.word("resource_open") if item.resources_ambiguous else ""),
    )


def measures_detail(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """An annex: each measure with what it is, who acts, why, how a case did it, and what to mind."""
    yield from _notes(say, assessment)
    shared = _all_provisional(assessment)
    for priority, name in PRIORITY.items():
        group = [r for r in assessment.recommendations if r.priority == priority]
        if group:
            yield Heading(3, _capital(say, say.say(name)))
            yield Bullets(tuple(_measure(say, one, provisional=not shared) for one in group))


def _notes(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """What holds for many of the measures, said once."""
    found = assessment.recommendations
    items = [say.book.measures[one.measure] for one in found]
    if _all_provisional(assessment):
        yield Paragraph(Line(say.word("provisional_all"), ours(items)))
    if any(one.precedents for one in found):
        yield Paragraph(Line(say.word("precedents_note")))
    if any(item.schemes for item in items):
        yield schemes_note(say)


def _all_provisional(assessment: Assessment) -> bool:
    """Whether the same reservation stands on the placing of every measure, and there are several."""
    found = assessment.recommendations
    return len(found) > 1 and all(OPEN_RANGE.ja in one.how.ja for one in found)


def _how(say: Phrases, one: Recommendation, *, provisional: bool) -> str:
    """How timing and order came about; without the reservation where that is said of all."""
    told = say.say(one.how)
    return told if provisional else " ".join(told.replace(say.say(OPEN_RANGE), "").split())


def _measure(say: Phrases, one: Recommendation, *, provisional: bool) -> Line:
    item = say.book.measures[one.measure]
    stands = [
        say.list(f"{one.type} {say.word('phase_n', say.book.phases[p].order)}" for p in one.phases),
        say.pair(say.word("timing"), say.say(TIMING[one.timing])),
        say.pair(say.word("status"), say.say(STANDING[one.status])),
    ]
    below = (
        Line(say.say(item.summary), source(item.basis, item.citations)),
        _in_study(say, item),
        *_who(say, one),
        *_why(say, one, _how(say, one, provisional=provisional)),
        *(_precedent(say, precedent) for precedent in one.precedents[:_MOST_PRECEDENTS]),
        *(_scheme(say, scheme) for scheme in item.schemes),
        *(_caution(say, caution) for caution in one.cautions),
    )
    return Line(say.say(item.title) + say.bracket(say.list(stands)), source(item.basis, item.citations), below)


def _in_study(say: Phrases, item: Measure) -> Line:
    """The actors and resources by which the study's table has it."""
    actors = say.list(say.say(words.ACTOR[actor]) for actor in item.actors)
    resources = say.list(say.say(words.RESOURCE[resource]) for resource in item.resources)
    told = (" / " if say.lang == "ja" else "; ").join(part for part in (actors, resources) if part)
    return Line(say.pair(say.word("study_actors"), told), source(item.actors_basis, item.citations))


def _who(say: Phrases, one: Recommendation) -> Iterator[Line]:
    item = say.book.measures[one.measure]
    for actor in item.who_acts:
        who = say.word("who") + say.bracket(say.say(words.WHO[actor.who]))
        yield Line(say.pair(who, say.say(actor.does)), source(actor.basis, item.citations))


def _why(say: Phrases, one: Recommendation, how: str) -> Iterator[Line]:
    """How timing and order came about, and the reasons about the measure itself; those of the type stand there."""
    item = say.book.measures[one.measure]
    if how:
        yield Line(say.pair(say.word("why"), how), ours([item]))
    if one.serves:
        yield Line(say.pair(say.word("serves"), say.list(map(say.factor_fact, one.serves))), ours([item]))
    own = [b for b in one.because if b.rule.startswith("measures/")]
    for line in say.reasons([b for b in own if b.holds] or own, item):
        yield Line(say.pair(say.word("why"), line.text), line.source, line.below)


def _precedent(say: Phrases, one: Precedent) -> Line:
    case = " ".join(say.say(say.book.cases[one.case].title).split())
    basis = one.citations[0].basis if one.citations else None
    return Line(say.pair(f"{say.word('precedent')} {case}", say.say(one.text)), source(basis, one.citations))


def scheme_line(say: Phrases, scheme: NationalScheme) -> Line:
    """A scheme of the state by its name, with the mark that ``schemes_note`` explains."""
    year = f" {scheme.year}" if scheme.year and say.lang == "en" else ""
    return Line(say.say(scheme.name) + year + say.word("schemes_mark"), source(Basis.STATED, scheme.citations))


def schemes_note(say: Phrases) -> Paragraph:
    """As of when the study names the schemes, said once for all that bear the mark."""
    return Paragraph(Line(say.word("schemes_note")))


def _scheme(say: Phrases, scheme: NationalScheme) -> Line:
    told = scheme_line(say, scheme)
    return Line(say.pair(say.word("scheme"), told.text), told.source)


def _caution(say: Phrases, caution: str) -> Line:
    told = reservation(say, caution)
    return Line(say.pair(say.word("caution"), told.text), told.source, told.below)


def location_part(say: Phrases, assessment: Assessment) -> Iterator[Block]:
    """The region's assets against requirements of location, where an industry is aimed at or one is to be chosen."""
    targeted = [fit for fit in assessment.location if fit.targeted]
    choosing = assessment.type.kind in ("undetermined", "out_of_scope") or "B" in assessment.type.types
    told = [fit for fit in assessment.location if fit.met or fit.not_met] if choosing else []
    fits = targeted or told
    if not fits:
        return
    yield Heading(2, say.word("location"))
    yield Paragraph(Line(say.word("location_note"), Source(Basis.JUDGEMENT, ("3-1",))))
    yield Bullets(tuple(_industry(say, fit) for fit in fits))


def _industry(say: Phrases, fit: LocationFit) -> Line:
    item = say.book.industries[fit.industry]
    texts = {requirement.id: requirement for requirement in item.requirements}
    rest = len(fit.requirements) - fit.met - fit.not_met
    counts = [*([say.word("targeted")] if fit.targeted else []), say.word("location_count", fit.met, fit.not_met, rest)]
    below = tuple(
        Line(
            say.pair(say.say(words.REQUIREMENT[check.status]), say.say(texts[check.requirement].text)),
            source(texts[check.requirement].basis, texts[check.requirement].citations),
        )
        for check in fit.requirements
        if fit.targeted or check.status in ("met", "not_met")
    )
    return Line(say.say(item.title) + say.bracket(say.list(counts)), source(item.basis, item.citations), below)
