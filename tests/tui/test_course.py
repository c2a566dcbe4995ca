"""The course of a sitting: nothing is asked twice, everything put off comes back, and asking always ends."""

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import load
from engine.interview.order import state_of
from engine.model.answers import UNKNOWN, Answer, AnswerState
from tui.course import Course

BOOK = load()
EXAMPLES = sorted(BOOK.examples)


def followed(course: Course, example: str, deeds: list[str]) -> list[str]:
    """The questions proposed while answering from an example's file; ``deeds`` says what is done with each."""
    told, answers, asked, section = BOOK.examples[example].answers, dict[str, Answer](), list[str](), None
    while question := course.next(answers, section).question:
        assert state_of(BOOK, question, answers) is AnswerState.NOT_ASKED
        section = BOOK.questions[question].section
        asked.append(question)
        deed = deeds[len(asked) - 1] if len(asked) <= len(deeds) else "answer"
        if deed == "later":
            course.put_off(question)
            continue
        known = deed == "answer" and question in told
        answers = {**answers, question: told[question] if known else Answer(question=question, value=UNKNOWN)}
    return asked


@settings(max_examples=8)
@given(st.sampled_from(EXAMPLES), st.lists(st.sampled_from(["answer", "unknown", "later"]), max_size=12), st.booleans())
def test_it_ends_and_asks_nothing_that_was_answered_or_does_not_apply(example, deeds, full):
    course = Course(BOOK)
    if full:
        course.turn()
    asked = followed(course, example, deeds)
    assert len(asked) <= len(BOOK.questions) + deeds.count("later")


def test_what_was_put_off_comes_back_when_nothing_else_is_left():
    course = Course(BOOK)
    asked = followed(course, "sakaki", ["later"])
    assert asked[0] in asked[1:]
    assert asked.index(asked[0], 1) == len(asked) - 1


def test_of_two_left_the_one_put_off_first_comes_first():
    course = Course(BOOK)
    unknown = {
        q: Answer(question=q, value=UNKNOWN) for q in BOOK.questions if q not in ("growth_origin", "core_company")
    }
    first = course.next(unknown).question
    assert first is not None
    course.put_off(first)
    second = course.next(unknown).question
    assert second not in (first, None)
    course.put_off(str(second))
    assert course.next(unknown).question == first


def test_the_scenarios_are_drawn_once_for_the_same_answers():
    course, answers = Course(BOOK), dict(BOOK.examples["sakaki"].answers)
    with course.outlook(answers) as first:
        pass
    course.next(answers)
    with course.outlook(answers) as second:
        assert second is first
    with course.outlook(dict(answers)) as third:
        assert third is not first
