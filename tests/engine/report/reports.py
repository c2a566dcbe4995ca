"""Every example assessed once, for the tests of reports."""

from functools import cache

from engine.assess import assess
from engine.book import load
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.assessment import Assessment
from engine.model.book import Book
from engine.model.text import Lang
from engine.report import document
from engine.report.blocks import Document

LANGS: tuple[Lang, ...] = ("ja", "en")


@cache
def book() -> Book:
    return load()


@cache
def assessed(example: str) -> Assessment:
    one = book().examples[example]
    return assess(book(), one.answers, one.as_of)


@cache
def report(example: str, lang: Lang) -> Document:
    return document(book(), book().examples[example], assessed(example), lang)


def report_of(values: dict[str, object], lang: Lang, name: str = "試し") -> Document:
    answers = {q: Answer(question=q, value=value) for q, value in values.items()}  # type: ignore[arg-type]
    as_of = book().examples["kitakami"].as_of
    asked = Consultation(cluster=Cluster(name=name), as_of=as_of, answers=answers)
    return document(book(), asked, assess(book(), answers, as_of), lang)
