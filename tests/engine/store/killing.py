"""Kills a consultation at random moments, and looks each time at what is left; run by the tests as its own process.

Usage: python killing.py FOLDER SEED ROUNDS wal|delete

In each round a child opens the store and goes through a course of answers, clearings, undos and redos, and of
confirmations that are taken back and brought back, saying after every call that returned that it did. It is killed at a
moment that ``SEED`` decides. Then the store must open, and hold what was acknowledged, or that and the one change that
was under way. Now and then a round begins with no database, or with one of an earlier version that is to be brought up
to date. Prints what it did as JSON; ends with 1 at the first loss.
"""

import gc
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from engine.model.answers import UNKNOWN, Answer, Cluster, Consultation
from engine.model.register import Confirmation
from engine.store import sqlite_file
from engine.store.database import Store
from tests.engine.store.old_versions import VERSION_2, VERSION_3, make

AS_OF = date(2026, 4, 1)
QUESTIONS = [f"q{number}" for number in range(6)]
LENGTH = 60
WHAT = {"answer": 8, "clear": 2, "undo": 3, "redo": 2, "rename": 1, "redate": 1, "confirm": 4, "unsay": 2, "resay": 1}
Call = tuple[str, Any]
Words = frozenset[Confirmation]
T = TypeVar("T")


def course(seed: str) -> list[Call]:
    """What one child does."""
    random = Random(seed)
    calls: list[Call] = []
    for number in range(LENGTH):
        what = random.choices(list(WHAT), list(WHAT.values()))[0]
        question = random.choice(QUESTIONS)
        note = "長い覚え書き" * random.choice((0, 0, 1, 900))
        given = {
            "answer": Answer(question=question, value=random.choice((True, float(number), UNKNOWN)), note=note),
            "clear": question,
            # A name of its own in every round: what was said in another one is not about this cluster.
            "rename": Cluster(name=f"{seed} 集積{number}"),
            "redate": date(2026, 1, 1 + number % 28),
            "confirm": Confirmation(name=question, types=("B",), fiscal_year=2000 + number),
        }
        calls.append((what, given.get(what)))
    return calls


def states(seed: str, calls: list[Call]) -> Iterator[tuple[Consultation, Words]]:
    """What must stand after each call, beginning with none: by a list of states, not by events."""
    start = Consultation(cluster=Cluster(name=seed), as_of=AS_OF)
    answered = _course(start, calls, ("undo", "redo"), _answered)
    said = _course(frozenset(), calls, ("unsay", "resay"), _said)
    return zip(answered, said, strict=True)


def _course(start: T, calls: list[Call], moves: tuple[str, str], change: Callable[[T, str, Any], T]) -> Iterator[T]:
    known, at = [start], 0
    yield start
    for what, given in calls:
        if what in moves:
            at = max(0, at - 1) if what == moves[0] else min(len(known) - 1, at + 1)
        else:
            after = change(known[at], what, given)
            if after != known[at]:
                known, at = [*known[: at + 1], after], at + 1
        yield known[at]


def _said(now: Words, what: str, given: Any) -> Words:
    if what != "confirm":
        return now
    return frozenset({given, *(word for word in now if word.name != given.name)})


def _answered(now: Consultation, what: str, given: Any) -> Consultation:
    return now if what in ("confirm", "unsay", "resay") else now.model_copy(update=_change(now, what, given))


def _change(now: Consultation, what: str, given: Any) -> dict[str, Any]:
    match what:
        case "answer":
            return {"answers": {**now.answers, given.question: given}}
        case "clear":
            return {"answers": {question: answer for question, answer in now.answers.items() if question != given}}
    return {"cluster" if what == "rename" else "as_of": given}


def child(url: str, seed: str, told: int) -> None:
    """Goes through the course, and then waits to be killed."""
    with Store.open(url) as store:
        id = store.create(Cluster(name=seed), AS_OF)
        calls = {
            "confirm": store.registers.confirm,
            "unsay": store.registers.undo_confirmation,
            "resay": store.registers.redo_confirmation,
        }
        os.write(told, f"{id}\n".encode())
        for what, given in course(seed):
            call: Callable[..., object] = calls.get(what) or getattr(store, what)
            call(*((id,) if given is None else (id, given)))
            os.write(told, b".\n")
        signal.pause()


def killed(url: str, seed: str, random: Random) -> list[str]:
    """What a child said before it was killed."""
    heard, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(heard)
        try:
            child(url, seed, told)
        finally:
            os._exit(3)
    os.close(told)
    with os.fdopen(heard, "rb") as pipe:
        # After so many calls, however fast the machine is just now, and then at any moment of what it does next.
        first = [pipe.readline() for _ in range(random.choice((0, 0, 1, 2, 3, 5, 8, 12)))]
        time.sleep(random.uniform(0, 0.012 if first else 0.03))
        os.kill(pid, signal.SIGKILL)
        output = b"".join(first) + pipe.read()
    status = os.waitpid(pid, 0)[1]
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"the child of {seed} ended by itself with {status}")
    # A line is one system call, out whole or not at all.
    return output.decode().splitlines()


def main(folder: str, seed: str, rounds: str, journal: str) -> None:
    sqlite_file.on_network_share = lambda path: journal == "delete"
    gc.freeze()
    random = Random(seed)
    path = Path(folder, "store.db")
    done = {"rounds": 0, "acknowledged": 0, "under_way_kept": 0, "killed_in_opening": 0}
    known: set[str] = set()
    for number in range(int(rounds)):
        if number % 20 in (0, 10):
            path, known = Path(folder, f"store{number}.db"), set()
        if number % 20 == 10:
            make(path, random.choice((VERSION_2, VERSION_3)), journal=journal)
            known = {"old", "branch"}
        name = f"{seed}/{number}"
        said = killed(f"sqlite:///{path}", name, random)
        _judge(path, name, said, known, done)
    print(json.dumps(done))


def _judge(path: Path, name: str, said: list[str], known: set[str], done: dict[str, int]) -> None:
    """Whether what was acknowledged is there, and at most one call more."""
    with Store.open(f"sqlite:///{path}") as store:
        there = {summary.id: summary for summary in store.list()}
        new = there.keys() - known
        assert known <= there.keys(), f"{name}: a consultation is gone"
        assert len(new) <= 1, f"{name}: {len(new)} consultations"
        assert not said or new == {said[0]}, f"{name}: {said[0]} is not there"
        expected = list(states(name, course(name)))
        for id in new:
            made = max(len(said) - 1, 0)
            stands = store.load(id), frozenset(store.registers.confirmations(id))
            assert stands in expected[made : made + 2], f"{name}: after {made} calls there stands {stands}"
            summary = there[id]
            assert summary.answered + summary.dont_know == len(stands[0].answers), f"{name}: the list disagrees"
            seqs = [event.seq for event in store.events(id)]
            assert all(one < other for one, other in pairwise(seqs)), f"{name}: out of order"
            if stands != expected[made]:
                done["under_way_kept"] += 1
            # It goes on from there.
            store.answer(id, Answer(question="q0", value=True))
            assert store.load(id).answers["q0"].value is True, f"{name}: it does not go on"
            store.registers.confirm(id, word := Confirmation(name="一", types=("A-1",)))
            assert word in store.registers.confirmations(id), f"{name}: it does not go on"
        known |= new
    done["rounds"] += 1
    done["acknowledged"] += len(said)
    done["killed_in_opening"] += not said


if __name__ == "__main__":
    main(*sys.argv[1:])
