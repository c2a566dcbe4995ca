"""Registers, confirmations and layouts: plain ones and Hypothesis strategies, and a book that has measures to serve."""

from typing import get_args

from hypothesis import strategies as st

from engine.model.book import Book
from engine.model.knowledge import Actor, Measure, Resource, TypeCode
from engine.model.problem import Place
from engine.model.register import (
    ColumnChoice,
    Confirmation,
    ExistingMeasure,
    Funding,
    Layout,
    Origin,
    Progress,
    Register,
    RegisterField,
    UnreadRow,
)
from engine.store.refusals import empty
from tests.engine.interview.small_book import text
from tests.engine.store.consultations import NAMES, TEXT

TYPES: tuple[TypeCode, ...] = get_args(TypeCode)

TITLES = {
    "MS.A-1.hr": ("産業人材の育成", "Training industrial personnel"),
    "MS.A-2.hr": ("専門人材の育成・確保", "Specialists"),
    "MS.A-2.brand": ("ブランド化と販路の開拓", "Brands and markets"),
    "MS.B.pitch": ("トップセールス", "Pitching to firms"),
}
BOOK = Book.model_construct(
    measures={id: Measure.model_construct(title=text(ja, en), type=id.split(".")[1]) for id, (ja, en) in TITLES.items()}
)

HR = Confirmation(
    name="ものづくり人材育成事業", department="商工課", generic=("MS.A-2.hr",), types=("A-2",), fiscal_year=2026
)
SHOPS = Confirmation(name="商店街活性化事業", types=("A-1", "A-2"))

LAYOUT = Layout(
    sheet="当初予算",
    header=4,
    header_rows=2,
    columns=(
        ColumnChoice(field="name", column=2, heading="事業名"),
        ColumnChoice(field="budget", column=5, heading="予算額 千円"),
    ),
    unit=1_000,
)
REGISTER = Register(
    name="令和8年度 事業一覧.xlsx",
    fiscal_year=2026,
    measures=(
        ExistingMeasure(
            id="e01",
            name="ものづくり人材育成事業",
            outline="高校生の\n企業見学",
            department="商工課",
            budget=-1_200_000,
            actors=(Actor.ACADEMIA,),
            funding=("own", "state"),
            origin=Origin(sheet="当初予算", row=6),
        ),
        ExistingMeasure(id="e02", name="工業用地の整備", progress="ended"),
    ),
    unread=(UnreadRow(origin=Origin(row=9), text="合計", problem=empty(Place(line=9))),),
    layouts=(LAYOUT,),
)

YEARS = st.none() | st.integers(1990, 2100)
MEASURES = st.builds(
    ExistingMeasure,
    id=NAMES,
    name=NAMES,
    outline=TEXT,
    department=TEXT,
    budget=st.none() | st.integers(-(10**15), 10**15),
    start=YEARS,
    end=YEARS,
    actors=st.none() | st.lists(st.sampled_from(Actor), max_size=2).map(tuple),
    actors_text=TEXT,
    resources=st.none() | st.lists(st.sampled_from(Resource), max_size=2).map(tuple),
    kpi=TEXT,
    funding=st.none() | st.lists(st.sampled_from(get_args(Funding)), max_size=2).map(tuple),
    scheme=TEXT,
    progress=st.none() | st.sampled_from(get_args(Progress)),
    generic=st.none() | st.lists(st.sampled_from(sorted(TITLES)), max_size=2).map(tuple),
    origin=st.none() | st.builds(Origin, sheet=TEXT, row=st.integers(1, 10**6)),
)
COLUMNS = st.builds(
    ColumnChoice, field=st.sampled_from(get_args(RegisterField)), column=st.integers(1, 40), heading=TEXT
)
LAYOUTS = st.builds(
    Layout,
    sheet=TEXT,
    header=st.integers(1, 50),
    header_rows=st.integers(1, 6),
    columns=st.lists(COLUMNS, max_size=4).map(tuple),
    unit=st.sampled_from([1, 1_000, 10_000, 1_000_000]),
)
REGISTERS = st.builds(
    Register,
    name=TEXT,
    fiscal_year=YEARS,
    measures=st.lists(MEASURES, max_size=3).map(tuple),
    unread=st.just(REGISTER.unread),
    layouts=st.lists(LAYOUTS, max_size=2).map(tuple),
)


def confirmations(
    names: st.SearchStrategy[str], departments: st.SearchStrategy[str]
) -> st.SearchStrategy[Confirmation]:
    """Words about measures of these names: what they serve is of the types looked at."""

    def of(types: tuple[TypeCode, ...]) -> st.SearchStrategy[Confirmation]:
        known = [id for id, measure in BOOK.measures.items() if measure.type in types]
        generic = st.lists(st.sampled_from(known), unique=True, max_size=3).map(tuple)
        return st.builds(
            Confirmation, name=names, department=departments, generic=generic, types=st.just(types), fiscal_year=YEARS
        )

    return st.lists(st.sampled_from(TYPES), unique=True, min_size=1).map(tuple).flatmap(of)
