"""The words of the questions a committee is expected to ask, and of their answers, in both languages."""

from engine.model.text import Lang
from engine.report.words import text

_WORDS = {
    "heading": text("想定問答", "Questions to expect"),
    "number": text("問{n}　{question}", "Q{n}. {question}"),
    "why_this": text("なぜ{type}と判定したのか。", "Why is it judged to be {type}?"),
    "hybrid": text("{types}の複合", "a hybrid of {types}"),
    "hybrid_join": text("と", " and "),
    "why_parent": text("なぜA-1かA-2かを決めないのか。", "Why is it not said whether it is A-1 or A-2?"),
    "why_none": text("なぜ型を判定しないのか。", "Why is no type judged?"),
    "why_outside": text("なぜこの調査の対象外なのか。", "Why is it outside the study?"),
    "why_not": text("なぜ{type}ではないのか。", "Why is it not {type}?"),
    "never": text("残る回答がどうであっても、この型にはならない。", "No open answer can bring this type about."),
    "still": text(
        "ただし、残る回答によってはこの型もありうる。", "Yet as the open answers turn out it may still come about."
    ),
    "speaks_for": text("支持する根拠", "For it"),
    "speaks_against": text("反する根拠", "Against it"),
    "none_against": text(
        "反する根拠が回答にあるのではなく、支持する根拠が足りない。",
        "Nothing in the answers speaks against it; too little speaks for it.",
    ),
    "what_changes": text("何が分かれば結論は変わるのか。", "What would change the conclusion?"),
    "what_changes_none": text(
        "残る未確認の点や変わりうる回答を{size}つまで組み合わせても、型は変わらない。",
        "No set of up to {size} open or changeable answers turns the type.",
    ),
    "what_changes_settled": text(
        "型は確定しており、残る回答では変わらない。回答そのものに誤りがあれば変わりうる。",
        "The type is settled and no open answer changes it. It may change if an answer proves mistaken.",
    ),
    "what_changes_ask": text("次の質問に答えが出れば、型が絞られる。", "An answer to these would narrow the type:"),
    "what_changes_more": text(
        "ほかの条件は「型が変わる条件」にある。", "More stand in the part on what would change the type."
    ),
    "how_sure": text("どのくらい確かなのか。", "How sure is it?"),
    "how_sure_not": text(
        "割合は起こりやすさではなく、未確認の点の埋め方を数えたもの。",
        "The share counts ways to fill the gaps; it is not a probability.",
    ),
    "how_sure_holds": text(
        "型の判定が今のままの場合の割合：{share}。{scope}",
        "Share of cases in which the type stays as judged: {share}. {scope}",
    ),
    "doubted": text(
        "確信のない回答が{n}問あり、覆れば判定が変わることがある。",
        "Answers without full confidence: {n}. If they turn out otherwise the verdict may change.",
    ),
    "basis": text("何を根拠にしているのか。", "On what basis?"),
    "basis_text": text(
        "経済産業省の令和4年度の調査報告書と、回答{answers}問。どの記述にも、調査の記述・推論・本ツールの判断の別と、"
        "報告書の節を付けた。",
        "On the study of fiscal 2022 for METI and on {answers} answers. Each statement says whether the study states"
        " it, it is inferred or it is this tool's judgement, and in which section it stands.",
    ),
    "basis_sourced": text(
        "回答のうち{n}問には出所を記した（回答の一覧）。", "A source is given for {n} of the answers (see the list)."
    ),
    "not_said": text("調査が述べていないことは何か。", "What does the study not say?"),
    "who_else": text("ほかに同じことをした地域はあるのか。", "Who else has done so?"),
    "who_else_none": text(
        "型とフェーズが定まらないため、近い事例はまだ挙げられない。",
        "As type and phase are open no case can be named yet.",
    ),
    "who_else_note": text(
        "事例は成功したとみられる地域から選ばれており、同じ施策が当地でも成果を生むとは言えない。",
        "The cases were chosen among regions thought successful: the same measure need not bring the same here.",
    ),
    "cost": text("いくらかかるのか。", "What does it cost?"),
    "cost_text": text(
        "この診断からは分からない。調査は当地の事業費を示しておらず、本ツールも試算しない。事例にある金額は、その地域・当時のもの。",
        "This assessment cannot say. The study gives no amounts for this region and this tool estimates none. Amounts"
        " in the cases are those of their place and time.",
    ),
    "cost_schemes": text("確かめるとよい国の制度", "State schemes to look into"),
    "cost_scheme_date": text("調査時点（令和4年度）・現況要確認", "as of fiscal 2022; check how they stand today"),
    "who_acts": text("だれが担うのか。", "Who is to act?"),
    "who_acts_text": text(
        "最初に着手する施策の担い手は次のとおり。市町村・都道府県・国の分担は、調査が「自治体」とだけ記す場合は本ツールの判断。",
        "For the measures that come first, as follows. Where the study only says 'local government', the split is this"
        " tool's judgement.",
    ),
    "who_acts_none": text("型が定まらないため、施策はまだ挙げない。", "As no type is judged no measure is named yet."),
    "answers_wrong": text("回答が間違っていたらどうなるのか。", "What if an answer is wrong?"),
    "answers_wrong_text": text(
        "回答を直せば、すべての結論を最初から導き直す。診断ダイジェストが変わらなければ、結論も変わらない。",
        "Correct it and everything is derived anew. As long as the digest is the same, so are the conclusions.",
    ),
}


def word(name: str, lang: Lang, **values: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(**values)
