"""What is said around counterfactuals, and the two forms a supposition takes: followed by another, and the last."""

from typing import Literal

from engine.model.counterfactual import Nature
from engine.model.text import Lang, LocalizedText


def _text(ja: str, en: str) -> LocalizedText:
    return LocalizedText.model_construct(ja=ja, en=en)


Standing = Literal["there", "missing", "answer"]
"""Of a change: the named fact would be there, would be missing, or only the answer can be told."""

NATURE: dict[Nature, LocalizedText] = {
    "learn": _text("判明", "found out"),
    "achieve": _text("実現", "comes about"),
    "change": _text("変化", "changes"),
    "correct": _text("訂正", "corrected"),
    "lose": _text("喪失", "is lost"),
}
_CAME: dict[Standing, tuple[str, str, str]] = {
    "there": ("{}が実現し", "{}が実現すれば", "'{}' came about"),
    "missing": ("{}が失われ", "{}が失われれば", "'{}' were lost"),
    "answer": ("{}が「{}」になり", "{}が「{}」になれば", '{} became "{}"'),
}
_SUPPOSED: dict[Nature, dict[Standing, tuple[str, str, str]]] = {
    "learn": {
        "there": ("{}があると判明し", "{}があると判明すれば", "'{}' turned out to be there"),
        "missing": ("{}がないと判明し", "{}がないと判明すれば", "'{}' turned out to be missing"),
        "answer": ("{}が「{}」と判明し", "{}が「{}」と判明すれば", '{} turned out to be "{}"'),
    },
    "correct": {
        "there": ("{}を「あり」に訂正し", "{}を「あり」に訂正すれば", "'{}' proved to be there after all"),
        "missing": ("{}を「なし」に訂正し", "{}を「なし」に訂正すれば", "'{}' proved to be missing after all"),
        "answer": ("{}を「{}」に訂正し", "{}を「{}」に訂正すれば", '{} had to be corrected to "{}"'),
    },
    "achieve": _CAME,
    "lose": _CAME,
    "change": _CAME,
}
_WORDS = {
    "title": _text("結果が変わる条件", "What would change the result"),
    "answer_to": _text("「{}」", 'the answer to "{}"'),
    "of_type": _text("型が変わる条件", "What would change the type"),
    "of_place": _text("{}のフェーズが変わる条件", "What would change the phase of {}"),
    "of_measure": _text("施策「{}」の推奨が変わる条件", "What would change whether '{}' is recommended"),
    "to": _text("{}となる条件", "What would lead to: {}"),
    "now": _text("いまの結果", "Now"),
    "supposed": _text("{}、{}", "If {}, {}"),
    "example": _text("{}（例）", "{}, for example"),
    "unknown": _text("不明", "unknown"),
    "others": _text("ほかに{}通りある。", "{} more combinations."),
    "alone": _text(
        "ほかの回答は変えず、未回答は未回答のままとした場合の結果です。",
        "With all other answers kept, and open ones left open:",
    ),
    "premises": _text(
        "結果が変わるのは、確かとされた次の回答（前提）が誤っていた場合だけです。",
        "It changes only if one of these sure answers, its premises, is mistaken.",
    ),
    "no_premise": _text(
        "どの回答を{}つまで訂正しても、結果は変わりません。",
        "Nor would correcting any answers, up to {} of them, change it.",
    ),
    "looked": _text(
        "これから分かりうる、または変わりうる{}問について、{}つまでの変更の組合せ全{:,}通りを調べた結果です。",
        "All {2:,} sets of up to {1} changes to the {0} questions that may be found out or change were looked at.",
    ),
    "proved": _text(
        "挙げた組合せは、どの変更も省けません。規則と回答の上で確かめたことであり、地域の実態を証明するものではありません。",
        "In each set listed every change is needed. This checks rules and answers and proves nothing about the region.",
    ),
    "none": _text("どれもこの結果を変えません。", "None of them changes this result."),
    "none_to": _text("そうなるものはありません。", "None of them leads there."),
    "too_many": _text(
        "それより多い変更の組合せは多すぎるため、調べていません。", "Larger sets are too many and were not looked at."
    ),
    "reached": _text("すでにその結果です。", "It is so already."),
    "no_phase": _text(
        "型が定まらないため、フェーズは示していません。", "No type is named, so no phase is shown that could change."
    ),
    "type": _text("型は{}になります", "the type would be {}"),
    "blurred": _text(
        "A-1かA-2かが定まらなくなります（Aであることは変わりません）",
        "it would be unclear whether A-1 or A-2 (A in any case)",
    ),
    "A": _text("型はAになります（A-1かA-2かは未定）", "the type would be A (whether A-1 or A-2 still open)"),
    "undetermined": _text("型は定まらなくなります", "no type could be determined"),
    "out_of_scope": _text(
        "型とフェーズの判定の対象外になります", "it would be out of scope, and no type or phase would be judged"
    ),
    "place": _text("{}のフェーズは{}になります", "the phase of {} would be {}"),
    "places": _text("{}のフェーズは{}から{}のどこかになります", "the phase of {} would be one from {} to {}"),
    "complete": _text(
        "{}は三つのフェーズの重要成功要因をすべて満たします", "the key factors of all three phases of {} would be met"
    ),
    "recommended": _text("施策「{}」は推奨に加わります", "'{}' would be recommended"),
    "not_recommended": _text("施策「{}」は推奨から外れます", "'{}' would no longer be recommended"),
    "is_phase": _text("{}のフェーズは{}", "{}: phase {}"),
    "is_phases": _text("{}のフェーズは{}から{}のどこか", "{}: phase {} to {}"),
    "is_complete": _text("{}は三つのフェーズの要因をすべて充足", "{}: factors of all three phases met"),
    "is_not_shown": _text("{}は判定に含まれない", "{} is not in the verdict"),
    "is_recommended": _text("推奨されている", "recommended"),
    "is_not_recommended": _text("推奨されていない", "not recommended"),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of the words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)


def supposed(nature: Nature, standing: Standing, lang: Lang, last: bool, *values: str) -> str:
    """One supposition; in Japanese its form tells whether another follows."""
    before, final, english = _SUPPOSED[nature][standing]
    return (english if lang == "en" else final if last else before).format(*values)
