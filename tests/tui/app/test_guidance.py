"""Quick and full mode on the screen: what is asked next, where quick ends, and how sure the reading is."""

import re

import pytest

from engine.assess import assess, engine_for
from engine.book import load
from engine.model.answers import UNKNOWN, Answer, AnswerState
from engine.model.robustness import Robustness
from engine.report.shares import percent
from tests.tui.app.driving import asked, consulting, jump, press, rest, screen, shown, sitting, together
from tui.telling import share_of_type
from tui.widgets.charts import meter
from tui.widgets.reading import summary
from tui.widgets.sureness import sureness

EXAMPLE = "kitakami"


def sure(example: str) -> Robustness:
    from engine.analysis.robustness import robustness

    given = load().examples[example]
    return robustness(engine_for(load()), given.answers, assess(load(), given.answers, given.as_of))


async def through(pilot) -> list[str]:
    """Answers everything that is asked from the example's file, or with "don't know"."""
    told, questions = load().examples[EXAMPLE].answers, []
    while question := asked(pilot):
        questions.append(question)
        value = told[question].value if question in told else UNKNOWN
        screen(pilot).card._give(value)
        await press(pilot, "f24")
    return questions


async def test_the_first_question_is_about_type_and_the_mode_is_shown_with_what_it_means():
    async with consulting() as pilot:
        assert sitting(pilot).course.mode == "quick"
        assert screen(pilot).next.goal == "type"
        assert "クイック：型とフェーズが定まるまで（F12でフル）" in shown(pilot)
        await press(pilot, "f12")
        assert "フル：すべての質問、残り" in shown(pilot)
        await press(pilot, "f2")
        assert "Full: every question" in shown(pilot)
        await press(pilot, "ｍ")
        assert "Quick: until type and phase are settled (F12: full)" in shown(pilot)


async def test_a_change_of_mode_leaves_a_question_that_was_begun_where_it_is():
    async with consulting() as pilot:
        await jump(pilot, "loc_water")
        await press(pilot, "tab", "right", "f12")
        assert asked(pilot) == "loc_water"
        await press(pilot, "f12", "f6")
        assert asked(pilot) != "loc_water"


@pytest.mark.parametrize(("lang", "size"), [("ja", (80, 24)), pytest.param("en", (140, 40), marks=pytest.mark.slow)])
async def test_quick_ends_with_how_settled_it_is_and_goes_on_in_full(lang, size):
    async with consulting(lang, size) as pilot:
        questions = await through(pilot)
        assert len(questions) == len(set(questions)) < len(load().questions)
        done = screen(pilot).next
        text = together(shown(pilot))
        assert done.type_asked
        assert done.phase_asked
        settled = done.type_settled and done.phase_settled
        ja, en = ("確定しました", "aresettled.") if settled else ("尋ねることは終わりました", "hasbeenasked.")
        assert (ja if lang == "ja" else en) in text
        if not settled:
            assert ("変わりえます" if lang == "ja" else "oncefoundout") in text
        await press(pilot, "down", "enter")
        assert sitting(pilot).course.mode == "full"
        assert asked(pilot)
        assert asked(pilot) not in questions


async def test_what_was_skipped_comes_back_last_and_back_and_jump_work():
    async with consulting() as pilot:
        skipped = asked(pilot)
        await press(pilot, "f6")
        second = asked(pilot)
        assert second != skipped
        await press(pilot, "f7")
        assert asked(pilot) == skipped
        await press(pilot, "f6")
        questions = await through_but(pilot, skipped)
        assert skipped not in questions
        assert asked(pilot) == skipped
        await press(pilot, "f6")
        assert asked(pilot) == skipped
        assert "残っている質問はこれだけです" in "".join(n.message for n in pilot.app._notifications)


async def through_but(pilot, last: str) -> list[str]:
    """As ``through``, up to a question that comes again."""
    told, questions = load().examples[EXAMPLE].answers, []
    while (question := asked(pilot)) and question != last:
        questions.append(question)
        screen(pilot).card._give(told[question].value if question in told else UNKNOWN)
        await press(pilot, "f24")
    return questions


async def test_asking_stays_in_the_section_one_jumped_to():
    async with consulting() as pilot:
        await press(pilot, "1")
        await jump(pilot, "local_accumulation")
        await press(pilot, "f8")
        section = load().questions["local_accumulation"].section
        assert load().questions[asked(pilot)].section == section


@pytest.mark.parametrize(
    ("lang", "head"), [("ja", "判定が今のままの場合の割合"), ("en", "Share of cases in which the verdict stays")]
)
async def test_the_reading_shows_the_shares_and_why_the_next_question_is_asked(lang, head):
    async with consulting(lang, (140, 45), example=EXAMPLE) as pilot:
        text = shown(pilot)
        found = sitting(pilot).sureness
        assert head in text
        assert re.search(r" [\d.]+%  ", text)
        pilot.app.plain = True
        await rest(pilot)
        assert re.search(r"\[#+\.+\] +[\d.]+%", shown(pilot))
        assert f"{found.scenarios:,}" in text
        assert ("この質問のねらい" if lang == "ja" else "This question narrows") in text
        assert ("確率" if lang == "ja" else "probab") not in text
        await press(pilot, "f8")
        assert sitting(pilot).current


async def test_the_share_stands_in_the_one_line_of_a_narrow_screen():
    async with consulting("ja", (80, 24), example=EXAMPLE) as pilot:
        assert f"場合の{share_of_type(sitting(pilot).sureness)}" in together(shown(pilot))


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.0, "[..........]"),
        (0.00001, "[#.........]"),
        (0.751, "[########..]"),
        (0.9999, "[#########.]"),
        (1.0, "[##########]"),
    ],
)
def test_a_bar_is_full_or_empty_only_where_the_share_is(share, told):
    assert meter(share, plain=True).plain == f"{told} {percent(share):>6}"


def test_where_no_type_is_judged_the_verdicts_by_cases_are_shown():
    from engine.analysis.robustness import robustness

    assessment = assess(load(), {}, load().examples[EXAMPLE].as_of)
    found = robustness(engine_for(load()), {}, assessment)
    assert share_of_type(found) == ""
    assert sureness(found, "ja")[0].text == "場合ごとの判定（多い順）"
    assert "場合の" not in summary(assessment, found, "ja")


def test_every_case_is_told_apart_from_a_sample():
    found = sure(EXAMPLE)
    exact = found.model_copy(update={"exact": True, "scenarios": 1024, "error": 0.0})
    sampled = found.model_copy(update={"exact": False, "scenarios": 65536, "error": 0.0038})
    assert sureness(exact, "ja")[-1].text == "すべての場合（1,024通り）。起こりやすさではない"
    assert sureness(exact, "en")[-1].text == "all 1,024 cases; not a likelihood"
    assert sureness(sampled, "ja")[-1].text == "65,536通りの標本、誤差0.4ポイント以内。起こりやすさではない"
    assert sureness(sampled, "en")[-1].text == "65,536 cases sampled, within 0.4 points; not a likelihood"


async def test_a_question_that_is_known_is_never_the_next():
    async with consulting(example=EXAMPLE) as pilot:
        here = sitting(pilot)
        for _ in range(6):
            if not asked(pilot):
                break
            assert here.state(asked(pilot)) is AnswerState.NOT_ASKED
            await press(pilot, "f8")
        assert all(isinstance(answer, Answer) for answer in here.answers.values())
