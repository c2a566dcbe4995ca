"""Hypothesis strategies for consultations, and a plain one, for the tests of files and database."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation
from engine.model.questions import Question
from engine.store.areas import _table
from tests.engine.interview.small_book import small_book

BOOK = small_book()

KITAKAMI = Consultation(
    cluster=Cluster(
        name="北上川流域の電子・輸送機器",
        name_en="Electronics in the Kitakami valley",
        area=("032069", "032051"),
        level="region",
        industry="電子部品・デバイス",
        division="28",
    ),
    as_of=date(2026, 4, 1),
    answers={
        "growth_origin": Answer(question="growth_origin", value="exogenous"),
        "shipments": Answer(
            question="shipments",
            value=3700.0,
            confidence=Confidence.LIKELY,
            source="工業統計",
            note="2000年の値。\n概数です。",
            at=datetime(2026, 4, 1, 10, 30),
        ),
        "core_company": Answer(question="core_company", value=UNKNOWN),
        "appeal_assets": Answer(question="appeal_assets", value=("land", "transport")),
    },
)

# All that a file can hold: no lone surrogates, no NUL.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40) | st.sampled_from(
    [
        "true",
        "~",
        "null",
        "no",
        "- a",
        "a: b",
        "# c",
        "&x",
        "!y",
        "1\n2\n",
        "a\n\nb",
        " a",
        "a ",
        "|",
        "\r\n",
        "'",
        '"',
        "：",
        "\ufeff",
    ]
)
NAMES = TEXT.filter(lambda text: text.strip())
TIMES = st.datetimes(timezones=st.none() | st.just(timezone(timedelta(hours=9))))
CODES = st.sampled_from(sorted(_table()))


def values(question: Question) -> st.SearchStrategy[object]:
    ids = [option.id for option in question.options]
    strategy: st.SearchStrategy[object] = {
        "yes_no": st.booleans(),
        "number": st.floats(
            min_value=question.minimum, max_value=question.maximum, allow_nan=False, allow_infinity=False
        ),
        "choice": st.sampled_from(ids or [""]),
        "several": st.sets(st.sampled_from(ids or [""])).map(lambda chosen: tuple(sorted(chosen))),
    }[question.kind]
    return strategy | st.just(UNKNOWN)


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    return st.builds(
        Answer,
        question=st.just(question.id),
        value=values(question),
        confidence=st.sampled_from(Confidence),
        note=TEXT,
        source=TEXT,
        participant=TEXT,
        at=st.none() | TIMES,
    )


ANSWERS = st.sampled_from(list(BOOK.questions.values())).flatmap(answers_to)
CLUSTERS = st.builds(
    Cluster,
    name=NAMES,
    name_en=TEXT,
    area=st.lists(CODES, max_size=3).map(tuple),
    level=st.sampled_from([None, "city", "region", "prefecture"]),
    industry=TEXT,
    industry_en=TEXT,
    division=st.none() | st.from_regex(r"\A[0-9]{2}\Z"),
)
CONSULTATIONS = st.builds(
    Consultation,
    cluster=CLUSTERS,
    as_of=st.dates(),
    scenario=TEXT.map(str.strip),
    answers=st.lists(ANSWERS, max_size=8).map(lambda given: {answer.question: answer for answer in given}),
)
