"""The words of the summary of a batch, in both languages."""

from engine.model.text import Lang, LocalizedText
from engine.report.words import text

_WORDS: dict[str, LocalizedText] = {
    "title": text("施策の点検のまとめ", "Summary of gap checks"),
    "s_summary": text("一覧", "Summary"),
    "s_matrix": text("施策別", "By measure"),
    "s_totals": text("集計", "Totals"),
    "s_problems": text("問題", "Problems"),
    "summary_note": text(
        "回答ファイルと事業一覧から機械的に作成。件数は自治体の優劣を示すものではない。"
        "候補は言葉の近さによるもので、人の確認を要する。",
        "Made from answer files and registers by the rules. Figures rank no municipality. Suggestions rest on nearness"
        " of words and need a person to confirm them.",
    ),
    "matrix_note": text(
        "あり＝確認済みの事業がある、候補＝言葉の近い事業がある（要確認）、終了＝対応した事業は終了、"
        "不足＝いま必要か前の段階から補う施策で事業がない、なし＝事業はないがまだ時期でないか実施済み、"
        "空欄＝その型の施策でない。",
        "there: confirmed · suggested: near by its words, to check · ended: what served it has ended · missing: due"
        " now or to be made up for, and nothing serves it · none: nothing serves it, and it is not due or is in place ·"
        " blank: no measure of the type.",
    ),
    "totals_note": text("施策ごとの自治体の数。", "How many municipalities, for each measure."),
    "problems_note": text(
        "点検できなかったものと、点検したが確かめたいこと。", "What could not be checked, and what to look at."
    ),
    "name": text("集積", "Cluster"),
    "code": text("団体コード", "Area code"),
    "industry": text("産業", "Industry"),
    "type": text("型", "Type"),
    "phase": text("フェーズ", "Phase"),
    "settled": text("判定", "Verdict"),
    "is_settled": text("確定", "settled"),
    "is_open": text("未確定", "open"),
    "year": text("年度", "Fiscal year"),
    "measures": text("事業数", "Measures"),
    "unread": text("読めない行", "Rows not read"),
    "first": text("不足{}", "Missing {}"),
    "direction": text("方向性{} {}", "Direction {} {}"),
    "direction_is": text("{}（事業{}、不足{}）", "{} ({} there, {} missing)"),
    "to_check": text("（要確認）", " (to check)"),
    "file": text("回答ファイル", "Answer file"),
    "register": text("事業一覧", "Register"),
    "missing": text("不足", "missing"),
    "none": text("なし", "none"),
    "measure": text("施策", "Measure"),
    "id": text("番号", "Id"),
    "outside": text("対象外", "not of the type"),
    "where": text("場所", "Where"),
    "severity": text("区分", "Kind"),
    "error": text("点検できない", "not checked"),
    "warning": text("注意", "warning"),
    "what": text("内容", "What"),
    "remedy": text("対応", "What to do"),
    "footer": text("知識の版 {}", "Knowledge {}"),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
