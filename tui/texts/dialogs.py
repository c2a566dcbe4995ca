"""The words of dialogs: explanations, notices, help."""

DIALOGS: dict[str, tuple[str, str]] = {
    "why.title": ("理由", "Why"),
    "why.legend": (
        "(o) 成り立つ  (x) 成り立たない  (?) 未定　+ は Enter で開く",
        "(o) holds  (x) does not  (?) open; Enter opens +",
    ),
    "problem.title": ("お知らせ", "Notice"),
    "problem.close": ("閉じる", "Close"),
    "help.title": ("操作の説明", "Help"),
}
