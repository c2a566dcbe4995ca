"""Suggestions: the right one for what town halls really write, none for ordinary work, and readable reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.book import Book
from engine.model.knowledge import TypeCode
from engine.model.register import ExistingMeasure, Suggestion
from engine.policy.mapping import Index, built, index_for, suggest
from engine.policy.mapping.suggesting import MOST


def of(
    index: Index, name: str, types: tuple[TypeCode, ...] = (), outline: str = "", department: str = ""
) -> tuple[Suggestion, ...]:
    measure = ExistingMeasure(id="e", name=name, outline=outline, department=department)
    return suggest(index, [measure], types)["e"]


def names(found: tuple[Suggestion, ...]) -> list[str]:
    return [one.measure for one in found]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("企業立地促進事業費補助金", {"A-1": "cluster_incentive", "A-2": "attract", "B": "env"}),
        ("ものづくり人材育成事業", {"A-1": "hr", "A-2": "hr", "B": "hr"}),
        ("産業振興ビジョン改定事業", {"A-1": "vision", "A-2": "vision", "B": "vision"}),
        ("知的財産活用支援事業", {"A-2": "rd_support"}),
        ("工業団地造成事業特別会計繰出金", {"A-1": "infra", "B": "env"}),
        ("Ｕターン就職者奨学金返還支援", {"A-2": "hr", "B": "hr"}),
        ("創業・事業承継支援事業", {"A-2": "startup"}),
        ("見本市出展料補助", {"A-2": "brand"}),
        ("次世代ものづくり人材確保育成事業", {"A-1": "hr", "A-2": "hr", "B": "hr"}),
        ("トップセールス経費", {"B": "approach"}),
        ("Job fair and internships for manufacturers", {"A-2": "hr", "B": "hr"}),
        ("Industrial park development", {"A-1": "infra", "B": "env"}),
    ],
)
def test_what_town_halls_call_it_finds_the_right_one_first(index: Index, name: str, right: dict[TypeCode, str]) -> None:
    for code, measure in right.items():
        assert names(of(index, name, (code,)))[:1] == [f"MS.{code}.{measure}"]


@pytest.mark.parametrize(
    "name",
    [
        "商店街イベント補助金", "消費者相談", "道路維持補修費", "中小企業融資制度", "プレミアム商品券", "予防接種事業",
        "介護人材確保対策事業", "林業人材育成支援", "教育旅行誘致促進事業", "観光拠点整備", "庁舎管理費",
        "ふるさと納税推進事業",
        "駅周辺まちづくり構想策定", "地域公共交通活性化協議会負担金", "Road maintenance", "Public library",
        "その他", "※",
    ],
)  # fmt: skip
def test_ordinary_work_of_a_town_hall_gets_none(index: Index, name: str) -> None:
    assert of(index, name) == ()


def test_the_outline_tells_what_the_name_does_not(index: Index) -> None:
    assert of(index, "きらり輝くまち事業", ("A-2",)) == ()
    found = of(index, "きらり輝くまち事業", ("A-2",), "町内企業グループによる共同受注窓口の運営")
    assert names(found)[:1] == ["MS.A-2.share"]


def test_a_department_of_other_work_speaks_against(index: Index) -> None:
    plain = {one.measure: one.score for one in of(index, "担い手育成講座", ("A-2",), "技能を継ぐ人の育成")}
    other = {one.measure: one.score for one in of(index, "担い手育成講座", ("A-2",), "技能を継ぐ人の育成", "農林課")}
    assert plain
    assert all(score < plain[measure] for measure, score in other.items())


def test_each_type_asked_has_its_best_among_the_few(index: Index) -> None:
    found = of(index, "企業立地促進事業費補助金")
    assert {one.measure.split(".")[1] for one in found} == {"A-1", "A-2", "B"}
    assert len(found) <= MOST


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("令和8年度 企業誘致対策事業（拡充）", ("企業誘致",)),
        ("ものづくり人材育成事業", ("ものづくり人材育成",)),
        ("ＥＶ化対応部品", ("EV化対応部品",)),
        ("富山県医薬品産業活性化懇話会", None),
        ("Job fair", ("Job fair",)),
    ],
)
def test_the_words_are_the_measure_s_own_and_whole(index: Index, name: str, words: tuple[str, ...] | None) -> None:
    found = of(index, name)
    if words is not None:
        assert found[0].words == words
    assert all("事業" not in word and len(word) > 1 for one in found for word in one.words)


def test_the_concrete_measures_named_exemplify_the_generic_one(book: Book, index: Index) -> None:
    found = of(index, "従業員の賃貸住宅を建てる家主への固定資産税の補助")
    assert any(one.concrete for one in found)
    for one in found:
        assert all(one.measure in book.concrete_measures[name].exemplifies for name in one.concrete)


def test_a_left_out_concrete_measure_is_not_named(book: Book) -> None:
    one = book.concrete_measures["MC.hok.housing"]
    asked = [ExistingMeasure(id="e", name=one.title.ja, outline=one.summary.ja)]
    within, without = built(book), built(book, frozenset({one.id}))
    assert one.id in {name for s in suggest(within, asked, ("B",))["e"] for name in s.concrete}
    assert one.id not in {name for s in suggest(without, asked, ("B",))["e"] for name in s.concrete}


def test_the_index_is_built_once_a_book(book: Book) -> None:
    assert index_for(book) is index_for(book.model_copy())


def test_a_cell_of_a_hostile_workbook_takes_no_longer(index: Index) -> None:
    assert of(index, "企業誘致" * 9000, ("B",), "あ" * 30_000 + "(" * 30_000) == of(
        index, "企業誘致" * 50, ("B",), "あ"
    )


words = st.lists(
    st.sampled_from(
        ["企業", "誘致", "人材", "育成", "農業", "R&D", "共同", "研究", "ブランド", "の", "補助", "𠮷", "\0", "（", " "]
    ),
    min_size=1,
)
texts = words.map("".join).filter(str.strip)


@given(name=texts, outline=texts, types=st.sets(st.sampled_from(["A-1", "A-2", "B"])))
def test_whatever_is_written_suggestions_keep_their_promises(
    book: Book, name: str, outline: str, types: set[TypeCode]
) -> None:
    index = index_for(book)
    found = of(index, name, tuple(types), outline)
    assert len(found) <= MOST
    assert len(set(names(found))) == len(found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert Suggestion.model_validate(one.model_dump()) == one
        assert not types or book.measures[one.measure].type in types


def test_what_was_asked_before_changes_nothing(book: Book) -> None:
    fresh, used = built(book), index_for(book)
    for name in ("企業誘致推進活動費", "工業団地企業協議会補助金", "技術開発支援補助金"):
        assert of(fresh, name) == of(used, name)
