"""What another answer would change: each answer a question could have, with the verdict it leads to."""

from collections.abc import Sequence

from engine.analysis.edits import Edit, Verdict
from engine.model.answers import Answer, AnswerState
from engine.model.questions import Question
from tui.said import said, value_said
from tui.telling import WORDS, label
from tui.texts import Lang, say
from tui.widgets.prose import Para


def effects(
    question: Question, found: Sequence[Edit], answer: Answer | None, state: AnswerState, lang: Lang
) -> list[Para]:
    """The answer as it stands first, then the others; those that lead elsewhere are marked ``*`` and bold."""
    paras = [Para(say(lang, "effect.title"), "bold")]
    if state is AnswerState.NOT_APPLICABLE:
        paras.append(Para(say(lang, "effect.not_applicable"), "$foreground-muted"))
    now = next((edit for edit in found if edit.present), None)
    if now is None:
        return paras
    told = say(lang, "effect.now", answer=said(question, answer, lang))
    paras.append(Para(_line(told, now.verdict, lang), lead="> "))
    others = [edit for edit in found if not edit.present]
    for edit in others:
        differs = edit.verdict.differs(now.verdict)
        line = _line(_named(question, edit, now, lang), edit.verdict, lang)
        if edit.verdict.contradictions - now.verdict.contradictions:
            line += f" [{say(lang, 'effect.contradicts')}]"
        paras.append(Para(line, "bold" if differs else "", lead="* " if differs else "  "))
    moves = any(edit.verdict.differs(now.verdict) for edit in others)
    paras.append(Para(say(lang, "effect.legend" if moves else "effect.none"), "$foreground-muted"))
    return paras


def _line(answer: str, verdict: Verdict, lang: Lang) -> str:
    return f"{answer} -> {verdict_said(verdict, lang)}"


def verdict_said(verdict: Verdict, lang: Lang) -> str:
    """Type and place in a few words, such as ``B フェーズ1-3``."""
    if verdict.label in WORDS:
        return label(verdict.label, lang)
    places = [
        say(lang, f"effect.{'complete' if place == 'complete' else 'phase'}", type=type_, span=place)
        for type_, place in verdict.places
    ]
    told = ("、" if lang == "ja" else ", ").join(places)
    single = len(verdict.places) == 1 and verdict.places[0][0] == verdict.label
    return told if single else f"{label(verdict.label, lang)}{'：' if lang == 'ja' else ': '}{told}"


def _named(question: Question, edit: Edit, now: Edit, lang: Lang) -> str:
    """An answer in words: of several options, as what would be added or taken away."""
    if edit.range is not None:
        return _range_said(question, edit.range, lang)
    if isinstance(edit.value, tuple) and isinstance(now.value, tuple) and edit.value:
        old, new = set(now.value), set(edit.value)
        names = {option.id: option.label.get(lang) for option in question.options}
        (changed,) = old ^ new
        return say(lang, "said.with" if changed in new else "said.without", option=names[changed])
    return value_said(question, edit.value, lang)


def _range_said(question: Question, range_: tuple[float | None, float | None], lang: Lang) -> str:
    low, high = range_
    unit = question.unit.get(lang) if question.unit else ""
    figures = {
        "unit": unit,
        "low": f"{low:,g}" if low is not None else "",
        "high": f"{high:,g}" if high is not None else "",
    }
    if low is None:
        return say(lang, "said.below", **figures)
    return say(lang, "said.range" if high is not None else "said.from", **figures)
