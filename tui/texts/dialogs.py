"""The words of dialogs: explanations, notices, help."""

DIALOGS: dict[str, tuple[str, str]] = {
    "why.title": ("理由", "Why"),
    "why.legend": (
        "(o) 成り立つ  (x) 成り立たない  (?) 未定　+ は Enter で開く",
        "(o) holds  (x) does not  (?) open; Enter opens +",
    ),
    "why.choose": ("理由を見る：なぜそうか、なぜそうでないか", "Why, or why not"),
    "why.choose_legend": ("(o) 出た  (x) 出ていない  (?) 未定", "(o) came out  (x) did not  (?) open"),
    "why.search": ("型、フェーズ、施策などの名前で探す", "Search types, phases, measures and more"),
    "why.here": ("選んでいる行", "The line you are on"),
    "why.fails": ("出ていない結論（なぜそうでないか）", "What did not come out (why not?)"),
    "why.open": ("まだ決まらない結論（何で決まるか）", "What is still open (what would settle it?)"),
    "why.holds": ("出た結論（なぜそうか）", "What came out (why?)"),
    "why.rest": (
        "そのほか（要因の事実、立地要件、事例、質問など）",
        "Everything else (facts, requirements, cases, questions)",
    ),
    "search.none": ("見つかりません。ほかの言葉で探してください。", "Nothing found. Try another word."),
    "notice.information": ("お知らせ：", "Notice: "),
    "notice.warning": ("注意：", "Warning: "),
    "notice.error": ("エラー：", "Error: "),
    "notice.quit": (
        "終了するには Ctrl+Q を押してください。回答は保存されています。Ctrl+C は、マウスで選んだ文字をコピーします。",
        "Press Ctrl+Q to quit; your answers are kept. Ctrl+C copies the text selected with the mouse.",
    ),
    "problem.title": ("お知らせ", "Notice"),
    "problem.close": ("閉じる", "Close"),
    "help.title": ("操作の説明", "Help"),
}
