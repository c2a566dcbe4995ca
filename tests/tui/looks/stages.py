"""Every screen and dialog, and the keys that lead there: what is looked at."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from engine.model.answers import Cluster, Consultation
from engine.model.problem import Place, Problem
from engine.model.register import ExistingMeasure, Origin, Register, UnreadRow
from engine.model.text import LocalizedText
from tests.tui.app.driving import Driver, jump, opened, press, rest, screen, type_
from tui.palette import Palette
from tui.screens.consultation import ConsultationScreen
from tui.screens.face import Face
from tui.screens.home import HomeScreen
from tui.texts import Lang

EXAMPLE = "kitakami"
NAME = "2026-04"
"""A name in neither language."""
Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((80, 24), (120, 36), (160, 50))
Step = str | Callable[[Driver], Awaitable[None]]
"""A key, or what is done instead where keys lead there only by a detour."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A screen and how to reach it. ``example``: the consultation to begin with; none for the empty list.

    ``foreign``: words in the other language that belong there, such as what the study says verbatim.
    """

    name: str
    screen: str
    steps: tuple[Step, ...] = ()
    example: str | None = EXAMPLE
    foreign: str = ""

    def open(self, lang: Lang, size: Size) -> "AbstractAsyncContextManager[Driver]":
        """The app at this stage."""
        return _opened(self, lang, size)


@asynccontextmanager
async def _opened(stage: Stage, lang: Lang, size: Size) -> AsyncIterator[Driver]:
    async with opened(lang, size) as pilot:
        await reach(pilot, stage)
        yield pilot


async def reach(pilot: Driver, stage: Stage) -> None:
    """From the empty list to the stage."""
    if stage.example:
        session = cast(HomeScreen, pilot.app.screen).session
        assert session is not None
        kept = session.store.import_consultation(unnamed(session.book.examples[stage.example]))
        await pilot.app.push_screen(ConsultationScreen(session.resume(kept)))
        await rest(pilot)
    for step in stage.steps:
        await (press(pilot, step) if isinstance(step, str) else step(pilot))
    assert type(pilot.app.screen).__name__ == stage.screen


def unnamed(consultation: Consultation) -> Consultation:
    """Without what people wrote, which stays as it is whatever the language."""
    answers = {
        question: answer.model_copy(update={"note": "", "source": ""})
        for question, answer in consultation.answers.items()
    }
    return consultation.model_copy(update={"cluster": Cluster(name=NAME), "answers": answers})


def typed(text: str) -> Step:
    """Types into the field that has the focus."""
    return lambda pilot: type_(pilot, text)


def asked(question: str) -> Step:
    """Goes to a question."""
    return lambda pilot: jump(pilot, question)


async def a_problem(pilot: Driver) -> None:
    """Shows a problem as any screen does."""
    told = LocalizedText(ja="試験用の問題が起きました。", en="A problem of a test has come up.")
    remedy = LocalizedText(ja="Esc で閉じてください。", en="Press Esc to close.")
    face = pilot.app.screen
    assert isinstance(face, Face)
    face.tell(Problem(code="test", where=Place(file="x.yaml", line=3), what=told, remedy=remedy))
    await rest(pilot)


async def nothing_left(pilot: Driver) -> None:
    """Shows what is said when nothing is left to ask."""
    screen(pilot)._ask(None)
    await rest(pilot)


async def a_file(pilot: Driver) -> None:
    """Fills a field with the path of an answer file."""
    await type_(pilot, str(Path("knowledge/examples/sakaki.yaml").resolve()))


async def registers(pilot: Driver) -> None:
    """Two registers of the consultation, and one that was removed."""
    store = cast(HomeScreen, pilot.app.screen_stack[1]).session.store  # type: ignore[union-attr]
    (summary,) = store.list()
    for year in (2025, 2026, 2027):
        added = store.registers.add(summary.id, register(year))
    store.registers.remove(added)


def register(year: int) -> Register:
    """Measures named in neither language, some of which serve something."""
    told = LocalizedText(ja="試験用の行です。", en="A row of a test.")
    problem = Problem(code="test", where=Place(file="x.xlsx", line=9), what=told, remedy=told)
    measures = tuple(
        ExistingMeasure(
            id=f"e{n}",
            name=f"{n:03} IoT {year if n > 5 else ''}",
            department="R-2",
            budget=1_234_000,
            start=2020,
            outline="R&D",
            generic=("MS.A-1.hr",) if n == 1 else None,
            origin=Origin(row=n + 4),
        )
        for n in range(1, 9)
    )
    return Register(
        name=f"{year}.xlsx",
        fiscal_year=year,
        measures=measures,
        unread=(UnreadRow(origin=Origin(row=20), text="?", problem=problem),),
    )


async def a_register(pilot: Driver) -> None:
    """Types the path of a register."""
    await type_(pilot, str(Path("tests/tui/looks/register.csv").resolve()))


HOME, LISTED = Stage("empty", "HomeScreen", example=None), Stage("home", "HomeScreen", ("escape",))
ASKING, RESULT = Stage("asking", "ConsultationScreen"), Stage("diagnosis", "ResultScreen", ("f5",))
REGISTERS = Stage("registers", "RegistersScreen", ("f5", registers, "m"))
GAPS = Stage("gaps", "GapsScreen", ("f5", registers, "m", "enter"))
VERBATIM = "[「“][^」”]*[」”]"
"""The words of the study by which a passage is found."""


def after(stage: Stage, name: str, screen: str, *steps: Step, foreign: str = "") -> Stage:
    """A stage that lies behind another."""
    return replace(stage, name=name, screen=screen, steps=(*stage.steps, *steps), foreign=foreign)


STAGES = (
    HOME,
    LISTED,
    after(LISTED, "search", "HomeScreen", "slash", typed("2026")),
    after(LISTED, "confirm", "ConfirmScreen", "d"),
    after(LISTED, "deleted", "DeletedScreen", "d", "down", "enter", "z"),
    after(LISTED, "compare", "CompareScreen", "b", typed("1"), "enter", "escape", "c", "up", "c"),
    after(LISTED, "edit", "EditScreen", "r"),
    after(LISTED, "export", "ExportScreen", "x"),
    after(HOME, "import", "ImportScreen", "i"),
    after(HOME, "new", "NewScreen", "n"),
    after(HOME, "new-refused", "NewScreen", "n", "f5"),
    after(HOME, "examples", "ExamplesScreen", "e"),
    ASKING,
    after(ASKING, "number", "ConsultationScreen", asked("shipments")),
    after(ASKING, "why-asked", "ExplanationScreen", asked("core_company"), "question_mark", foreign=VERBATIM),
    after(ASKING, "reading", "ConsultationScreen", "f4"),
    after(ASKING, "review", "ReviewScreen", "f3"),
    after(ASKING, "ended", "ConsultationScreen", nothing_left),
    RESULT,
    *(after(RESULT, f"tab-{n}", "ResultScreen", str(n)) for n in range(2, 7)),
    after(RESULT, "explanation", "ExplanationScreen", "enter", foreign=VERBATIM),
    after(RESULT, "why", "WhyScreen", "question_mark"),
    after(RESULT, "filter", "FilterScreen", "2", "f"),
    after(RESULT, "scenario", "NamingScreen", "b"),
    after(RESULT, "what-if", "WhatIfScreen", "w"),
    after(RESULT, "what-if-pick", "PickScreen", "w", "a"),
    after(RESULT, "what-if-value", "ValueScreen", "w", "a", "enter"),
    after(RESULT, "report", "ReportScreen", "r"),
    after(RESULT, "problem", "ProblemScreen", a_problem),
    after(RESULT, "help", "HelpScreen", "f1"),
    after(RESULT, "palette", Palette.__name__, "ctrl+p", foreign="[(]日本語[)]|[(]English[)]"),
    Stage("registers-none", "RegistersScreen", ("f5", "m")),
    REGISTERS,
    after(REGISTERS, "registers-removed", "RemovedScreen", "z"),
    after(REGISTERS, "registers-compare", "GapsCompareScreen", "c", "down", "c"),
    after(REGISTERS, "register-file", "RegisterFileScreen", "n"),
    after(REGISTERS, "register-columns", "ColumnsScreen", "n", a_register, "enter", foreign="千円"),
    after(REGISTERS, "register-pick", "GapPickScreen", "n", a_register, "enter", "end", "enter"),
    after(REGISTERS, "register-template", "TemplateScreen", "t"),
    GAPS,
    *(after(GAPS, f"gaps-{n}", "GapsScreen", str(n)) for n in range(2, 8)),
    after(GAPS, "gaps-why", "ExplanationScreen", "2", "enter", foreign=VERBATIM),
    after(GAPS, "gaps-filter", "GapFilterScreen", "2", "f"),
    after(GAPS, "gaps-report", "GapsReportScreen", "r"),
    after(GAPS, "gaps-mapping", "MappingScreen", "m"),
    after(GAPS, "gaps-serves", "ServesScreen", "m", "down", "a"),
    after(ASKING, "glossary", "GlossaryScreen", asked("core_company"), "g", foreign=".*"),
    after(ASKING, "study", "StudyPlaceScreen", asked("core_company"), "l", foreign=VERBATIM),
)
NAMES = tuple(stage.name for stage in STAGES)
