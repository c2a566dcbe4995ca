"""What is made tells nothing of what a measure is for; what is done to it does, in Japanese and in English."""

import pytest

from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.register import ExistingMeasure
from engine.policy.mapping import Index, suggest

GOODS = ("眼鏡", "刃物", "漆器", "織物", "家具", "鋳物", "洋食器")
WORK = (
    ("{}産業後継者育成事業", "MS.A-2.hr"),
    ("{}職人養成塾運営補助", "MS.A-2.hr"),
    ("{}産地見学ツアー実施事業", "MS.A-2.brand"),
    ("{}海外見本市共同出展補助金", "MS.A-2.brand"),
    ("{}組合共同受注グループ活動支援", "MS.A-2.share"),
    ("{}新商品試作開発費補助金", "MS.A-2.rd_support"),
    ("{}業界企業交流会開催事業", "MS.A-2.link"),
)
TOLD: tuple[tuple[str, str, TypeCode, str], ...] = (
    ("チタン加工技術医療転用支援事業", "医療分野に転用する試作開発費を補助", "A-2", "MS.A-2.rd_support"),
    ("港湾改修事業（工業港）", "岸壁の増深", "A-1", "MS.A-1.infra"),
    ("自動車部品サプライヤー経営改善支援", "", "A-1", "MS.A-1.production"),
    ("企業立地促進補助金（市町村連携分）", "工場の新増設に県が上乗せ", "A-1", "MS.A-1.cluster_incentive"),
    ("誘致企業従業員用公営住宅整備", "", "B", "MS.B.env"),
    ("Traditional craft successor training", "Two-year course for young artisans", "A-2", "MS.A-2.hr"),
    ("Shared testing equipment", "Opening of the laboratory's machines to firms", "A-2", "MS.A-2.rd_support"),
    ("Networking evenings for manufacturers", "", "A-2", "MS.A-2.link"),
    ("Supplier upgrading consultants", "Experts sent to suppliers", "A-1", "MS.A-1.production"),
    ("Business park", "Land preparation and lease of lots", "B", "MS.B.env"),
)


def first(index: Index, name: str, outline: str, type_code: TypeCode) -> str | None:
    measure = ExistingMeasure(id="e", name=name, outline=outline)
    found = suggest(index, [measure], [type_code])["e"]
    return found[0].measure if found else None


@pytest.mark.parametrize(("form", "right"), WORK, ids=[right for _, right in WORK])
def test_whatever_is_made_the_work_is_told(index: Index, form: str, right: str) -> None:
    assert {good: first(index, form.format(good), "", "A-2") for good in GOODS} == dict.fromkeys(GOODS, right)


@pytest.mark.parametrize(("name", "outline", "type_code", "right"), TOLD, ids=[name for name, *_ in TOLD])
def test_the_first_suggestion(index: Index, name: str, outline: str, type_code: TypeCode, right: str) -> None:
    assert first(index, name, outline, type_code) == right


def test_labels_of_indicators_say_nothing(index: Index) -> None:
    bare = ExistingMeasure(id="e", name="産地の後継者育成事業")
    labelled = bare.model_copy(update={"kpi": "目標値 12\n基準値 3"})
    (plain,), (told,) = (suggest(index, [one], ["A-2"])["e"][:1] for one in (bare, labelled))
    assert (plain.measure, plain.score) == (told.measure, told.score)


@pytest.mark.parametrize(
    "name",
    [
        "農業後継者育成事業",
        "漁業担い手育成",
        "地域医療人材育成",
        "市営住宅改修",
        "Water main renewal",
        "Health walk for seniors",
    ],
)
def test_ordinary_work_stays_alone(index: Index, book: Book, name: str) -> None:
    types = tuple({measure.type: None for measure in book.measures.values()})
    assert suggest(index, [ExistingMeasure(id="e", name=name)], types)["e"] == ()
