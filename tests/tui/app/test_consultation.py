from textual.events import Paste

from engine.assess import assess
from engine.book import load
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation
from engine.store.database import Store
from tests.tui.app.driving import (
    DAY,
    asked,
    begin,
    consulting,
    jump,
    opened,
    press,
    rest,
    screen,
    shown,
    sitting,
    stored,
    together,
    type_,
)
from tui.screens.home import HomeScreen
from tui.screens.problem import ProblemScreen
from tui.widgets.prose import lines_of


async def test_a_consultation_by_keys_is_kept_and_assessed():
    async with opened() as pilot:
        await begin(pilot, "産地")
        await press(pilot, "1")  # manufacturing: yes
        await jump(pilot, "shipments")
        await type_(pilot, "３，７００")
        await press(pilot, "enter")
        await jump(pilot, "shipments_trend")
        await press(pilot, "down", "down", "enter")  # flat
        assert asked(pilot) == "growth_origin"
        await press(pilot, "２", "u", "ｕ", "f8", "f6")
        await jump(pilot, "diversified")
        await press(pilot, "1")
        answers = dict(sitting(pilot).answers)
        result = sitting(pilot).assessment
        assert sitting(pilot).current
    kept = stored()
    assert kept.cluster.name == "産地"
    assert dict(kept.answers) == answers
    assert len(answers) == 8
    assert answers["manufacturing"].value is True
    assert answers["shipments"].value == 3700.0
    assert answers["shipments_trend"].value == "flat"
    assert [a.value for a in answers.values()].count(UNKNOWN) == 3
    assert result == assess(load(), kept.answers, kept.as_of)


async def test_an_option_is_given_by_a_click():
    async with consulting() as pilot:
        await pilot.click("#options", offset=(4, 1))
        await rest(pilot)
        assert asked(pilot) != "manufacturing"
    assert stored().answers["manufacturing"].value is False


async def test_leaving_and_coming_back_goes_on_where_it_stopped():
    async with consulting() as pilot:
        await press(pilot, "1", "f8", "f6")
        stopped = asked(pilot)
        before = set(sitting(pilot).answers)
        await press(pilot, "tab", "tab")
        await type_(pilot, "統計")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter")
        assert asked(pilot) == stopped
        assert screen(pilot).card.draft().source == "統計"
        await press(pilot, "f3", "home", "down", "enter", "escape", "enter")
        best = asked(pilot)
        assert best not in before
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert asked(pilot) == best
        assert set(sitting(pilot).answers) == before


async def test_a_wrong_number_is_refused_at_the_field_and_stays_there():
    async with consulting() as pilot:
        await press(pilot, "1")
        await jump(pilot, "shipments")
        await type_(pilot, "多い")
        await press(pilot, "enter")
        assert asked(pilot) == "shipments"
        assert "「多い」は数値として読めません" in together(shown(pilot))
        await press(pilot, "f2")
        assert "cannotbereadasanumber" in together(shown(pilot))
        assert screen(pilot).card.figure.value == "多い"
        await press(pilot, "f6", "f7")
        assert screen(pilot).card.figure.value == "多い"
    assert "shipments" not in stored().answers


async def test_several_are_marked_and_confirmed_and_none_is_an_answer():
    async with consulting() as pilot:
        await jump(pilot, "appeal_assets")
        await press(pilot, "1", "down", "space", "enter")
        await jump(pilot, "university")
        await press(pilot, "enter")
        assert asked(pilot) == "university"
        assert "どれも当てはまらないときは「該当なし」" in together(shown(pilot))
        await press(pilot, "end", "up", "enter", "f7")
        assert asked(pilot) == "university"
        assert "(*) n 該当なし" in " ".join(shown(pilot).split())
        await press(pilot, "enter")
        assert asked(pilot) != "university"
        options = sitting(pilot).book.questions["appeal_assets"].options
    answers = stored().answers
    assert answers["appeal_assets"].value == tuple(sorted((options[0].id, options[1].id)))
    assert answers["university"].value == ()


async def test_note_source_and_confidence_are_kept_with_the_answer():
    async with consulting() as pilot:
        await press(pilot, "space", "tab", "right", "tab")
        await type_(pilot, "統計")
        await press(pilot, "tab")
        await type_(pilot, "[b]メモ")
        await press(pilot, "enter")
        assert asked(pilot) == "growth_origin"
        await press(pilot, "f7")
        assert "[b]メモ" in shown(pilot)
    answer = stored().answers["manufacturing"]
    assert (answer.value, answer.confidence) == (True, Confidence.LIKELY)
    assert (answer.source, answer.note) == ("統計", "[b]メモ")


