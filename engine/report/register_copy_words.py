"""The words of a copy of a municipality's own workbook: the columns added to it, and the sheet that says what it is."""

from engine.model.text import Lang, LocalizedText
from engine.report.words import text

COLUMNS = ("serves", "suggested", "standing", "found", "reason")
"""The columns added at the right of each table, in this order."""

_WORDS: dict[str, LocalizedText] = {
    # What a person confirmed bears ids and a heading by which the next reading takes it in; suggestions must not.
    "serves": text("対応する施策", "Generic measure"),
    "suggested": text("点検：候補（要確認）", "Check: suggested"),
    "standing": text("点検：確認の有無", "Check: standing"),
    "found": text("点検：結果", "Check: findings"),
    "reason": text("点検：理由", "Check: reasons"),
    "nothing": text("特になし", "nothing to note"),
    "none": text("確認済み（当たる施策なし）", "confirmed: none"),
    "sheet": text("点検について", "About the check"),
    "title": text("施策の点検：事業一覧の写し", "Policy gap check: a copy of the register"),
    "of": text("元のファイル：{}", "Original: {}"),
    "result": text("結果：{}", "Result: {}"),
    "counts": text(
        "{}事業（対応する施策：確認済み{}、候補のみ{}、候補なし{}）",
        "{} measures (what they serve: confirmed {}, suggested {}, nothing near {})",
    ),
    "added": text(
        "各表の右端に列を加えた：{}。ほかのセルは元のままである。",
        "Columns added at the right of each table: {}. All other cells are as they were.",
    ),
    "values": text(
        "値と見た目（文字、色、罫線、幅）だけを写した。数式は計算済みの値で置き、マクロ、外部リンク、データ接続、図形、コメント、"
        "入力規則、条件付き書式は写していない。「=」などで始まる文字も文字のままで、計算されない。",
        "Only values and look (fonts, colours, borders, widths) were copied. Formulas are kept as the values they had;"
        " macros, outside links, data connections, drawings, comments, drop-downs and conditional formats are not"
        " copied. Text that begins with '=' stays text.",
    ),
    "plain": text(
        "元のブックが大きいか特殊なため、次のシートは見た目を写していない：{}。",
        "Their workbook being large or unusual, the look of these sheets was not copied: {}.",
    ),
    "csv": text("元はCSVのため、見た目はない。", "The original is a CSV file and has no look."),
    "missing": text("一覧に対応する事業のない施策（不足・補修）", "Measures that nothing in the register serves"),
    "no_missing": text("なし", "none"),
    "footer": text("点検ダイジェスト {} / 知識の版 {}", "Check {} / knowledge {}"),
    "csv_sheet": text("事業一覧", "Register"),
}


def word(name: str, lang: Lang, /, *values: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
