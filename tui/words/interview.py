"""What the line-by-line interview says."""

from engine.model.text import Lang, LocalizedText


def _text(ja: str, en: str) -> LocalizedText:
    return LocalizedText.model_construct(ja=ja, en=en)


_WORDS = {
    "welcome": _text(
        "一問ずつ伺います。「?」説明、「??」または「なぜ」理由、「<」前に戻る、空行で飛ばす、「分からない」も回答です。"
        "「:q」で終わります。",
        'One question at a time. "?" explains, "??" says why it is asked, "<" goes back, an empty line skips,'
        ' "don\'t know" is an answer, ":q" ends.',
    ),
    "name": _text("診断する集積（地域と産業）の名前", "Name of the cluster (region and industry)"),
    "kind_yes_no": _text("はい / いいえ / 分からない", "yes / no / don't know"),
    "kind_choice": _text("一つ選ぶ（番号、ID、名称）", "choose one (number, id or name)"),
    "kind_several": _text(
        "当てはまるものすべて（「、」区切り。なければ「なし」）", "all that apply (commas between; or none)"
    ),
    "kind_number": _text("数値", "a figure"),
    "example": _text("例", "Example"),
    "first": _text("これより前の質問はありません。", "There is no earlier question."),
    "contradiction": _text("回答の食い違い：{}", "Contradictory answers: {}"),
    "way_out": _text("解消の方法：{}", "To resolve: {}"),
    "more_fed": _text("ほか{}件", "{} more"),
    "saved": _text("回答を {} に保存しました。", "The answers were saved to {}."),
    "ended": _text("ここまでの回答で診断します。", "Assessed from the answers so far."),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of the words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