async def test_jumping_by_the_list_of_questions():
    async with consulting() as pilot:
        await press(pilot, "f3", "down", "down", "enter")
        assert asked(pilot) == "shipments_trend"


async def test_when_nothing_is_left_the_result_is_offered():
    unknown = {name: Answer(question=name, value=UNKNOWN) for name in load().questions if name != "manufacturing"}
    with Store.open() as store:
        store.import_consultation(Consultation(cluster=Cluster(name="観光"), as_of=DAY, answers=unknown))
    async with opened() as pilot:
        await press(pilot, "enter", "2")  # not manufacturing: outside the study
        assert not asked(pilot)
        assert "調査の対象外であることが確定しました" in shown(pilot)
        await press(pilot, "enter")
        assert "調査の範囲" in shown(pilot)


async def test_a_store_that_refuses_is_told_and_nothing_is_lost():
    async with consulting() as pilot:
        await jump(pilot, "shipments")
        await type_(pilot, "120")
        sitting(pilot).session.store.delete(sitting(pilot).id)
        sitting(pilot).id = "no-such-consultation"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ProblemScreen)
        await press(pilot, "escape")
        assert asked(pilot) == "shipments"
        assert screen(pilot).card.figure.value == "120"


async def test_an_answer_given_in_another_window_is_told_and_kept():
    async with consulting() as pilot:
        here = sitting(pilot)
        book, other = here.book, here.session.resume(here.id)
        other.answer(book.examples["kitakami"].answers["growth_origin"])
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, ProblemScreen)
        assert len(here.answers) == 2
    assert len(stored().answers) == 2


async def test_an_answer_that_does_not_go_with_another_is_told_at_once_and_stands_on_top_of_the_reading():
    rule = load().rule["contradictions/origin/endogenous_yet_attracted"]
    async with consulting(size=(140, 45)) as pilot:
        for question in ("growth_origin", "attraction_first"):
            await jump(pilot, question)
            await press(pilot, "1")
        assert not pilot.app._notifications
        await jump(pilot, "attracted_share")
        await press(pilot, "1")
        (notice,) = pilot.app._notifications
        assert rule.reads.ja in notice.message
        assert rule.way_out.ja in notice.message
        reading = lines_of(screen(pilot).query_one("#reading-verdict")._paras, 1000)
        text = [str(line) for line in reading]
        assert text[1:4] == ["回答の食い違い", f"! {rule.reads.ja}", f"  {rule.way_out.ja}"]
        await jump(pilot, "historic_cluster")
        await press(pilot, "1")
        assert len(pilot.app._notifications) == 1


async def test_a_contradiction_that_was_there_on_opening_is_not_told_again():
    async with consulting(size=(140, 45)) as pilot:
        for question in ("growth_origin", "attraction_first", "attracted_share"):
            await jump(pilot, question)
            await press(pilot, "1")
    async with opened(size=(140, 45)) as pilot:
        await press(pilot, "enter")
        assert "回答の食い違い" in shown(pilot)
        assert not pilot.app._notifications


async def test_enter_alone_answers_nothing_and_an_arrow_is_kept_on_the_way_to_the_note():
    async with consulting() as pilot:
        await press(pilot, "1", "enter", "enter")
        assert set(sitting(pilot).answers) == {"manufacturing"}
        assert "先に選択肢を選んでください" in together(shown(pilot))
        question = asked(pilot)
        await press(pilot, "down", "tab", "tab")
        await type_(pilot, "統計")
        await press(pilot, "enter")
        assert sitting(pilot).answers[question].source == "統計"
        await press(pilot, "ctrl+z")
        assert question not in sitting(pilot).answers
        assert screen(pilot).card.draft().source == "統計"
        await press(pilot, "ctrl+q")
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert asked(pilot) == question
        assert screen(pilot).card.draft().source == "統計"


async def test_nothing_is_answered_behind_the_message_that_asks_for_room():
    async with consulting() as pilot:
        await pilot.resize_terminal(79, 24)
        await press(pilot, "1", "f8")
        assert not sitting(pilot).answers


async def test_all_lines_pasted_into_a_note_stay():
    async with consulting() as pilot:
        await press(pilot, "tab", "tab", "tab")
        pilot.app.screen.focused.post_message(Paste("一行目\n二行目\t終わり"))
        await rest(pilot)
        assert screen(pilot).card.draft().note == "一行目 二行目 終わり"
