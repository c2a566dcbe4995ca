"""What an explanation says around the rules."""

from engine.model.text import Lang, LocalizedText


def _text(ja: str, en: str) -> LocalizedText:
    return LocalizedText.model_construct(ja=ja, en=en)


_WORDS = {
    "title": _text("{} の説明", "Why: {}"),
    "came": _text("成り立つ", "It follows"),
    "came_not_here": _text("ここでは当てはまらない、または分からない", "It does not apply here, or is not known to"),
    "holds": _text("成り立つ規則", "Rules that hold"),
    "refuted": _text("成り立たないと分かっている規則", "Rules known not to hold"),
    "unknown": _text("回答が足りず決まらない規則", "Rules not decided for want of answers"),
    "would_tell": _text("確かめる質問", "would tell"),
    "result": _text("結果", "Result"),
    "rule": _text("規則", "rule"),
    "locator": _text("出典", "Study"),
    "recommended": _text("推奨されている（{}、{}）", "recommended ({}, {})"),
    "not_recommended": _text(
        "推奨されていない。施策は判定された型とフェーズから選ばれる。",
        "not recommended: measures follow from the type and the phase.",
    ),
    "possible_measure": _text(
        "回答しだいでは推奨されうる。", "Further answers could bring it among the recommended ones."
    ),
    "no_rules": _text("この結論を直接導く規則はない。", "No rule concludes this directly."),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of the words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
