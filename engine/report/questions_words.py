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
    "little_for": text(
        "反する根拠は回答にないが、支持する根拠が足りない。",
        "Nothing in the answers speaks against it, yet too little speaks for it.",
    ),
    "two_steps": text(
        "手順1でAとBを比べ、Aが挙がった場合だけ、手順2でA-1とA-2を比べる。",
        "Step 1 compares A with B; only where it names A does step 2 compare A-1 with A-2.",
    ),
    "undecided": text(
        "型を決める回答がまだない。どの型についても、支持する根拠も反する根拠も回答にない。",
        "No answer decides yet: nothing in the answers speaks for or against any of the types.",
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
    "how_sure_parent": text(
        "型の判定が今のままの場合の割合（A-1かA-2に分かれる場合を含む）：{share}。{scope}",
        "Share of cases in which the type stays as judged (narrowed to A-1 or A-2 included): {share}. {scope}",
    ),
    "how_sure_none": text(
        "型を決める回答がまだないため、どの型が確からしいとも言えない。",
        "As no answer decides yet, none of the types can be called the surer.",
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
    "basis_unsourced": text("出所を記した回答はない。", "No answer has a source."),
    "answered_by": text("回答はどのように得たのか。", "How did the answers come about?"),
    "sure_counts": text(
        "値のある回答{answers}問のうち「確か」{sure}問、「おそらく」{likely}問、「不確か」{unsure}問。"
        "ほかに「分からない」{dont_know}問。確信度の指定のない回答は「確か」とみなす。",
        "Of {answers} answers with a value {sure} are sure, {likely} likely, {unsure} unsure; {dont_know} more say"
        " 'don't know'. Without a mark an answer counts as sure.",
    ),
    "participants": text(
        "回答者の記載は{n}者（回答の一覧）。", "Named as having answered: {n} (see the list of answers)."
    ),
    "out_of_date": text("令和4年度の調査で、古くはないのか。", "Is a study of fiscal 2022 not out of date?"),
    "old_text": text(
        "回答は{day}現在のもので、型とフェーズはその回答から導いた。",
        "The answers are as of {day}, and type and phase follow from them.",
    ),
    "works": text("施策に効果はあるのか。", "Do the measures work?"),
    "works_text": text(
        "本ツールも効果の見込みを計算しない。成果の測り方の案は、資料のロジックモデルにある。",
        "This tool reckons no effects either. How results might be measured is drafted in the logic models annexed.",
    ),
    "why_first": text("なぜこの施策が先で、ほかは後なのか。", "Why do these measures come first?"),
    "why_first_rest": text(
        "着手順は本ツールの判断で、調査の重要度ではない。ほかに推奨する施策は{n}件（推奨施策の表）。",
        "The order of beginning is this tool's judgement and no rank of the study. Other measures recommended: {n}.",
    ),
    "decline": text("産業が衰退するおそれはあるのか。", "Is the industry at risk of decline?"),
    "who_else_own": text(
        "調査にある当地の事例は、ほかの地域の例には数えない：{cases}",
        "Cases of the study about this very place are not told as another's: {cases}",
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
    "cost_schemes": text("調査に挙がる国の制度", "State schemes the study names"),
    "cost_scheme_date": text(
        "調査時点の記載で、終了・改称を含む。現況要確認",
        "as of fiscal 2022, ended or renamed ones included; check how they stand today",
    ),
    "who_acts": text("だれが担うのか。", "Who is to act?"),
    "who_acts_text": text(
        "最初に着手する施策の担い手は次のとおり。市町村・都道府県・国の分担は、調査が「自治体」とだけ記す場合は本ツールの判断。",
        "For the measures that come first, as follows. Where the study only says 'local government', the split is this"
        " tool's judgement.",
    ),
    "who_acts_none": text("型が定まらないため、施策はまだ挙げない。", "As no type is judged no measure is named yet."),
    "answers_wrong": text("回答が間違っていたらどうなるのか。", "What if an answer is wrong?"),
    "answers_wrong_type": text("誤りであれば型が変わる回答", "Answers that, if mistaken, turn the type"),
    "answers_wrong_text": text(
        "回答を直せば、すべての結論を最初から導き直す。診断ダイジェストが変わらなければ、結論も変わらない。",
        "Correct it and everything is derived anew. As long as the digest is the same, so are the conclusions.",
    ),
}


def word(name: str, lang: Lang, **values: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(**values)
