"""A process that answers without end and says so on stdout; run by the tests of the database, and killed there.

Usage: python writer.py URL CONSULTATION NAME
"""

import sys

from engine.model.answers import Answer
from engine.store.database import Store


def main(url: str, consultation: str, name: str) -> None:
    with Store.open(url) as store:
        for number in range(100_000):
            written = store.answer(consultation, Answer(question="growth", value=float(number), participant=name))
            # One system call: a line is out whole or not at all when the process is killed.
            sys.stdout.write(f"{written.seq} {number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
