"""The head of a report: title, what it is about, as of when, and whether it is the version for the public."""

from collections.abc import Iterator

from engine.interview.visible import visible
from engine.model.assessment import Assessment
from engine.report.blocks import Block, Heading, KeyValue, Line, Note
from engine.report.dates import fiscal_year_in_words, in_words
from engine.report.edition import Edition
from engine.report.page_words import filled, word
from engine.report.phrases import Phrases


def title(say: Phrases) -> str:
    """The title of the report: what it is, and of which cluster."""
    cluster = say.consultation.cluster
    return say.pair(say.word("title"), visible((say.lang == "en" and cluster.name_en) or cluster.name))


def running(say: Phrases, edition: Edition) -> str:
    """What stands at the head of every page."""
    return title(say) + (say.bracket(word("public_mark", say.lang)) if edition.public else "")


def footer(say: Phrases, assessment: Assessment) -> tuple[str, ...]:
    """What stands at the foot of every page: by which the result can be found and worked out again."""
    return (filled("footer", say.lang, assessment.digest, assessment.knowledge_version),)


def opening(say: Phrases, assessment: Assessment, edition: Edition, scenario: bool) -> Iterator[Block]:
    """The title and what the report is about. ``scenario``: whether it stands on a supposition."""
    yield Heading(1, title(say))
    yield KeyValue(tuple(_about(say, assessment, edition, scenario)))
    if edition.public:
        yield Note(Line(word("public_note", say.lang), label=word("public_mark", say.lang)))


def _about(say: Phrases, assessment: Assessment, edition: Edition, scenario: bool) -> Iterator[Line]:
    cluster, lang = say.consultation.cluster, say.lang
    if scenario:
        name = word("scenario_public", lang) if edition.public else visible(say.consultation.scenario)
        yield Line(name, label=say.word("scenario"))
    industry = visible((lang == "en" and cluster.industry_en) or cluster.industry)
    area = say.bracket(say.list(edition.places)) if edition.places else ""
    if industry or area:
        label = say.word("industry") if industry else word("area", lang)
        yield Line(industry + area if industry else say.list(edition.places), label=label)
    day = say.list((in_words(assessment.as_of, lang), fiscal_year_in_words(assessment.as_of, lang)))
    yield Line(day, label=say.word("date"))
