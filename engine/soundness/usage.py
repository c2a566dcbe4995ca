"""Checks that nothing is asked or found in vain: questions, options, findings and computed facts all have a reader."""

from collections.abc import Iterable, Iterator

from engine.book.ground import Found, item_file
from engine.book.problems import both
from engine.inference.bits import findings_read
from engine.model import rules as r
from engine.model.book import COMPUTED_FACTS
from engine.model.questions import Question
from engine.soundness.survey import READ_BY_PROGRAM, Survey, head


def questions_read(survey: Survey) -> Iterator[Found]:
    """Some rule reads each question, or it decides whether another applies."""
    for name in survey.book.questions:
        if name not in survey.leaves and name not in READ_BY_PROGRAM:
            yield Found(
                code="question_unread",
                file=item_file("questions", name),
                path=head(item_file("questions", name)),
                what=both("この質問への回答を読む規則がありません。", "No rule reads the answer to this question."),
                why=both("答えても診断は変わりません。", "Answering it changes nothing."),
                remedy=both(
                    "規則を加えるか、質問を消してください。", "Add a rule that reads it, or remove the question."
                ),
            )


def options_read(survey: Survey) -> Iterator[Found]:
    """Conditions tell the options of a choice apart, and name each option of which several may be chosen."""
    for name, question in survey.book.questions.items():
        leaves = survey.leaves.get(name, set())
        if not leaves or name in READ_BY_PROGRAM:
            continue
        alike = _alike(question, leaves) if question.kind == "choice" else _unnamed(question, leaves)
        yield from (_options(name, question, group) for group in alike)


def _alike(question: Question, leaves: Iterable[r.Condition]) -> list[list[str]]:
    """The options that every test passes or fails alike."""
    groups: dict[frozenset[r.Condition], list[str]] = {}
    for option in question.options:
        groups.setdefault(frozenset(leaf for leaf in leaves if option.id in _values(leaf)), []).append(option.id)
    return [group for group in groups.values() if len(group) > 1]


def _unnamed(question: Question, leaves: Iterable[r.Condition]) -> list[list[str]]:
    """The options no test names, each by itself."""
    named = {value for leaf in leaves for value in _values(leaf)}
    return [[option.id] for option in question.options if option.id not in named]


def _values(leaf: r.Condition) -> tuple[r.Scalar, ...]:
    return (leaf.value,) if isinstance(leaf, r.Is) else leaf.values if isinstance(leaf, r.In) else ()


def _options(name: str, question: Question, group: list[str]) -> Found:
    place = next(n for n, option in enumerate(question.options) if option.id == group[-1])
    if len(group) == 1:
        what = both(f"選択肢「{group[0]}」を読む条件がありません。", f"No condition reads the option '{group[0]}'.")
    else:
        what = both(
            f"選択肢 {'、'.join(group)} を区別する条件がありません。",
            f"No condition tells the options {', '.join(group)} apart.",
        )
    return Found(
        code="option_unread",
        file=item_file("questions", name),
        path=("options", place),
        what=what,
        remedy=both("規則で使うか、選択肢をまとめてください。", "Let a rule turn on it, or merge the options."),
    )


def findings_used(survey: Survey) -> Iterator[Found]:
    """Some rule reads each finding."""
    read = {name for condition in survey.conditions for name in findings_read(condition)}
    told: set[str] = set()
    for placed in survey.placed:
        name = placed.rule.then.finding
        if name is not None and name not in read | told:
            told.add(name)
            yield Found(
                code="finding_unread",
                file=placed.name,
                path=("rules", placed.n, "then", "finding"),
                what=both(f"所見「{name}」を読む規則がありません。", f"No rule reads the finding '{name}'."),
                remedy=both(
                    "所見を使う規則を加えるか、この規則を消してください。", "Add a rule that reads it, or remove it."
                ),
            )


def computed_facts_read(survey: Survey) -> Iterator[Found]:
    """Some rule reads each fact the verdicts give."""
    for name in sorted(set(COMPUTED_FACTS) - set(survey.leaves)):
        yield Found(
            code="computed_fact_unread",
            file="rules",
            path=(),
            what=both(
                f"判定が与える「{name}」を読む規則がありません。", f"No rule reads '{name}', which the verdicts give."
            ),
            remedy=both("これを使う規則を加えてください。", "Add a rule that reads it."),
        )
