"""The head and foot of the documents of the gap check: of which cluster and register, how much is confirmed."""

from collections.abc import Iterator

from engine.interview.visible import flowing, visible
from engine.model.assessment import Assessment
from engine.report.blocks import Block, Heading, KeyValue, Line, Note
from engine.report.dates import in_words
from engine.report.gaps.phrases import GapPhrases
from engine.report.page_words import word


def title(say: GapPhrases) -> str:
    """The title: what it is, and of which cluster."""
    cluster = say.consultation.cluster
    return say.pair(say.gap("title"), visible((say.lang == "en" and cluster.name_en) or cluster.name))


def running(say: GapPhrases) -> str:
    """What stands at the head of every page."""
    return title(say) + (say.bracket(word("public_mark", say.lang)) if say.public else "")


def footer(say: GapPhrases) -> tuple[str, ...]:
    """What stands at the foot of every page: by which the check can be found and worked out again."""
    check = say.check
    return (say.gap("footer", check.digest, check.assessment, check.knowledge_version),)


def opening(say: GapPhrases, assessment: Assessment) -> Iterator[Block]:
    """The title, the cluster, the register with its figures, and the day."""
    yield Heading(1, title(say))
    yield KeyValue(tuple(_about(say, assessment)))
    if say.public:
        yield Note(Line(say.gap("public_note"), label=word("public_mark", say.lang)))


def _about(say: GapPhrases, assessment: Assessment) -> Iterator[Line]:
    cluster, lang = say.consultation.cluster, say.lang
    if say.consultation.scenario and not say.public:
        yield Line(visible(say.consultation.scenario), label=say.word("scenario"))
    industry = visible((lang == "en" and cluster.industry_en) or cluster.industry)
    places = say.list(say.places)
    if industry:
        day = say.bracket(say.pair(say.word("date"), in_words(assessment.as_of, lang)))
        yield Line(industry + (say.bracket(places) if places else "") + day, label=say.word("industry"))
    else:
        yield Line(in_words(assessment.as_of, lang), label=say.word("date"))
    yield Line(_register(say), label=say.gap("register"))


def _register(say: GapPhrases) -> str:
    """The register by its file, its year, and how many of its measures are mapped how firmly."""
    check = say.check
    told = say.gap(
        "register_told",
        name=flowing(check.register_name),
        year=say.year,
        total=check.measures_total,
        confirmed=check.confirmed,
        suggested=check.suggested,
        open=check.open,
    )
    if not check.unread:
        return told
    return say.list((told, say.gap("unread_n", len(check.unread))))
