"""Prints what `make bench` prints. ``--repeat`` sets how often an evaluation is timed, ``--processes`` a process."""

import argparse
import os
import platform
import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from engine.assess import assess
from engine.assess.engine import Engine, durable_available
from engine.book.loading import load
from engine.inference.network import Network
from engine.inference.possible import Completions
from engine.inference.trace import Support
from engine.model.answers import Answer, Value
from engine.model.book import Book
from tests.bench import asking, face, gaps, mapping, processes, reasoning
from tests.bench.answer_sets import FULL, answer_sets
from tests.bench.firing import Durable, Firing, Own, numbered
from tests.bench.peers import PEERS
from tests.bench.timing import Timing, against, heading, pooled, table, take_turns

Sets = dict[str, dict[str, Value]]
_DAY = date(2026, 4, 1)


def main() -> int:
    """Measure everything; 1 if two engines disagree about which rules fire, or a batch fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--repeat", type=int, default=30, help="runs of each evaluation (default 30)")
    parser.add_argument("--processes", type=int, default=10, help="runs of each process (default 10)")
    parser.add_argument("--answers", type=int, default=60, help="answers given to the face (default 60)")
    parser.add_argument("--consultations", type=int, default=2_000, help="gap checks in a batch (default 2,000)")
    wanted = parser.parse_args()
    with TemporaryDirectory() as folder:
        cache = Path(folder)
        book = load(cache=cache)
        sets = answer_sets(book)
        introduce(book)
        full_evaluation(book, sets, wanted.repeat)
        agreed = firing_alone(book, sets, wanted.repeat)
        the_rest(book, sets, wanted.repeat, cache)
        engine = Engine(book)
        reasoning.show(engine, wanted.repeat)
        asking.show(engine)
        mapping.show(book, min(wanted.repeat, 10))
        processes.show(wanted.processes, cache)
        face.show(wanted.processes, wanted.answers, cache)
        whole = gaps.show(book, wanted.consultations, cache)
    return 0 if agreed and whole else 1


def introduce(book: Book) -> None:
    """What was measured, and on what."""
    network = Network(book)
    branches = sum(len(d.branches) for d in network.derivations)
    print(f"Book {book.version}: {len(book.questions)} questions, {len(book.rules)} rules; with the refutations")
    print(
        f"{len(network.derivations)} derivations in {branches} alternatives. Python {platform.python_version()}, ",
        end="",
    )
    print(", ".join(f"{name} {_version(name)}" for name in ("durable-rules", "clipspy", "zen-engine")))
    if hasattr(os, "getloadavg"):
        print(f"Load of the machine before it began: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
    print(
        "Times are in milliseconds, median / 95th percentile. Engines take turns, so that a slow spell hits all alike."
    )


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "not installed"


def full_evaluation(book: Book, sets: Sets, repeat: int) -> None:
    """Answers to findings, verdicts and the whole trace, by both evaluators."""
    heading(
        "One full evaluation with trace", "From the answers to findings, verdicts on type and phase, and every firing."
    )
    engines = {"own evaluator": Engine(book, use_durable=False)}
    if durable_available():
        engines = {"durable_rules": Engine(book), **engines}
    else:
        print("durable_rules is not installed: the product's own evaluator answers.")
    rows, all_runs = [], []
    for name, known in sets.items():
        jobs = {label: _evaluation(engine, known) for label, engine in engines.items()}
        timings = take_turns(jobs, repeat)
        all_runs.append(timings)
        firings = len(next(iter(engines.values())).evaluate(known).trace)
        rows.append([name, str(len(known)), str(firings), *map(str, timings.values())])
    rows += _summary(all_runs, 2)
    table(["", "answers", "firings", *engines], rows)


def _evaluation(engine: Engine, known: dict[str, Value]) -> Callable[[], object]:
    return lambda: engine.evaluate(known).trace


def _summary(all_runs: list[dict[str, Timing]], blank: int) -> list[list[str]]:
    together = {name: pooled(timings[name] for timings in all_runs) for name in all_runs[0]}
    first = next(iter(together))
    ratios = [f"{t.median / together[first].median:.2f}" for t in together.values()]
    empty = [""] * blank
    return [["all together", *empty, *map(str, together.values())], [f"x {first}", *empty, *ratios]]


def firing_alone(book: Book, sets: Sets, repeat: int) -> bool:
    """The same facts and rules in every engine; whether all found the same."""
    heading(
        "The firing of rules alone, beside peers",
        "All facts are given, findings and verdicts too; an engine says which alternatives of which rules hold.",
        "The peers do this and no more: no findings, no verdicts, no trace in words.",
    )
    reference = Engine(book)
    engines, ready = _engines(reference)
    print(
        "Taking in the rules, already rewritten as alternatives (the own evaluator walks the conditions as they are):"
    )
    against(ready, next(iter(ready)))
    print("\nFiring:")
    rows, all_runs, agreed = [], [], True
    for name, known in sets.items():
        facts = reference.evaluate(known).facts
        facts = {key: value for key, value in facts.items() if key in reference.network.tested}
        prepared = [(engine, engine.prepare(facts)) for engine in engines]
        found = [engine.fire(given) for engine, given in prepared]
        agreed &= _same(name, engines, found)
        timings = take_turns({e.name: _firing(e, given) for e, given in prepared}, repeat)
        all_runs.append(timings)
        rows.append([name, str(len(facts)), str(len(found[0])), *map(str, timings.values())])
    table(["", "facts", "fired", *(e.name for e in engines)], [*rows, *_summary(all_runs, 2)])
    print(
        f"\nThe fired rules are {'the same in every engine' if agreed else 'NOT THE SAME'}, for all {len(sets)} sets."
    )
    return agreed


def _engines(reference: Engine) -> tuple[list[Firing], dict[str, Timing]]:
    """Those that can be had, and how long each takes to take in the rules."""
    alternatives = numbered(reference.network)
    makers: list[Callable[[], Firing]] = [
        lambda: Durable(reference.network),
        lambda: Own(reference.network),
        *((lambda peer=peer: peer(alternatives)) for peer in PEERS),
    ]
    engines: list[Firing] = []
    ready: dict[str, Timing] = {}
    for make in makers:
        try:
            engine = make()
        except ImportError as error:
            print(f"Left out: {error}. (make bench installs requirements/bench.txt)")
            continue
        engines.append(engine)
        ready |= take_turns({engine.name: make}, 3)
    return engines, ready


def _firing(engine: Firing, given: object) -> Callable[[], object]:
    return lambda: engine.fire(given)


def _same(name: str, engines: list[Firing], found: list[set[Support]]) -> bool:
    different = [e.name for e, each in zip(engines, found, strict=True) if each != found[0]]
    for engine in different:
        print(f"{name}: {engine} fires other rules than {engines[0].name}")
    return not different


def the_rest(book: Book, sets: Sets, repeat: int, cache: Path) -> None:
    """Loading, possible verdicts, and whole assessments."""
    heading(
        "Loading the book",
        "Checked: all YAML read and verified. Kept: the verified book as JSON, files compared by digest.",
    )
    jobs: dict[str, Callable[[], object]] = {"kept": lambda: load(cache=cache), "checked": lambda: load(cache=None)}
    against(take_turns(jobs, min(repeat, 5)), "kept")
    heading(
        "What is possible, and the whole assessment",
        "For the example kitakami, for no answer at all, and fully answered.",
    )
    engine = Engine(book)
    jobs = {}
    for label, known in {"kitakami": sets["kitakami"], "(no answer)": {}, FULL: sets[FULL]}.items():
        answers = {q: Answer(question=q, value=v) for q, v in known.items()}
        jobs[f"evaluation {label}"] = _evaluation(engine, known)
        jobs[f"possible {label}"] = lambda known=known: _possible(engine, known)
        jobs[f"assess() {label}"] = lambda answers=answers: assess(book, answers, _DAY, engine=engine)
    against(take_turns(jobs, repeat), "evaluation kitakami")


def _possible(engine: Engine, known: dict[str, Value]) -> object:
    completions = Completions(engine.reading, known)
    return completions.labels(), completions.settling(), [completions.statuses(p) for p in engine.book.phases]


if __name__ == "__main__":
    sys.exit(main())
