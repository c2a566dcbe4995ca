"""How long the reasoning beyond one assessment takes: live after an answer, over a million scenarios, what-if."""

import random
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from engine.analysis.counterfactual import counterfactuals
from engine.analysis.explanation import explain
from engine.analysis.next_question import Guide
from engine.analysis.outlook import Outlook
from engine.analysis.robustness import robustness
from engine.assess import assess
from engine.assess.engine import Engine
from engine.inference.judged import Judged
from engine.inference.scenarios import LIVE, MANY, Given
from engine.model.answers import Answer
from tests.bench.timing import Timing, against, heading, pooled, table, take_turns

Answers = dict[str, Answer]
_OPEN = 30
_DAY = date(2026, 4, 1)
_HEAD = ["", "runs", "median / p95 ms", "slowest"]


def show(engine: Engine, repeat: int) -> None:
    """Print all three."""
    live(engine, repeat)
    at_scale(engine, min(repeat, 5))
    others(engine, min(repeat, 5))


def live(engine: Engine, repeat: int) -> None:
    """From an answer to the next question, the robustness figure and the assessment anew."""
    heading(
        "After one answer",
        f"{_OPEN} of the questions about type, phase and measures are open, drawn for each of the study's examples;",
        f"the others have the example's answer or a random one. {LIVE:,} scenarios, or all where there are fewer.",
    )
    sets = {name: _but_thirty(engine, dict(e.answers), name) for name, e in engine.book.examples.items()}
    jobs: dict[str, Callable[[Answers], object]] = {
        "next question": lambda answers: Guide(engine, answers).next("quick", "anchor"),
        "robustness": lambda answers: _robustness(engine, answers),
        "assessment, robustness, next": lambda answers: _all(engine, answers),
    }
    runs = max(1, repeat // 10)
    table(_HEAD, [_row(label, _over(job, sets, runs)) for label, job in jobs.items()])


def _over(job: Callable[[Answers], object], sets: Mapping[str, Answers], repeat: int) -> Timing:
    """A job timed on each set of answers, all runs together."""
    return pooled(take_turns({name: partial(job, answers)}, repeat)[name] for name, answers in sets.items())


def _but_thirty(engine: Engine, answers: Answers, seed: str) -> Answers:
    """All questions answered, by the example where it does and else at random, but for thirty."""
    source = random.Random(seed)
    read = list(engine.told_about["measures"])
    open_ = set(source.sample(read, _OPEN))
    found = {q: a for q, a in answers.items() if q not in open_ and a.known}
    for question in read:
        if question not in open_ and question not in found:
            asked = engine.book.questions[question]
            value = {"yes_no": source.random() < 0.5, "several": (), "number": 0.0}.get(asked.kind)
            found[question] = Answer(question=question, value=asked.options[0].id if value is None else value)
    return found


def _robustness(engine: Engine, answers: Answers) -> object:
    return robustness(engine, answers, assess(engine.book, answers, _DAY, engine=engine))


def _all(engine: Engine, answers: Answers) -> object:
    assessment, outlook = assess(engine.book, answers, _DAY, engine=engine), Outlook(engine, answers)
    return robustness(engine, answers, assessment, outlook=outlook), Guide(engine, answers, outlook).next("quick")


def at_scale(engine: Engine, repeat: int) -> None:
    """The whole rule book over a million scenarios of no answer at all."""
    heading(
        f"The whole rule book over {MANY:,} scenarios",
        "Every question open. Judged: findings, evidence, type, factors, phases and every other rule, in each.",
    )
    lanes = engine.scenery.scenarios(Given({}, {}), MANY).lanes
    jobs: dict[str, Callable[[], object]] = {
        "draw": lambda: engine.scenery.scenarios(Given({}, {}), MANY),
        "judge": lambda: judged(engine, lanes),
    }
    against(take_turns(jobs, repeat), "judge")
    print(f"Peak memory of a process that does both: {peak_memory()} MB.")


def judged(engine: Engine, lanes: object) -> Judged:
    """Everything the rules conclude in these lanes."""
    found = Judged(engine.reading.evaluator, lanes)  # type: ignore[arg-type]
    for rule in engine.book.rules:
        found.rule(rule.id)
    return found


def peak_memory() -> int:
    """Of a fresh process that draws and judges a million scenarios, in MB."""
    done = subprocess.run([sys.executable, "-m", "tests.bench.reasoning"], capture_output=True, text=True, check=True)
    return int(done.stdout)


def others(engine: Engine, repeat: int) -> None:
    """What would change it, and the explanation of the type, over the examples."""
    heading(
        "What if, and why",
        "Counterfactuals of type and phase (all sets of up to 3 changes), explanation of the type; every example.",
    )
    sets = {name: dict(example.answers) for name, example in engine.book.examples.items()}
    what_if = _over(lambda answers: counterfactuals(engine, answers), sets, repeat)
    why = _over(lambda answers: explain(engine, answers, _DAY, "type"), sets, repeat)
    table(_HEAD, [_row("what if", what_if), _row("explanation", why)])


def _row(label: str, timing: Timing) -> list[str]:
    return [label, str(len(timing.runs)), str(timing), f"{timing.runs[-1] * 1000:.2f}"]


def _memory_of_a_million() -> None:
    from engine.book.loading import load

    engine = Engine(load(), use_durable=False)
    judged(engine, engine.scenery.scenarios(Given({}, {}), MANY).lanes)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    _memory_of_a_million()
