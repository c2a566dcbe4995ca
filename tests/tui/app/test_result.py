"""The result on the screen: every tab, what stands there against the assessment, and the keys."""

from functools import cache

import pytest

from engine.analysis.counterfactual import counterfactuals
from engine.analysis.explanation import targets
from engine.analysis.robustness import robustness
from engine.assess import assess, engine_for
from engine.assess.words import PRIORITY, STANDING, STATUS
from engine.book import load
from engine.model.answers import Answer, Cluster, Consultation
from engine.model.assessment import Assessment
from engine.report import words
from engine.report.case_told import results
from engine.report.text import sure as certain
from engine.store.database import Store
from tests.tui.app.driving import DAY, Driver, consulting, opened, press, rest, shown, together, type_
from tui.screens.explanation import ExplanationScreen
from tui.screens.filter import FilterScreen
from tui.screens.result import TABS, ResultScreen
from tui.screens.why import WhyScreen, standings
from tui.texts import Lang, say
from tui.widgets.board import board
from tui.widgets.explaining import Explained
from tui.widgets.open_points import OpenPoints
from tui.widgets.prose import lines_of
from tui.widgets.reading import settled, summary
from tui.widgets.result_cases import cases, in_time
from tui.widgets.result_diagnosis import diagnosis
from tui.widgets.result_directions import directions
from tui.widgets.result_lines import Wording
from tui.widgets.result_renewal import counts, renewal
from tui.widgets.result_road_map import measures

BUILDERS = {
    "diagnosis": diagnosis,
    "measures": measures,
    "directions": directions,
    "renewal": renewal,
    "cases": cases,
}
EXAMPLES = ("kitakami", "sakaki", "hiroshima", "ishikari")


def result(pilot: Driver) -> ResultScreen:
    assert isinstance(pilot.app.screen, ResultScreen)
    return pilot.app.screen


@cache
def assessed(example: str) -> tuple[Consultation, Assessment]:
    given = load().examples[example]
    return given, assess(load(), given.answers, given.as_of)


@cache
def built(tab: str, example: str, lang: Lang, *, plain: bool = False) -> list[Explained]:
    """A tab of the result as the screen builds it."""
    given, assessment = assessed(example)
    wording, engine = Wording(load(), given, lang, plain), engine_for(load())
    if tab != "open_points":
        return BUILDERS[tab](assessment, wording)
    sure = robustness(engine, given.answers, assessment)
    changes = counterfactuals(engine, given.answers)
    return OpenPoints(engine, wording).lines(assessment, sure, changes)


def read(line: Explained, width: int = 400) -> str:
    """A line as it stands on the screen, headings and pictures included."""
    return "\n".join([line.head, *(one.plain for one in lines_of((*line.above, *line.paras), width))])


