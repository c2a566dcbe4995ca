"""The words of a report that are ours: headings, labels, marks. Names and reasons come from the book."""

from engine.model.assessment import Relevance, Risk
from engine.model.knowledge import Actor, Resource
from engine.model.text import Basis, Lang, LocalizedText


def text(ja: str, en: str) -> LocalizedText:
    """A text in both languages."""
    return LocalizedText.model_construct(ja=ja, en=en)


BASIS: dict[Basis, LocalizedText] = {
    Basis.STATED: text("調査", "study"),
    Basis.INFERRED: text("推論", "inferred"),
    Basis.JUDGEMENT: text("判断", "judgement"),
}
LEGEND = text(
    "〔調査〕は報告書の記述、〔推論〕は記述からの推論、〔判断〕は本ツールの判断。番号は報告書の節で、〔判断〕ではその拠り所とした節。",
    "[study] the study says so, [inferred] inferred from it, [judgement] this tool's judgement."
    " Numbers are sections of the study; with a judgement, those it leans on.",
)
RELEVANCE: dict[Relevance, LocalizedText] = {
    "high": text("大いに関わる", "concerns this cluster much"),
    "some": text("一定程度関わる", "concerns this cluster to some extent"),
    "none_seen": text("関わりは見えない", "no connection seen"),
    "unknown": text("回答の範囲では不明", "unknown from the answers so far"),
}
RISK: dict[Risk, LocalizedText] = {
    "risk": text("おそれあり", "at risk"),
    "one_reading": text("一つの読み方ではおそれあり", "at risk in one reading"),
    "dependence_only": text("依存のみ", "dependence only"),
    "none": text("依存による衰退には当たらない", "no decline through dependence"),
    "unknown": text("不明", "unknown"),
}
REQUIREMENT = {
    "met": text("満たす", "met"),
    "not_met": text("満たさない", "not met"),
    "unknown": text("不明", "unknown"),
    "not_asked": text("質問の対象外", "not asked about"),
}
EVIDENCE = {"yes": text("あり", "yes"), "no": text("なし", "no"), "unknown": text("不明", "unknown")}
ROLE = {"necessary": text("必要", "needed"), "supporting": text("補助", "supporting")}
WHO = {
    "city": text("市町村", "municipality"),
    "prefecture": text("都道府県", "prefecture"),
    "state": text("国", "state"),
    "firms": text("企業", "firms"),
    "academia": text("大学等", "academia"),
}
ACTOR: dict[Actor, LocalizedText] = {
    Actor.INDUSTRY: text("産", "industry"),
    Actor.ACADEMIA: text("学", "academia"),
    Actor.MUNICIPALITY: text("自治体", "local government"),
    Actor.STATE: text("国", "state"),
}
RESOURCE: dict[Resource, LocalizedText] = {
    Resource.PEOPLE: text("ヒト", "people"),
    Resource.MONEY: text("カネ", "money"),
    Resource.GOODS: text("モノ", "goods"),
    Resource.INFORMATION: text("情報", "information"),
    Resource.VISION: text("ビジョン", "vision"),
    Resource.INSTITUTION: text("制度", "institutions"),
}
LABEL = {
    "undetermined": text("どの型とも定まらない", "undetermined"),
    "out_of_scope": text("対象外", "out of scope"),
}
STATE = {
    "dont_know": text("分からないと回答", "answered: don't know"),
    "not_asked": text("未回答", "not answered"),
}

