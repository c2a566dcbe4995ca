"""The words of the part on method, in both languages."""

from engine.model.text import Lang
from engine.report.words import text

_WORDS = {
    "how": text("進め方", "How"),
    "how_text": text(
        "回答を規則にかけ、所見、型、フェーズ、産業の新陳代謝、施策、国の政策方向性、留意点の順に導いた。"
        "文章の生成や学習による推定は用いていない。同じ回答、基準日、知識からは、いつも同じ結果になる。",
        "Rules were applied to the answers in this order: findings, type, phase, renewal, measures, directions of the"
        " state, cautions. Nothing is generated or learned. The same answers, date and knowledge always give the same"
        " result.",
    ),
    "study_and_us": text("調査と本ツール", "Study and tool"),
    "study_and_us_text": text(
        "型、フェーズ、重要成功要因、施策は調査による。判定の手順、点、しきい値、着手順は本ツールの判断であり、〔判断〕と記した。",
        "Types, phases, key factors and measures are the study's. The procedure, points, thresholds and the order of"
        " beginning are this tool's judgement and marked so.",
    ),
    "type_rule": text("型の判定", "Type"),
    "type_rule_text": text(
        "一つの視点の中では、根拠を足し合わせず、最も強い支持から最も強い不支持を引く。三つの視点の点は足し合わせ、合計で型を"
        "比べる。手順1でAとBを、Aが挙がれば手順2でA-1とA-2を比べる。",
        "Within a viewpoint evidence is not summed: the strongest support less the strongest objection counts. The"
        " points of the three viewpoints are summed, and types are compared by the sum. Step 1: A against B; step 2, if"
        " A is named: A-1 against A-2.",
    ),
    "phase_rule": text("フェーズの判定", "Phase"),
    "phase_rule_text": text(
        "重要成功要因ごとに、必要な事実がすべてあれば充足、すべてなければ未充足、混じれば一部充足、ほかは不明とする。"
        "充足していない最も早いフェーズを現在地とし、不明があれば幅で示す。",
        "A key factor is met if every fact it needs is there, not met if none is, partly met if mixed, else unknown."
        " Work stands at the earliest phase not met; what is unknown makes it a range.",
    ),
    "unknown_rule": text("分からないこと", "What is unknown"),
    "unknown_rule_text": text(
        "未回答と「分からない」は「いいえ」として数えず、どちらに転んでもよいように結論の幅を示す。確信度は判定を変えない。",
        "Questions not answered and 'don't know' never count as no; the conclusions are given as wide as they leave"
        " them. Confidence changes no verdict.",
    ),
    "reasons_rule": text("1ページ目の理由", "Reasons on page one"),
    "reasons_rule_text": text(
        "判定した型を支持する根拠のうち、型と視点がなるべく重ならないように、強いものから{}つまで選んだ。",
        "The strongest evidence for the types of the verdict, up to {}, spread over types and viewpoints as far as"
        " there is any.",
    ),
    "figures": text("件数", "Figures"),
    "figures_text": text(
        "質問{questions}問、規則{rules}件、回答{answers}問（うち出所の記載あり{sourced}問）。",
        "Questions: {questions}; rules: {rules}; answers with a value: {answers}, of which with a source: {sourced}.",
    ),
    "figures_public": text(
        "質問{questions}問、規則{rules}件、回答{answers}問。",
        "Questions: {questions}; rules: {rules}; answers with a value: {answers}.",
    ),
    "evaluator": text("評価器", "Evaluator"),
    "durable_rules": text("durable_rules（規則エンジン）", "durable_rules (a rule engine)"),
    "bits": text(
        "bits（ビット並列の評価器。結果は規則エンジンと一致）", "bits (bit-parallel; agrees with the rule engine)"
    ),
    "version": text("知識の版", "Knowledge version"),
    "digest": text("診断ダイジェスト", "Digest"),
    "digest_text": text(
        "{}（回答、確信度、基準日、知識の版から計算。備考、名称、日時は含まない。同じ値なら同じ診断）",
        "{} (of answers, confidence, date and knowledge version; not of notes, names or times. The same digest is the"
        " same assessment)",
    ),
}


def word(name: str, lang: Lang, *values: object, **named: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values, **named)
