"""The Problems an answer can meet: what was typed, what is accepted, and what was probably meant."""

from collections.abc import Sequence

from engine.interview.nearest import nearest
from engine.interview.numbers import KANJI_NUMERAL
from engine.interview.options import names_of
from engine.interview.visible import shown
from engine.model.problem import Place, Problem
from engine.model.questions import Question
from engine.model.text import LocalizedText

_UNKNOWN_JA = "分からないときは unknown または「分からない」と答えられます。"
_UNKNOWN_EN = "If you do not know, answer unknown."


def empty(where: Place) -> Problem:
    """Nothing was typed."""
    return Problem(
        code="empty_answer",
        where=where,
        what=LocalizedText(ja="回答が空です。", en="The answer is empty."),
        remedy=LocalizedText(ja=f"回答を入力してください。{_UNKNOWN_JA}", en=f"Give an answer. {_UNKNOWN_EN}"),
    )


def too_long(text: str, where: Place, limit: int) -> Problem:
    """Far more was typed than any answer needs."""
    return Problem(
        code="answer_too_long",
        where=where,
        what=LocalizedText(
            ja=f"「{shown(text)}」は回答として長すぎます（{len(text):,}文字）。",
            en=f'"{shown(text)}" is too long for an answer ({len(text):,} characters).',
        ),
        remedy=LocalizedText(
            ja=f"{limit:,}文字までで答え、説明は備考（note）に書いてください。",
            en=f"Answer in at most {limit:,} characters and put explanations into the note.",
        ),
    )


def wrong_shape(question: Question, where: Place) -> Problem:
    """The value is a list where one answer is asked, or a mapping, or nothing that could be an answer."""
    return Problem(
        code="wrong_type",
        where=where,
        what=LocalizedText(
            ja="値の形がこの質問の回答に合いません。",
            en="The value does not have the shape of an answer to this question.",
        ),
        remedy=LocalizedText(ja=f"{accepted_ja(question)}{_UNKNOWN_JA}", en=f"{accepted_en(question)} {_UNKNOWN_EN}"),
    )


def not_accepted(question: Question, text: str, where: Place, pieces: Sequence[str] = ()) -> Problem:
    """What was typed is none of what the question accepts. ``pieces``: the parts of a list that were not understood."""
    typed_ja = "、".join(f"「{shown(piece)}」" for piece in (pieces or [text])[:5])
    typed_en = ", ".join(f'"{shown(piece)}"' for piece in (pieces or [text])[:5])
    guess_ja, guess_en = _guess(question, pieces[0] if pieces else text)
    return Problem(
        code={"yes_no": "not_yes_no", "number": "not_a_number"}.get(question.kind, "unknown_option"),
        where=where,
        what=LocalizedText(ja=f"{typed_ja}は{_NOT_JA[question.kind]}。", en=f"{typed_en} {_NOT_EN[question.kind]}."),
        why=_kanji_note(question, text),
        remedy=LocalizedText(
            ja=f"{guess_ja}{accepted_ja(question)}{_UNKNOWN_JA}", en=f"{guess_en}{accepted_en(question)} {_UNKNOWN_EN}"
        ),
    )


_NOT_JA = {
    "yes_no": "「はい」「いいえ」のどちらとも読めません",
    "number": "数値として読めません",
    "choice": "選択肢にありません",
    "several": "選択肢にありません",
}
_NOT_EN = {
    "yes_no": "can be read neither as yes nor as no",
    "number": "cannot be read as a number",
    "choice": "is none of the options",
    "several": "is none of the options",
}


def conflict(text: str, where: Place) -> Problem:
    """'None' or 'don't know' was given together with options."""
    return Problem(
        code="contradictory_answer",
        where=where,
        what=LocalizedText(
            ja=f"「{shown(text)}」は、ほかの選択肢と一緒には選べません。",
            en=f'"{shown(text)}" cannot be given together with options.',
        ),
        remedy=LocalizedText(
            ja="選択肢だけを並べるか、「なし」または「分からない」だけを答えてください。",
            en="List options only, or answer only none or unknown.",
        ),
    )


def out_of_range(question: Question, value: float, where: Place) -> Problem:
    """The number lies outside the bounds of the question."""
    ja, en = _bounds(question)
    return Problem(
        code="out_of_range",
        where=where,
        what=LocalizedText(
            ja=f"{value:,.15g} は、この質問で受け付ける範囲の外です。",
            en=f"{value:,.15g} is outside the range this question accepts.",
        ),
        remedy=LocalizedText(
            ja=f"{ja}の数値で答えてください（単位に注意）。", en=f"Answer with a number {en} (mind the unit)."
        ),
    )


def accepted_ja(question: Question) -> str:
    """What the question accepts, as one Japanese sentence."""
    if question.kind == "yes_no":
        return "「はい」（yes）か「いいえ」（no）で答えてください。"
    if question.kind == "number":
        return f"数字で答えてください（例：1,234、１，２３４{_unit(question, 'ja')}）。"
    options = "、".join(f"{n} {o.id}（{o.label.ja}）" for n, o in enumerate(question.options, 1))
    how = "から1つ" if question.kind == "choice" else "から該当するものすべてを「、」で区切って（なければ「なし」）"
    return f"次{how}、番号・ID・名称のいずれかで答えてください：{options}。"


def accepted_en(question: Question) -> str:
    """What the question accepts, as one English sentence."""
    if question.kind == "yes_no":
        return "Answer yes or no."
    if question.kind == "number":
        return f"Answer in figures, such as 1,234{_unit(question, 'en')}."
    options = ", ".join(f"{n} {o.id} ({o.label.en})" for n, o in enumerate(question.options, 1))
    how = "one of these" if question.kind == "choice" else "all that apply, separated by commas (or none)"
    return f"Give {how}, by number, id or name: {options}."


def _unit(question: Question, lang: str) -> str:
    if question.unit is None:
        return ""
    return f"、単位は{question.unit.ja}" if lang == "ja" else f", in {question.unit.en}"


def _bounds(question: Question) -> tuple[str, str]:
    low, high = question.minimum, question.maximum
    ja = (f"{low:,.15g}以上" if low is not None else "") + (f"{high:,.15g}以下" if high is not None else "")
    en = [f"of at least {low:,.15g}"] if low is not None else []
    en += [f"of at most {high:,.15g}"] if high is not None else []
    return ja, " and ".join(en)


def _guess(question: Question, text: str) -> tuple[str, str]:
    names = names_of(question)
    meant = nearest(text, names)
    if meant is None:
        return "", ""
    option = next(o for o in question.options if o.id == names[meant])
    return f"「{option.id}」（{option.label.ja}）のことですか。", f"Did you mean {option.id} ({option.label.en})? "


def _kanji_note(question: Question, text: str) -> LocalizedText | None:
    if question.kind != "number" or not KANJI_NUMERAL.search(text):
        return None
    return LocalizedText(
        ja="漢数字は「三」「二〇」のような桁どおりの書き方だけを読みます。",
        en="Numerals in kanji are read digit by digit only, as in 三 or 二〇.",
    )
