"""Why, on the screen: opened from the result and from the interview, unfolded row by row, in both languages."""

from tests.tui.app.driving import Driver, consulting, jump, press, shown, type_
from tui.screens.consultation import ConsultationScreen
from tui.screens.explanation import ExplanationScreen
from tui.screens.result import ResultScreen
from tui.widgets.explaining import Outline


def outline(pilot: Driver) -> Outline:
    assert isinstance(pilot.app.screen, ExplanationScreen)
    return pilot.app.screen.query_one(Outline)


async def test_enter_and_the_question_mark_open_why_on_a_line_of_the_result() -> None:
    async with consulting(example="sakaki") as pilot:
        await press(pilot, "f5", "question_mark", "enter")
        assert outline(pilot).explanation.about == "type"
        assert "(o) 型はA-2" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "down", "enter")
        assert outline(pilot).explanation.about == "phase"
        await press(pilot, "escape", "down", "down", "？", "enter")
        assert outline(pilot).explanation.about == "A-1"


async def test_rows_open_and_close_and_keep_their_place_when_the_language_changes() -> None:
    async with consulting(size=(80, 24), example="sakaki") as pilot:
        await press(pilot, "f5", "enter")
        tree = outline(pilot)
        rows = len(tree.rows)
        await press(pilot, "down")
        step = tree.paths[tree.cursor]
        await press(pilot, "enter")
        closed = len(tree.rows)
        assert (step in tree.unfolded) is (closed > rows)
        await press(pilot, "a")
        assert len(tree.rows) > closed
        unfolded = set(tree.unfolded)
        await press(pilot, "f2")
        assert "Step 1, A or B" in shown(pilot)
        assert tree.unfolded == unfolded
        assert tree.paths[tree.cursor] == step
        await press(pilot, "left")
        assert step not in tree.unfolded
        await press(pilot, "left")
        assert tree.paths[tree.cursor] == ()
        await press(pilot, "right")
        assert tree.paths[tree.cursor] == (0,)


async def test_unfolding_reaches_the_answer_and_the_study() -> None:
    async with consulting(example="sakaki") as pilot:
        await press(pilot, "f5", "down", "down", "enter", "a")
        told = [para.text for row in outline(pilot).rows for para in row.paras]
        answered = "(o) 「主力産業は、何によって育ちましたか」に「域内の企業・技術」 -> 回答：域内の企業・技術"
        assert any(text.startswith(answered) for text in told)
        assert "報告書 2-1-3「産業高度化に至る要因の外部性・内発性」" in told
        assert any(text.endswith("〔判断 2-1-3〕") for text in told)


async def test_why_a_question_is_asked_is_a_key_away_also_from_a_field() -> None:
    async with consulting(example="sakaki") as pilot:
        await jump(pilot, "core_company")
        await press(pilot, "question_mark")
        assert outline(pilot).explanation.about == "core_company"
        assert "関わる先：型の判定" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ConsultationScreen)
        await jump(pilot, "shipments")
        await type_(pilot, "?")
        assert isinstance(pilot.app.screen, ConsultationScreen)
        await press(pilot, "f10")
        assert outline(pilot).explanation.about == "shipments"


async def test_japanese_and_english_fit_a_small_terminal() -> None:
    async with consulting(size=(80, 24), example="kitakami") as pilot:
        await press(pilot, "f5", "enter", "a", "end")
        tree = outline(pilot)
        for _ in range(2):
            assert tree.size.width < 80
            assert max(line.cell_length for _, line in tree.lines(tree.size.width)) <= tree.size.width
            await press(pilot, "f2")
