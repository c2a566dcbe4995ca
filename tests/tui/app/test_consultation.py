from datetime import date

from engine.assess import assess
from engine.book import load
from engine.model.answers import UNKNOWN, Answer, Cluster, Confidence, Consultation
from engine.store.database import Store
from tests.tui.app.driving import asked, begin, opened, press, screen, shown, sitting, stored, together
from tui.screens.home import HomeScreen
from tui.screens.problem import ProblemScreen


async def test_a_consultation_by_keys_is_kept_and_assessed():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "1")  # manufacturing: yes
        assert asked(pilot) == "shipments"
        await press(pilot, *"３，７００", "enter")
        await press(pilot, "down", "enter")  # shipments_trend: flat
        assert asked(pilot) == "growth_origin"
        await press(pilot, "２")
        given = ["1", "1", "u", "ｕ", "f8", "1", "2", "n"]
        for key in given:
            await press(pilot, key) if key != "n" else await press(pilot, "f6")
        answers = dict(sitting(pilot).answers)
        result = sitting(pilot).assessment
        assert sitting(pilot).current
    kept = stored()
    assert kept.cluster.name == "試験の集積"
    assert dict(kept.answers) == answers
    assert len(answers) == 11
    assert answers["manufacturing"].value is True
    assert answers["shipments"].value == 3700.0
    assert answers["shipments_trend"].value == "flat"
    assert [a.value for a in answers.values()].count(UNKNOWN) == 3
    assert result == assess(load(), kept.answers, kept.as_of)


async def test_leaving_and_coming_back_goes_on_where_it_stopped():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "1", "f8")
        stopped = asked(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    async with opened() as pilot:
        assert "試験の集積" in shown(pilot)
        await press(pilot, "enter")
        assert asked(pilot) == stopped == "shipments_trend"
        assert set(sitting(pilot).answers) == {"manufacturing", "shipments"}


async def test_a_wrong_number_is_refused_at_the_field_and_stays_there():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "1", *"たくさん", "enter")
        assert asked(pilot) == "shipments"
        assert "「たくさん」は数値として読めません" in together(shown(pilot))
        assert screen(pilot).card.figure.value == "たくさん"
        await press(pilot, "f2")
        assert "cannotbereadasanumber" in together(shown(pilot))
        assert screen(pilot).card.figure.value == "たくさん"
    assert "shipments" not in stored().answers


async def test_several_are_marked_and_confirmed_and_none_is_an_answer():
    async with opened() as pilot:
        await begin(pilot)
        screen(pilot)._jump("appeal_assets")
        await press(pilot, "1", "down", "space", "enter")
        screen(pilot)._jump("university")
        await press(pilot, "enter")
        options = sitting(pilot).book.questions["appeal_assets"].options
    answers = stored().answers
    assert answers["appeal_assets"].value == tuple(sorted((options[0].id, options[1].id)))
    assert answers["university"].value == ()


async def test_note_source_and_confidence_are_kept_with_the_answer():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "space", "tab", "right", "tab", *"統計", "tab", *"[b]メモ", "enter")
        assert asked(pilot) == "shipments"
        await press(pilot, "f7")
        assert "[b]メモ" in shown(pilot)
    answer = stored().answers["manufacturing"]
    assert (answer.value, answer.confidence) == (True, Confidence.LIKELY)
    assert (answer.source, answer.note) == ("統計", "[b]メモ")


async def test_what_was_begun_on_a_card_is_there_on_return():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "f6", *"12x", "f6", "f7")
        assert asked(pilot) == "shipments"
        assert screen(pilot).card.figure.value == "12x"


async def test_jumping_by_the_list_of_questions():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "f3", "down", "down", "enter")
        assert asked(pilot) == "shipments_trend"


async def test_when_nothing_is_left_the_result_is_offered():
    unknown = {name: Answer(question=name, value=UNKNOWN) for name in load().questions if name != "manufacturing"}
    with Store.open() as store:
        store.import_consultation(Consultation(cluster=Cluster(name="観光"), as_of=date(2026, 4, 1), answers=unknown))
    async with opened() as pilot:
        await press(pilot, "enter", "2")  # not manufacturing: outside the study
        assert not asked(pilot)
        assert "質問はすべて終わりました" in shown(pilot)
        await press(pilot, "enter")
        assert "調査の範囲" in shown(pilot)


async def test_a_store_that_refuses_is_told_and_nothing_is_lost():
    async with opened() as pilot:
        await begin(pilot)
        await press(pilot, "f6", *"120")
        store = sitting(pilot).session.store
        store.delete(sitting(pilot).id)
        sitting(pilot).id = "no-such-consultation"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ProblemScreen)
        await press(pilot, "escape")
        assert asked(pilot) == "shipments"
        assert screen(pilot).card.figure.value == "120"


async def test_an_answer_given_in_another_window_is_told_and_kept():
    async with opened() as pilot:
        await begin(pilot)
        here = sitting(pilot)
        book, other = here.book, here.session.resume(here.id)
        other.answer(book.examples["kitakami"].answers["growth_origin"])
        await press(pilot, "1")
        assert isinstance(pilot.app.screen, ProblemScreen)
        assert len(here.answers) == 2
    assert len(stored().answers) == 2