async def test_every_tab_is_reached_and_a_line_opens_its_explanation_down_to_the_study():
    async with consulting(size=(100, 40), example="kitakami") as pilot:
        await press(pilot, "f5")
        seen = set()
        for number in ("2", "3", "4", "5", "6", "１"):
            await press(pilot, number)
            assert TABS[result(pilot).tab] == TABS[int(number) - 1]
            assert result(pilot).lines
            seen.add(shown(pilot))
        assert len(seen) == len(TABS)
        await pilot.click("#tabs", offset=(14, 0))
        await rest(pilot)
        assert TABS[result(pilot).tab] == "measures"
        await press(pilot, "left", "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        assert "〔判断" in shown(pilot)
        await press(pilot, "f2")
        assert "[judgement" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_line_of_the_result_can_be_explained(lang):
    known = targets(load())
    for example in list(load().examples)[::3]:
        for tab in TABS:
            for line in built(tab, example, lang):
                assert line.paras
                assert line.target in known


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_line_is_wider_than_the_screen_and_none_is_of_uncertain_width(lang, plain):
    for tab in TABS:
        for line in built(tab, "kitakami", lang, plain=plain):
            for width in (60, 76, 113, 155):
                for one in lines_of((*line.above, *line.paras), width):
                    assert one.cell_length <= width, one.plain
                    assert one.plain == certain(one.plain)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_diagnosis_shows_every_point_and_every_fact_of_the_assessment(example, lang):
    _, assessment = assessed(example)
    lines = {line.target: read(line) for line in built("diagnosis", example, lang)}
    assert assessment.first_line.get(lang) in lines["type"]
    for support in assessment.type.support:
        told = lines[support.type].split("|")[1:]
        figures = [int(part.split()[-1] if n == len(told) - 1 else part.split()[0]) for n, part in enumerate(told)]
        assert figures == [*(one.points for one in support.viewpoints), support.total]
    for factor in (factor for phase in assessment.phases for factor in phase.factors):
        assert f"[{STATUS[factor.status].get(lang)}]" in lines[factor.phase]
        for fact in factor.evidence:
            text = lines[f"{factor.phase}:{fact.fact}"]
            assert {"yes": "(o)", "no": "(x)", "unknown": "(?)"}[fact.status] in text
            assert fact.name.get(lang) in text
            assert words.EVIDENCE[fact.status].get(lang) in text


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("width", [70, 140])
def test_the_road_map_shows_every_recommendation_wide_and_narrow(example, lang, width):
    book, (_, assessment) = load(), assessed(example)
    lines = built("measures", example, lang)
    assert sorted(line.target for line in lines) == sorted(one.measure for one in assessment.recommendations)
    told = {line.target: together(read(line, width)) for line in lines}
    for one in assessment.recommendations:
        measure = book.measures[one.measure]
        parts = [PRIORITY[one.priority].get(lang), STANDING[one.status].get(lang)]
        parts += [say(lang, f"resource.{resource.value}") for resource in measure.resources]
        parts += [words.WHO[who.who].get(lang) for who in measure.who_acts]
        assert all(together(part) in told[one.measure] for part in parts)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("example", EXAMPLES)
def test_directions_renewal_and_location_agree_with_the_assessment(example, lang):
    book, (_, assessment) = load(), assessed(example)
    overview = built("directions", example, lang)[: len(assessment.directions)]
    for one, line in zip(assessment.directions, overview, strict=True):
        assert line.target == one.direction
        assert f"[{words.RELEVANCE[one.relevance].get(lang)}]" in read(line)
    text = together("".join(read(line) for line in built("directions", example, lang)))
    for direction in book.national_directions.values():
        assert all(together(certain(one.text.get(lang))) in text for one in (*direction.homework, *direction.ask_state))
        assert all(together(certain(one.name.get(lang))) in text for one in direction.schemes)
    told = {line.target: read(line) for line in built("renewal", example, lang)}
    assert words.RISK[assessment.renewal.risk].get(lang) in told["renewal"]
    for fit in assessment.location:
        found = counts(fit)
        figures = {name: found[name] for name in ("met", "not_met", "unknown")}
        assert say(lang, "result.requirements", **figures) in read_industry(
            built("renewal", example, lang), fit.industry
        )
        assert (found["met"], found["not_met"], found["unknown"]) == (fit.met, fit.not_met, fit.unknown)
        for check in fit.requirements:
            if fit.targeted:
                assert words.REQUIREMENT[check.status].get(lang) in told[check.requirement]


def read_industry(lines: list[Explained], industry: str) -> str:
    return read(next(line for line in lines if line.target == industry))


def test_a_case_is_told_in_order_of_time_with_figures_and_units():
    book, (_, assessment) = load(), assessed("kitakami")
    text = "\n".join(map(read, built("cases", "kitakami", "ja")))
    assert assessment.cases[0].case == "kitakami"
    years = [event.year for event in in_time(book.cases["kitakami"].events)]
    known = [year for year in years if year]
    assert known == sorted(known)
    for near in assessment.cases:
        case = book.cases[near.case]
        for told in (*case.events, *case.success_factors, *results(case)):
            assert certain(told.text.ja) in text
        for reading in (reading for one in case.contradictions for reading in one.readings):
            assert certain(reading.text.ja) in text
        assert all(certain(one.ja) in text for one in (*near.alike, *near.differs))
    assert "3,700億円" in text
    assert "〔調査 2-1-1〕" in text


def test_the_board_says_where_work_stands_without_colour():
    _, assessment = assessed("hiroshima")
    for plain, mark in ((True, "[####] タテに育つ"), (False, "タテに育つ    充足")):
        for width in (44, 76, 110):
            drawn = board(assessment, load(), "ja", wide=width > 50, plain=plain)
            text = "\n".join(line.plain for line in lines_of(drawn, width))
            assert "> A-1" in text
            if plain or width == 44:
                assert mark in text
            assert max(line.cell_length for line in lines_of(drawn, width)) <= width


@pytest.mark.parametrize("example", ["tourism", "nothing"])
def test_a_verdict_that_is_no_type_is_not_called_settled_or_open(example):
    answers = {"manufacturing": Answer(question="manufacturing", value=False)} if example == "tourism" else {}
    assessment = assess(load(), answers, DAY)
    assert "確定）" not in summary(assessment, None, "ja")
    assert "型は確定しています" not in "".join(para.text for para in settled(assessment, load(), {}, "ja"))
    given = Consultation(cluster=Cluster(name="-"), as_of=DAY, answers=answers)
    for build in BUILDERS.values():
        assert build(assessment, Wording(load(), given, "en"))


def heads(lines: list[Explained]) -> list[str]:
    return [line.head for line in lines if line.head]


async def test_open_points_begin_with_contradictions_and_end_with_what_is_not_known():
    rule = load().rule["contradictions/origin/endogenous_yet_attracted"]
    values = {"growth_origin": "endogenous", "attraction_first": True, "attracted_share": True}
    answers = {name: Answer(question=name, value=value) for name, value in values.items()}
    with Store.open() as store:
        store.import_consultation(Consultation(cluster=Cluster(name="産地"), as_of=DAY, answers=answers))
    async with opened(size=(100, 60)) as pilot:
        await press(pilot, "enter", "f5", "6")
        text = together(shown(pilot))
        lines = result(pilot).lines
        assert rule.reads.ja in lines[0].paras[0].text
        assert "解消の方法：" in text
        order = ["回答の食い違い", "どこまで確かか", "判定を左右する未確認の点"]
        assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
        assert [head for head in heads(lines) if "変わる条件" in head]
        assert lines[-1].target in load().questions
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        await press(pilot, "f2", "escape")
        assert "Contradictoryanswers" in together(shown(pilot))
        assert "Howsureitis" in together(shown(pilot))


def test_what_each_answer_would_do_stands_below_the_unknown_that_matters():
    given, assessment = assessed("kitakami")
    sure = robustness(engine_for(load()), given.answers, assessment)
    points = OpenPoints(engine_for(load()), Wording(load(), given, "ja"))
    lines = points.lines(assessment, sure, None)
    line = next(line for line in lines if line.head.startswith("判定を左右する未確認の点"))
    assert line.target == sure.matters[0].question
    assert len(line.paras) == 1 + len(sure.matters[0].answers)
    assert "%" in line.paras[1].text
    assert "調べています" in next(line for line in lines if line.head == "結果が変わる条件").paras[0].text
    assert "数えています" in read(points.lines(assessment, None, None)[0])


async def test_measures_are_filtered_by_keys_and_by_clicks_and_the_filter_is_told_and_cleared():
    async with consulting(size=(120, 50), example="kitakami") as pilot:
        await press(pilot, "f5", "2")
        every = result(pilot).sitting.assessment.recommendations
        assert f"表示：すべて（{len(every)}件中{len(every)}件）" in shown(pilot)
        await press(pilot, "f")
        dialog = pilot.app.screen
        assert isinstance(dialog, FilterScreen)
        row = dialog.values.index(("resource", "people"))
        await press(pilot, *["down"] * row, "enter", "escape")
        wanted = {one.measure for one in every if "people" in load().measures[one.measure].resources}
        assert {line.target for line in result(pilot).lines} == wanted
        assert f"表示：資源＝ヒト（{len(every)}件中{len(wanted)}件）" in shown(pilot)
        await press(pilot, "ｆ", "x", "escape")
        assert len(result(pilot).lines) == len(every)
        await pilot.click("#filter")
        await rest(pilot)
        assert isinstance(pilot.app.screen, FilterScreen)
        await pilot.click("#filter-values", offset=(4, 1))
        await rest(pilot)
        assert pilot.app.screen.selection.wanted == {pilot.app.screen.values[0]}
        await press(pilot, "escape", "escape")
        assert not result(pilot).selection.wanted
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ResultScreen)


