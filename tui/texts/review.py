"""The words of the review of all answers, of taking changes back, and of what others changed meanwhile."""

REVIEW: dict[str, tuple[str, str]] = {
    # answers in words
    "said.nothing": ("未回答", "not answered"),
    "said.confidence": ("確信度：{degree}", "sure? {degree}"),
    "said.source": ("出典：{text}", "source: {text}"),
    "said.participant": ("回答者：{name}", "by {name}"),
    "said.at": ("{day}", "{day}"),
    "said.note": ("メモ：{text}", "note: {text}"),
    "said.range": ("{low}{unit}以上{high}{unit}未満", "{low} to under {high} {unit}"),
    "said.from": ("{low}{unit}以上", "{low} {unit} or more"),
    "said.below": ("{high}{unit}未満", "under {high} {unit}"),
    "said.with": ("「{option}」を加える", "with '{option}'"),
    "said.without": ("「{option}」を除く", "without '{option}'"),
    # taking back
    "undo.answer": (
        "取り消し：{question}の回答を「{before}」から「{after}」に戻しました。",
        "Undone: {question} is back from '{before}' to '{after}'.",
    ),
    "undo.beside": (
        "取り消し：{question}の確信度・出典・メモを元に戻しました。",
        "Undone: confidence, source and note of {question} are as they were.",
    ),
    "undo.cluster": (
        "取り消し：名前・地域・産業を「{name}」に戻しました。",
        "Undone: name, area and industry are back to '{name}'.",
    ),
    "undo.as_of": ("取り消し：基準日を{day}に戻しました。", "Undone: the reference date is back to {day}."),
    "undo.nothing": ("取り消せる変更はありません。", "There is nothing to undo."),
    "redo.answer": (
        "やり直し：{question}の回答を「{before}」から「{after}」にしました。",
        "Redone: {question} is '{after}' again, after '{before}'.",
    ),
    "redo.beside": (
        "やり直し：{question}の確信度・出典・メモを改めて入れました。",
        "Redone: confidence, source and note of {question} are in again.",
    ),
    "redo.cluster": (
        "やり直し：名前・地域・産業を「{name}」にしました。",
        "Redone: name, area and industry are '{name}' again.",
    ),
    "redo.as_of": ("やり直し：基準日を{day}にしました。", "Redone: the reference date is {day} again."),
    "redo.nothing": ("やり直せる変更はありません。", "There is nothing to redo."),
    "clear.done": (
        "{question}の回答を消し、未回答に戻しました（Ctrl+Zで元に戻せます）。",
        "The answer to {question} is taken away; it counts as not asked (Ctrl+Z brings it back).",
    ),
    "clear.nothing": ("この質問に消す回答はありません。", "This question has no answer to take away."),
    # another window
    "elsewhere.answers": (
        "ほかの画面での変更を取り込みました：{questions}。入力中の内容はそのままです。",
        "Taken over from another window: {questions}. What you are typing stays as it is.",
    ),
    "elsewhere.by": ("（{names}）", " (by {names})"),
    "elsewhere.more": ("ほか{count}件", "and {count} more"),
    "elsewhere.cluster": ("名前・地域・産業", "name, area and industry"),
    "elsewhere.as_of": ("基準日", "reference date"),
    "elsewhere.deleted": (
        "ほかの画面で、この相談が削除されました。回答は残っており、復元できます。",
        "This consultation was deleted in another window. Its answers are kept and can be restored.",
    ),
    # review
    "review.title": ("回答の見直し", "Review of the answers"),
    "review.count": ("{shown}問を表示（全{total}問）", "{shown} of {total} questions"),
    "review.all": ("すべて", "All"),
    "review.answered": ("回答済み", "Answered"),
    "review.dont_know": ("分からない", "Don't know"),
    "review.open": ("未回答", "Open"),
    "review.unsure": ("確信なし", "Not sure"),
    "review.contradicting": ("食い違い", "At odds"),
    "review.search": ("/ で検索：質問、回答、出典、メモ", "/ searches questions, answers, sources, notes"),
    "review.none": ("当てはまる質問はありません。", "No question fits."),
    "review.legend": (
        "[x] 回答済み　[?] 分からない　[ ] 未回答　[-] 当てはまらない　! 食い違い",
        "[x] answered  [?] don't know  [ ] open  [-] does not apply  ! at odds",
    ),
    # what an edit would change
    "effect.title": ("回答を変えると、判定はどうなるか", "What another answer would change"),
    "effect.now": ("{answer}（今の回答）", "{answer} (now)"),
    "effect.none": (
        "どの答えでも、型とフェーズの判定は変わりません。",
        "No answer changes the verdict on type and phase.",
    ),
    "effect.not_applicable": (
        "これまでの回答から当てはまらない質問です。",
        "The question does not apply, from the answers so far.",
    ),
    "effect.complete": ("{type} 三つとも充足", "{type} all three met"),
    "effect.phase": ("{type} フェーズ{span}", "{type} phase {span}"),
    "effect.contradicts": ("ほかの回答と食い違う", "at odds with other answers"),
    "effect.legend": ("* 今と違う判定になる答え", "* the verdict would be another"),
}
