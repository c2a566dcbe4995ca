"""The face as a person has it, in a terminal: how long until the first question, until a key is answered, how big."""

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.book.loading import load
from engine.model.answers import Consultation
from engine.model.book import Book
from engine.store.database import Store
from tests.bench.bare import PAINTED
from tests.bench.timing import Timing, heading, table
from tui.course import Course

if sys.platform != "win32":
    from tests.bench.terminal import GoneError, Terminal

ROOT = Path(__file__).resolve().parents[2]
FACTOR, ALLOWANCE = 1.3, 0.2
"""How much longer than the bare application the first question may take: this factor, and these seconds."""
KEY_TARGET, MEMORY_TARGET = 0.05, 150
"""Seconds at the 95th percentile from a key to all that follows from it; MB at most."""
READING = 1.5
"""Seconds a person at least looks at a question before answering it."""
ENTER, DONT_KNOW, RESULT, FULL_MODE = "\r", "\x1b[19~", "\x1b[15~", "\x1b[24~"
_SHUSEKI = str(Path(sys.executable).with_name("shuseki"))


def show(starts: int, answers: int, cache: Path) -> None:
    """Print the figures beside what they should be. ``starts``, ``answers``: how often each is measured."""
    heading(
        "The face",
        "In a pseudo-terminal of 120 x 36, the book kept, some consultations stored; a line a target.",
        f"First question: {starts} starts, each program in turn; Enter on the last consultation once the list stands.",
        f"Key to repainted: {answers} answers, from the key to the last paint with verdict and reading up to date.",
    )
    if sys.platform == "win32":
        print("Left out: Windows has no pseudo-terminals of this kind.")
        return
    book = load(cache=cache)
    with _home(book, cache) as environment:
        rows = list(_start(book, environment, starts))
    for name, pause, target in (("key to repainted", READING, KEY_TARGET), ("the same, in haste", 0.0, None)):
        with _home(book, cache) as environment:
            rows += _session(environment, answers, name, pause, target)
    table(["", "runs", "median / p95 ms", "target", ""], rows)