async def test_measures_are_ordered_within_their_timing():
    async with consulting("en", (120, 50), example="kitakami") as pilot:
        await press(pilot, "f5", "2", "o")
        assert "Sorted by type and phase" in shown(pilot)
        found = {one.measure: one for one in result(pilot).sitting.assessment.recommendations}
        types = [found[line.target].type for line in result(pilot).lines]
        assert types == sorted(types)
        await press(pilot, "o")
        names = [load().measures[line.target].title.en for line in result(pilot).lines]
        assert names == sorted(names)
        await press(pilot, "o", "f2")
        assert "並び：着手順" in shown(pilot)


async def test_a_filter_that_nothing_passes_says_how_to_clear_it():
    async with consulting(size=(100, 40), example="kitakami") as pilot:
        await press(pilot, "f5", "2")
        result(pilot)._select(result(pilot).selection.toggled(("timing", "later")))
        await rest(pilot)
        assert "条件に合う施策はありません" in shown(pilot)
        await press(pilot, "x")
        assert "条件に合う施策はありません" not in shown(pilot)


async def test_why_not_is_found_by_typing_and_opens_what_did_not_come_out():
    async with consulting(size=(100, 40), example="sakaki") as pilot:
        await press(pilot, "f5", "down", "question_mark")
        assert isinstance(pilot.app.screen, WhyScreen)
        assert "選んでいる行" in shown(pilot)
        assert "出ていない結論" in shown(pilot)
        await type_(pilot, "誘致先行型")
        await press(pilot, "f2")
        assert "What did not come out" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        assert pilot.app.screen.target == "B"
        await press(pilot, "escape", "？")
        await type_(pilot, "zzzz")
        assert "Nothing found" in shown(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


def test_what_is_open_is_never_told_as_not_come_out():
    for example in EXAMPLES:
        _, assessment = assessed(example)
        found = standings(assessment, load())
        recommended = {one.measure for one in assessment.recommendations}
        for measure in load().measures:
            expected = "holds" if measure in recommended else "open"
            assert found[measure] == (
                expected if measure in assessment.possible_measures + tuple(recommended) else "fails"
            )
        for one in assessment.directions:
            assert (found[one.direction] == "open") is (one.relevance == "unknown")


def test_the_parent_type_came_out_with_its_own_and_leaves_them_open() -> None:
    _, single = assessed("sakaki")
    assert (standings(single, load())["A"], standings(single, load())["A-2"]) == ("holds", "holds")
    _, parent = assessed("kitakami")
    found = standings(parent, load())
    assert [found[code] for code in ("A", "A-1", "A-2", "B")] == ["holds", "open", "open", "holds"]


async def test_plain_charts_are_drawn_in_ascii():
    async with consulting(size=(120, 40), example="sakaki") as pilot:
        pilot.app.plain = True
        await press(pilot, "f5")
        assert "......|####.." in shown(pilot)
        assert "[####]" in shown(pilot)
        pilot.app.plain = False
        await rest(pilot)
        assert "####" not in shown(pilot)