_WORDS: dict[str, LocalizedText] = {
    "title": text("産業集積の診断", "Assessment of an industrial cluster"),
    "contradictions": text("回答の食い違い", "Contradictory answers"),
    "contradictions_note": text(
        "以下の判定は、食い違う回答のどちらも変えずに行っている。直すと結果が変わることがある。",
        "What follows leaves each of these answers as it is. Correcting one may change the result.",
    ),
    "way_out": text("解消の方法", "To resolve"),
    "type": text("型", "Type"),
    "phase": text("フェーズ", "Phase"),
    "phase_n": text("フェーズ{}", "Phase {}"),
    "verdict": text("判定", "Verdict"),
    "settled": text("確定", "settled: no open answer changes it"),
    "settled_if": text("回答が正しければ確定", "settled if the answers are right"),
    "open": text("未確定", "not settled"),
    "possible": text("ありうる判定", "Still possible"),
    "settles": text("回答すれば判定が絞られる質問", "Questions that would settle it"),
    "for": text("支持", "for"),
    "against": text("不支持", "against"),
    "support": text("視点別の根拠", "Evidence by viewpoint"),
    "type_part": text("型の判定", "Verdict on the type"),
    "phase_part": text("フェーズの判定", "Verdict on the phase"),
    "outlook_part": text("判定の確かさと、変わる条件", "How sure the verdict is, and what would change it"),
    "support_total": text("型ごとの支持の合計（点）", "Support of each type in all (points)"),
    "points_note": text(
        "点は、視点ごとに最も強い支持から最も強い不支持を引いた値（-3～+3）。足し合わせた合計で型を比べる。",
        "Points: within a viewpoint the strongest support less the strongest objection (-3 to +3); types are compared"
        " by the sum.",
    ),
    "factors_of": text("{}の重要成功要因", "Key factors of {}"),
    "needed_facts": text("必要な事実", "Facts it needs"),
    "points": text("計{}点", "total {}"),
    "none_for": text("回答からの根拠なし", "nothing in the answers"),
    "key_factor": text("重要成功要因", "Key factor"),
    "ahead": text("先行", "Ahead"),
    "ahead_text": text(
        "フェーズ{}の要因を、前のフェーズに先んじて満たしている（誤りではない）。",
        "The factor of phase {} is met before an earlier one (no error).",
    ),
    "next": text("次に", "Then"),
    "short_of_met": text("不明（充足には至らない）", "unknown (short of met)"),
    "to_ask": text("確かめる質問", "would tell"),
    "likely": text("おそらく", "likely"),
    "unsure": text("不確か", "unsure"),
    "beside": text("ほか{}件とともに選択", "chosen with {} more"),
    "doubted_as": text("回答は「{}」", "answered: {}"),
    "no_first": text(
        "「まず」に当たる施策はない（いま取り組むフェーズに欠けていると分かっている事実がない、働きかける施策が既にある、"
        "または型が未定のため）。",
        "No measure falls under 'First': no fact is known to be missing where work stands, or what works on it is in"
        " place, or the type is still open.",
    ),
    "renewal": text("産業の新陳代謝", "Renewal of the industry"),
    "renewal_risk": text("衰退のおそれ", "Risk of decline"),
    "fits": text("検討できる", "can be considered"),
    "no_fit": text("回答からの根拠なし", "nothing in the answers speaks for it"),
    "aspired": text("志向あり", "aspired to"),
    "example": text("例", "Example"),
    "measures": text("推奨施策", "Recommended measures"),
    "measures_column": text("施策", "Measure"),
    "resources": text("資源", "Resources"),
    "resource_open": text("（不詳）", " (unclear)"),
    "type_phase": text("型・フェーズ", "Type, phase"),
    "road_map_of": text("着手順「{}」の施策", "Measures in the order '{}'"),
    "road_map_note": text(
        "資源は調査の表の六区分（表の欄が失われているため、内容から置いたものを含む）。担い手の分担は本ツールの整理。",
        "Resources are the six of the study's tables (partly placed by content, as cells were lost). How the work is"
        " shared among actors is this tool's account.",
    ),
    "study_actors": text("調査の主体・資源", "Actors and resources in the study"),
    "results": text("成果", "Results"),
    "story": text("経過", "Story"),
    "did": text("自治体の取組", "What local government did"),
    "differing": text("調査の中で食い違う点", "Where the study contradicts itself"),
    "advice": text("本ツールの助言", "This tool's advice"),
    "more_figures": text("ほか{}件", "{} more"),
    "measures_note": text(
        "着手順（まず・次に・その後）は、どの施策から手を付けるか。時期（補う・いま・備える・先々）は、その施策の属する"
        "フェーズが、取り組みの現在地から見ていつに当たるか。別の物差しなので、「その後」で「いま」の施策もある。"
        "どちらも本ツールの判断で、調査の重要度の区分（色）は失われており、示さない。",
        "The order (first, next, then) says which measure to begin with; the timing (repair, now, prepare, later) when"
        " the phase of a measure comes, seen from where work stands. They are two scales: a measure can come late in"
        " the order and yet belong to now. Both are this tool's judgement; the rank in the study was a colour, is lost"
        " and is not shown.",
    ),
    "timing": text("時期", "Timing"),
    "status": text("状況", "Status"),
    "who": text("担い手", "Who acts"),
    "why": text("理由", "Why"),
    "serves": text("働きかける要因", "Works towards"),
    "precedent": text("事例", "Case"),
    "caution": text("留意", "Caution"),
    "scheme": text("国の制度", "State scheme"),
    "as_of_scheme": text(
        "調査時点（令和4年度）の記載で、終了した制度を含む・現況要確認",
        "as told by the study (fiscal 2022), ended schemes included; check how it stands today",
    ),
    "schemes_note": text(
        "「＊」を付けた国の制度は、調査時点（令和4年度）の記載で、終了した制度を含む。現況を確かめること。",
        "State schemes marked * are as told by the study (fiscal 2022), ended ones included; check how they stand"
        " today.",
    ),
    "schemes_mark": text("＊", "*"),
    "precedents_note": text(
        "「事例」に挙げる個々の取組は調査の記述。それをこの施策の例とする対応付けは、本ツールの推論。",
        "What the cases did is told by the study. That it is an example of the measure is inferred by this tool.",
    ),
    "provisional_all": text(
        "以下の時期と着手順は、取り組むフェーズに幅があるため、いずれも仮の位置づけである。",
        "Where work stands is a range, so timing and order below are all provisional.",
    ),
    "directions_short": text(
        "五つのいずれについても、関わりを判断できる回答がまだない。以下は題名と、関わりを知るための質問に限る。",
        "No answer yet tells whether any of the five concerns this cluster. Here are their titles and what would tell.",
    ),
    "hypothesis": text("仮説", "hypothesis"),
    "directions": text("国の政策方向性（仮説）", "The five policy directions of the state (hypotheses)"),
    "directions_note": text(
        "五つとも国に向けた仮説で、自治体が選ぶものではない。以下はこの集積にとっての意味。",
        "All five are hypotheses addressed to the state, not choices of a municipality. Here is what they mean for"
        " this cluster.",
    ),
    "homework": text("地域でできること", "What the region can do"),
    "ask_state": text("国（経済産業局）に尋ねること", "What to bring to the state (METI regional bureau)"),
    "location": text("立地要件", "Requirements of location"),
    "targeted": text("狙う産業", "industry aimed at"),
    "location_count": text(
        "満たす{}、満たさない{}、不明・対象外{}", "{} met, {} not met, {} unknown or not asked about"
    ),
    "location_note": text(
        "要件の文に照らしたもの。表の印（指向）がないことは、重要でないという意味ではない。",
        "Held against the texts of the requirements. No tick in the matrix never means that a point is unimportant.",
    ),
    "cases": text("近い事例", "Nearest cases"),
    "own_case": text("調査にある当地の事例", "This place as a case of the study"),
    "alike": text("似る点", "Alike"),
    "differs": text("異なる点", "Differs"),
    "cautions": text("留意点", "Cautions"),
    "open_points": text("未回答・要確認", "Open points"),
    "bears_on": text("関わる先", "bears on"),
    "more": text("ほかに{}問", "More questions: {}"),
    "none_open": text("なし", "none"),
    "last": text("診断ダイジェスト {} / 知識の版 {} / 評価器 {}", "Digest {} / knowledge {} / evaluator {}"),
    "scenario": text("シナリオ", "Scenario"),
    "industry": text("産業", "Industry"),
    "date": text("基準日", "As of"),
    "refuted": text("この条件には当てはまらない", "this condition does not hold"),
    "not_said": text("未回答", "not answered"),
    "concludes_type": text("型の判定", "type"),
    "concludes_renewal": text("新陳代謝", "renewal"),
}


def word(name: str, lang: Lang, *values: object) -> str:
    """One of our words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