@contextmanager
def _home(book: Book, cache: Path) -> Iterator[dict[str, str]]:
    """The environment of a person who has worked with it before."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/shuseki.db"
        with Store.open(url) as store:
            for example in islice(book.examples.values(), 5):
                store.import_consultation(example)
            store.import_consultation(_begun(book))
        yield {
            **{name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")},
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            "SHUSEKI_DATABASE_URL": url,
            "SHUSEKI_CONFIG_DIR": folder,
            "SHUSEKI_CACHE_DIR": str(cache),
        }


def _begun(book: Book) -> Consultation:
    """An interview with its first answers given."""
    example = book.examples["kitakami"]
    first = {q.id: example.answers[q.id] for q in book.ordered_questions if q.id in example.answers}
    return example.model_copy(update={"answers": dict(islice(first.items(), 8)), "as_of": date(2026, 4, 1)})


def _start(book: Book, environment: dict[str, str], starts: int) -> Iterator[list[str]]:
    question = Course(book).next(_begun(book).answers).question
    assert question is not None
    words = book.questions[question].text.ja[:8]
    jobs: dict[str, Callable[[], tuple[float, ...]]] = {
        "a bare Textual application": lambda: _bare(environment),
        "first question": lambda: _first_question(book.examples["kitakami"].cluster.name[:6], words, environment),
    }
    runs: dict[str, list[tuple[float, ...]]] = {name: [] for name in jobs}
    for number in range(starts + 1):
        for name, job in jobs.items():
            if taken := job():
                runs[name] += [taken] if number else []  # the first is thrown away
    bare, whole = (_timing(runs[name], -1) for name in jobs)
    yield ["a bare Textual application", str(starts), str(bare), "", ""]
    yield ["the list of consultations", str(starts), str(_timing(runs["first question"], 0)), "", ""]
    target = bare.median * FACTOR + ALLOWANCE
    yield ["first question", str(starts), str(whole), *_verdict(whole.median * 1000, target * 1000, "ms median")]


def _timing(runs: list[tuple[float, ...]], part: int) -> Timing:
    return Timing(tuple(sorted(run[part] for run in runs)))


def _bare(environment: dict[str, str]) -> tuple[float, ...]:
    with Terminal(lambda _: [sys.executable, "-m", "tests.bench.bare"], environment) as terminal:
        return (terminal.until_painted(PAINTED) - terminal.started,)


def _first_question(listed: str, asked: str, environment: dict[str, str]) -> tuple[float, ...]:
    """Seconds from the start to the list, and to the question."""
    with Terminal(lambda _: [_SHUSEKI, "--lang", "ja"], environment) as terminal:
        home = terminal.until_painted(listed) - terminal.started
        terminal.press(ENTER)
        return home, terminal.until_painted(asked) - terminal.started


def _session(
    environment: dict[str, str], answers: int, name: str, pause: float, target: float | None
) -> Iterator[list[str]]:
    """An interview and its result, with ``pause`` seconds of reading before each answer; how big the program became."""
    with Terminal(lambda told: [sys.executable, "-m", "tests.bench.watched", str(told)], environment) as terminal:
        timing = _answered(terminal, answers, pause)
        terminal.press(RESULT)
        terminal.until(lambda: terminal.heard[-1]["screen"] == "ResultScreen")
        terminal.until_quiet()
        size = terminal.peak_memory()
    verdict = _verdict(timing.p95 * 1000, target * 1000, "ms p95") if target else ["", ""]
    yield [name, str(len(timing.runs)), str(timing), *verdict]
    if size is not None and target:
        yield ["peak memory, result included", "1", f"{size:.0f} MB", *_verdict(size, MEMORY_TARGET, "MB")]


def _verdict(found: float, target: float, unit: str) -> list[str]:
    return [f"{target:.0f} {unit}", "met" if found <= target else "NOT MET"]


def _answered(terminal: Terminal, answers: int, pause: float) -> Timing:
    """Answers so many questions of the full interview; how long each key took to be followed by its last paint."""
    heard = terminal.heard
    chooser = random.Random(1)
    terminal.until(lambda: bool(heard) and heard[-1].get("listed", 0) > 0)
    terminal.until_quiet()
    _press_until(terminal, ENTER, lambda: heard[-1]["screen"] == "ConsultationScreen")
    _press_until(terminal, FULL_MODE, lambda: bool(heard[-1]["question"]))
    runs = []
    while len(runs) < answers and heard[-1]["question"]:
        _rest(terminal, pause)
        before = heard[-1]["answered"]
        pressed = terminal.press(_last_key(terminal, chooser))
        try:
            terminal.until(lambda: heard[-1]["answered"] > before and heard[-1]["current"], 3)  # noqa: B023
        except GoneError:
            terminal.press(DONT_KNOW)  # a number that was refused, say: not measured
            terminal.until(lambda: heard[-1]["answered"] > before, 3)  # noqa: B023
        else:
            runs.append(terminal.until_quiet() - pressed)
        terminal.until_quiet()
    return Timing(tuple(sorted(runs)))


def _rest(terminal: Terminal, seconds: float) -> None:
    """Lets time pass, as a person does who reads."""
    end = time.perf_counter() + seconds
    terminal.until(lambda: time.perf_counter() >= end)


def _press_until(terminal: Terminal, key: str, reached: Callable[[], bool]) -> None:
    terminal.press(key)
    terminal.until(reached)
    terminal.until_quiet()


def _last_key(terminal: Terminal, chooser: random.Random) -> str:
    """Begins the answer to the question shown, and tells the key that gives it."""
    asked = terminal.heard[-1]
    if chooser.random() < 0.2:
        return DONT_KNOW
    match asked["kind"]:
        case "yes_no":
            return chooser.choice("12")
        case "choice":
            return str(chooser.randint(1, min(asked["options"], 9)))
        case "several":
            terminal.press("1")
        case "number":
            terminal.press("3")
    terminal.until_quiet()
    _rest(terminal, 0.3)
    return ENTER
