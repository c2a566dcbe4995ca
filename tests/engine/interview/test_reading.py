"""Reading a raw answer: what people type, what files hold, and that no text at all can raise."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.interview.reading import LONGEST, read_answer, read_confidence
from engine.interview.visible import is_hidden
from engine.model.answers import UNKNOWN, Confidence, Unknown
from engine.model.problem import Place, Problem
from tests.engine.interview.small_book import ASSETS, CHANGE, CORE, ORIGIN, QUESTIONS, SHIPMENTS, VISION


@pytest.mark.parametrize("typed", ["はい", "yes", "Y", "ｙ", "ＴＲＵＥ", "1", "１", "有", "あり", "○", " はい。 "])
def test_yes(typed: str) -> None:
    assert read_answer(CORE, typed) is True


@pytest.mark.parametrize("typed", ["いいえ", "no", "N", "ｎ", "false", "0", "０", "無", "なし", "×"])
def test_no(typed: str) -> None:
    assert read_answer(CORE, typed) is False


@pytest.mark.parametrize("typed", ["分からない", "わからない", "不明", "unknown", "UNKNOWN", "?", "？", "don’t know"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_dont_know_is_an_answer_to_every_question(question, typed) -> None:
    assert read_answer(question, typed) is UNKNOWN


@pytest.mark.parametrize(
    "typed", ["exogenous", "Exogenous", "ｅｘｏｇｅｎｏｕｓ", "企業の誘致", "attraction", "2", "２", "②", "(2)", "2."]
)
def test_choice_by_id_label_and_number(typed: str) -> None:
    assert read_answer(ORIGIN, typed) == "exogenous"


def test_choice_of_none_and_of_yes() -> None:
    assert read_answer(ORIGIN, "なし") == "none"
    assert read_answer(VISION, "はい") == "yes"
    assert read_answer(VISION, "no") == "no"
    assert read_answer(VISION, True) == "yes"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("land", ("land",)),
        ("1、3", ("transport", "water")),
        ("1 3", ("transport", "water")),
        ("水・交通の便", ("transport", "water")),
        ("土地・用地", ("land",)),
        ("水、土地・用地 交通の便", ("land", "transport", "water")),
        ("Land, sites, public laboratory", ("land", "public_lab")),
        ("water,water", ("water",)),
        ("なし", ()),
        ("None", ()),
    ],
)
def test_several(typed: str, chosen: tuple[str, ...]) -> None:
    assert read_answer(ASSETS, typed) == chosen


def test_several_out_of_a_file() -> None:
    assert read_answer(ASSETS, ["water", "土地・用地", 1]) == ("land", "transport", "water")
    assert read_answer(ASSETS, []) == ()
    assert read_answer(ASSETS, ["unknown"]) is UNKNOWN
    assert problem(ASSETS, ["water", "unknown"]).code == "contradictory_answer"
    assert problem(ASSETS, [["water"]]).code == "wrong_type"
    assert problem(ASSETS, "水、なし").code == "contradictory_answer"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("3000", 3000),
        ("３，０００", 3000),
        ("3,000.5", 3000.5),
        ("3,000億円", 3000),
        ("3000億", 3000),
        ("1兆2,000億円", 12000),
        ("0.3兆", 3000),
        ("三千億円", 3000),
        ("三千", 3000),
        ("3千", 3000),
        ("二千五百", 2500),
        ("3 thousand", 3000),
        ("5百万円", 0.05),
        ("三", 3),
        ("二〇", 20),
        ("30 billion yen", 300),
        ("1e3", 1000),
    ],
)
def test_number_with_a_unit(typed: str, value: float) -> None:
    assert read_answer(SHIPMENTS, typed) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("△1,234", -1234),
        ("▲5", -5),
        ("−3.5", -3.5),
        ("-2", -2),
        ("3万", 30000),
        ("三千", 3000),
        ("1万5000", 15000),
        ("1万5千", 15000),
    ],
)
def test_number_without_a_unit(typed: str, value: float) -> None:
    assert read_answer(CHANGE, typed) == value


@pytest.mark.parametrize(
    "typed",
    [
        "約3000",
        "3,000円",
        "三千円",
        "3 thousand yen",
        "1億5000",
        "1億5千",
        "1,5",
        "1,234,56",
        "十",
        "3000人",
        "nan",
        "inf",
        "1億2兆",
        "1億20000万",
        "三千3700",
        "1_000",
        "9" * 500,
    ],
)
def test_number_refused(typed: str) -> None:
    assert problem(SHIPMENTS, typed).code == "not_a_number"


def test_bounds() -> None:
    assert problem(SHIPMENTS, "△1").code == "out_of_range"
    too_much = problem(SHIPMENTS, 2e6)
    assert "1,000,000" in too_much.remedy.ja
    assert "at most 1,000,000" in too_much.remedy.en


def test_figures_and_truth_values_out_of_a_file() -> None:
    assert read_answer(CORE, True) is True
    assert read_answer(CORE, 1) is True
    assert read_answer(ORIGIN, 2) == "exogenous"
    assert read_answer(SHIPMENTS, 3000) == 3000.0
    assert problem(SHIPMENTS, True).code == "not_a_number"
    assert problem(SHIPMENTS, math.nan).code == "not_a_number"
    assert problem(SHIPMENTS, 10**400).code == "not_a_number"
    assert read_answer(CORE, UNKNOWN) is UNKNOWN


def test_problem_names_what_was_typed_what_is_accepted_and_the_nearest_option() -> None:
    found = problem(ORIGIN, "exogenus", Place(file="a.yaml", line=3, entry="growth_origin"))
    assert found.tell("ja").startswith(
        "a.yaml:3 growth_origin: 「exogenus」は選択肢にありません。「exogenous」（企業の誘致）のことですか。"
    )
    assert "1 endogenous（地元の企業や技術）、2 exogenous（企業の誘致）" in found.remedy.ja
    assert "Did you mean exogenous (Attraction)? Give one of these" in found.tell("en")


def test_problem_names_the_piece_of_a_list_that_was_not_understood() -> None:
    found = problem(ASSETS, "水、交通の弁")
    assert "「交通の弁」" in found.what.ja
    assert "transport" in found.remedy.ja
    assert "「水" not in found.what.ja


def test_problem_makes_hidden_characters_visible() -> None:
    found = problem(CORE, "\x1b[31m\u202eはい")
    assert "\\x1b[31m\\u202eはい" in found.what.ja
    assert "\x1b" not in found.tell("ja") + found.tell("en")


def test_kanji_numerals_are_explained() -> None:
    found = problem(SHIPMENTS, "二十")
    assert found.why is not None
    assert "漢数字" in found.why.ja


def test_empty_long_and_misshapen() -> None:
    assert problem(CORE, " 　").code == "empty_answer"
    assert problem(CORE, None).code == "empty_answer"
    assert problem(CORE, "あ" * (LONGEST + 1)).code == "answer_too_long"
    assert problem(CORE, ["yes"]).code == "wrong_type"
    assert problem(ORIGIN, {"a": 1}).code == "wrong_type"
    assert problem(ASSETS, b"water").code == "wrong_type"


@pytest.mark.parametrize(
    ("typed", "level"), [("sure", "sure"), ("おそらく", "likely"), ("ＬＩＫＥＬＹ", "likely"), ("不確か", "unsure")]
)
def test_confidence(typed: str, level: str) -> None:
    assert read_confidence(typed) is Confidence(level)


def test_confidence_refused() -> None:
    found = read_confidence("70%")
    assert isinstance(found, Problem)
    assert found.code == "unknown_confidence"


SCRAPS = st.sampled_from(
    [
        "はい",
        "1",
        "2",
        "、",
        ",",
        "・",
        " ",
        "億",
        "兆",
        "円",
        "△",
        "三",
        "千",
        "land",
        "none",
        "unknown",
        ".",
        "e",
        "-",
        "\x00",
        "\ud800",
        "\u202e",
    ]
)
TYPED = st.text() | st.text(st.characters()) | st.lists(SCRAPS, max_size=40).map("".join)
RAW = st.recursive(
    TYPED | st.integers() | st.floats() | st.booleans() | st.none() | st.binary() | st.dates(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=6,
)


@given(st.sampled_from(QUESTIONS), RAW)
@settings(deadline=None)
def test_whatever_is_given_comes_out_as_a_value_or_a_problem(question, raw) -> None:
    found = read_answer(question, raw)
    if isinstance(found, Problem):
        assert not any(is_hidden(c) for c in found.tell("ja") + found.tell("en"))
    elif not isinstance(found, Unknown):
        assert valid(question, found)


@given(st.floats(min_value=0, max_value=1e6))
@settings(deadline=None)
def test_every_number_reads_back(value: float) -> None:
    assert read_answer(SHIPMENTS, repr(value)) == value
    assert read_answer(SHIPMENTS, f"{int(value):,}億円") == int(value)


@given(
    st.sets(st.sampled_from([o.id for o in ASSETS.options]), min_size=1), st.sampled_from(["、", ",", " ", "・", "; "])
)
@settings(deadline=None)
def test_every_choice_of_options_reads_back(chosen, separator) -> None:
    assert read_answer(ASSETS, separator.join(chosen)) == tuple(sorted(chosen))


def valid(question, value) -> bool:
    ids = {option.id for option in question.options}
    match question.kind:
        case "yes_no":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, float) and math.isfinite(value)
        case "choice":
            return value in ids
        case _:
            return isinstance(value, tuple) and list(value) == sorted(set(value)) and ids >= set(value)


def problem(question, raw, where: Place | None = None) -> Problem:
    found = read_answer(question, raw, where)
    assert isinstance(found, Problem)
    return found
