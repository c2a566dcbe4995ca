"""README.md shows the program as it is: its commands and what it prints."""

import re

import pytest

from engine.book.loading import load
from engine.store.answer_file import read_data
from tests.docs.readme import README, Block, blocks, place, printed

TEXT = README.read_text("utf-8")
JA, EN = TEXT.split('<a id="english"></a>')


def commands() -> list[str]:
    """The names of all commands, as the program's own help lists them."""
    help_ = "\n".join(printed("--help --lang en"))
    return re.findall(r"^  (\w+)  ", help_.split("Commands:", 1)[1], re.MULTILINE)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_command_is_told_of(language: str) -> None:
    part = {"ja": JA, "en": EN}[language]
    told = set(re.findall(r"^\| `shuseki (\w+)", part, re.MULTILINE))
    assert told == set(commands())


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.command.replace(" ", "_"))
def test_output_is_what_the_program_prints_today(block: Block) -> None:
    lines, at = printed(block.command), 0
    assert block.excerpts, "a block of output is empty"
    for excerpt in block.excerpts:
        found = place(excerpt, lines, at)
        shown = "\n".join(excerpt)
        assert found is not None, (
            f"not printed (any more, or in this order):\n{shown}\nRun: python -m tests.docs.readme"
        )
        at = found + len(excerpt)


def test_both_languages_show_output() -> None:
    japanese, english = ([b.command[:-2] for b in blocks() if b.command.endswith(lang)] for lang in ("ja", "en"))
    assert japanese == english != []


@pytest.mark.parametrize("target", ["make run", "make test", "make check", "make bench", "make bundle"])
def test_the_commands_to_begin_with_are_told_in_both_languages(target: str) -> None:
    assert target in JA
    assert target in EN


def test_it_opens_with_a_sentence_a_picture_and_two_commands() -> None:
    title, sentence, picture, commands_, *_ = (part for part in TEXT.split("\n\n"))
    assert title.startswith("# Shuseki")
    assert sentence.count("。") == 1
    assert picture.startswith("![")
    assert re.findall(r"^make \w+", commands_, re.MULTILINE) == ["make run", "make test"]


def test_the_answer_file_shown_can_be_read() -> None:
    (shown,) = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    consultation, warnings = read_data(shown.encode(), load(cache=None))
    assert not warnings
    assert len(consultation.answers) == 4
    assert not consultation.answers["core_company"].known


@pytest.mark.parametrize("conclusion", sorted(set(re.findall(r"`(type|(?:A-1|PH|MS|NPD)\b[\w.-]*)`", TEXT))))
def test_the_conclusions_named_can_be_explained(conclusion: str) -> None:
    assert printed(f"explain --example kitakami --lang en {conclusion}")
