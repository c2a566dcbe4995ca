"""Reports agree with the screen: what the neutral document says of a consultation is what the result shows of it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import pytest

from engine.analysis.whole import analysed
from engine.assess import assess, engine_for
from engine.assess.words import PRIORITY, TIMING
from engine.book import load
from engine.model.text import Lang
from engine.report.blocks import Block, Board, Bullets, Document, Heading, KeyValue, Paragraph, Table
from engine.report.document import document
from engine.report.text import sure
from tests.tui.app.driving import Driver, opened, press, rest, shown, together
from tui.screens.home import HomeScreen
from tui.screens.result import TABS, ResultScreen
from tui.texts import say

# Tall enough for all of a tab to stand on the screen at once, so that nothing hides below its end.
TALL = (80, 900)
CASES = [("kitakami", "ja"), ("sakaki", "en"), ("toyama_pharma", "ja")]


def reported(example: str, lang: Lang) -> Document:
    asked = load().examples[example]
    assessment = assess(load(), asked.answers, asked.as_of)
    return document(load(), asked, assessment, lang, analysed(engine_for(load()), asked.answers, assessment))


@asynccontextmanager
async def looking(example: str, lang: Lang) -> AsyncIterator[Driver]:
    async with opened(lang, TALL) as pilot:
        session = cast(HomeScreen, pilot.app.screen).session
        assert session is not None
        await pilot.app.push_screen(ResultScreen(session.copy(example)))
        await rest(pilot)
        yield pilot


async def tab(pilot: Driver, name: str) -> str:
    await press(pilot, str(TABS.index(name) + 1))
    return together(shown(pilot))


def under(report: Document, heading: str) -> list[Block]:
    """The blocks of a part, without its annexes."""
    found, within = [], False
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 2:
            within = block.text.endswith(heading) and not block.text.startswith(("資料", "Annex"))
        elif within:
            found.append(block)
    assert found, heading
    return found


def plain(text: str) -> str:
    return together(sure(text))


@pytest.mark.parametrize(("example", "lang"), CASES)
async def test_verdict_phases_and_factors(example: str, lang: Lang) -> None:
    report = reported(example, lang)
    async with looking(example, lang) as pilot:
        screen = await tab(pilot, "diagnosis")
    sentence = next(block.line.text for block in report.blocks if isinstance(block, Paragraph))
    assert plain(sentence) in screen
    lines = [line for block in report.blocks[:6] if isinstance(block, KeyValue) for line in block.lines]
    told = next(line.text for line in lines if line.label == ("確定の状況" if lang == "ja" else "Status"))
    possible = told.rpartition("ありうる判定：" if lang == "ja" else "Still possible: ")
    assert bool(possible[1]) is (plain(say(lang, "reading.settled")) not in screen)
    labels = possible[2].split(" / ") if possible[1] else []
    assert plain(("、" if lang == "ja" else ",").join(labels)) in screen
    (board,) = (block for block in report.blocks if isinstance(block, Board))
    for row in board.rows:
        mark = {"here": ">", "open": "?", "none": ""}[row.place]
        assert plain(f"{mark}{row.code} {row.title}") in screen
    tables = under(report, "フェーズの判定" if lang == "ja" else "Verdict on the phase")
    rows = [row for block in tables if isinstance(block, Table) for row in block.rows]
    assert rows
    for name, key_factor, status_, _ in rows:
        number, _, title = name.partition(" ")
        phase = f"フェーズ{number}" if lang == "ja" else f"Phase {number}"
        known = status_.partition("（")[0].partition(" (short")[0]
        assert plain(f"{phase} {title} [{known}]{key_factor}") in screen


@pytest.mark.parametrize(("example", "lang"), CASES)
async def test_measures_with_order_timing_and_status(example: str, lang: Lang) -> None:
    report = reported(example, lang)
    async with looking(example, lang) as pilot:
        screen = await tab(pilot, "measures")
    told: list[tuple[str, ...]] = []
    order = ""
    for block in under(report, "推奨施策" if lang == "ja" else "Recommended measures"):
        if isinstance(block, Heading):
            order = block.text
        elif isinstance(block, Table):
            told += [(order, *row) for row in block.rows]
    names = [f"{name.get(lang)}" if lang == "ja" else name.get(lang).capitalize() for name in TIMING.values()]
    heads = [re.escape(together(f"{name}{say(lang, 'filter.measures', n=0)}")).replace("0", r"\d+") for name in names]
    places = [match.start() for head in heads if (match := re.search(head, screen))]
    parts = [screen[a:b] for a, b in zip(places, [*places[1:], len(screen)], strict=True)]
    seen = 0
    for priority, title, phase, timing, standing, *_ in told:
        (part,) = (one for one in parts if one.startswith(together(timing if lang == "ja" else timing.capitalize())))
        mark = priority if lang == "ja" else priority.lower()
        assert mark in {name.get(lang) for name in PRIORITY.values()}
        phases = phase.replace("、", ",").replace("Phase", "phase")
        pattern = re.escape(plain(f"[{mark}] {title}{phases}")) + ".{1,20}?" + re.escape(plain(standing))
        assert re.search(pattern, part, re.IGNORECASE), (priority, title)
        seen += 1
    assert seen == len(re.findall("|".join(re.escape(f"[{p.get(lang)}]") for p in PRIORITY.values()), screen))


@pytest.mark.parametrize(("example", "lang"), CASES)
async def test_directions_and_requirements(example: str, lang: Lang) -> None:
    report = reported(example, lang)
    heading = "国の政策方向性（仮説）" if lang == "ja" else "directions of the state (hypotheses)"
    async with looking(example, lang) as pilot:
        screen = await tab(pilot, "directions")
        places = await tab(pilot, "renewal")
    title, compared = "", 0
    for block in under(report, heading):
        if isinstance(block, Heading):
            title = re.sub(r"(（仮説）| \(hypothesis\))$", "", block.text).replace(".", "", 1)
        elif isinstance(block, Paragraph) and title:
            assert plain(f"{title}[{block.line.text}]") in screen
            title, compared = "", compared + 1
    assert compared == 5
    if any(isinstance(b, Heading) and b.text.endswith(("立地要件", "Requirements of location")) for b in report.blocks):
        (told,) = (b for b in under(report, "立地要件" if lang == "ja" else "location") if isinstance(b, Bullets))
        for line in told.lines:
            met, not_met = re.findall(r"\d+", line.text)[:2]
            words = f"充足{met}未充足{not_met}" if lang == "ja" else f"met{met},notmet{not_met}"
            assert words in places


@pytest.mark.parametrize(("example", "lang"), CASES)
async def test_shares_of_cases_and_the_points_that_matter(example: str, lang: Lang) -> None:
    report = reported(example, lang)
    async with looking(example, lang) as pilot:
        screen = await tab(pilot, "open_points")
    part = under(report, "判定の確かさと、変わる条件" if lang == "ja" else "what would change it")
    shares = [row for block in part if isinstance(block, Table) for row in block.rows]
    assert shares
    for label, share in shares:
        assert plain(f"{share} {label}") in screen
    matters = next(block for block in part if isinstance(block, Bullets))
    assert matters.lines
    for line in matters.lines:
        assert plain(line.text) in screen
        assert all(plain(below.text) in screen for below in line.below)
