"""The words of the what-if screen."""

WHATIF: dict[str, tuple[str, str]] = {
    "whatif.title": ("もしも：回答を仮に変える", "What if: other answers, supposed"),
    "whatif.lead": (
        "元の回答は変わらず、シナリオとして残すまで何も保存されません。",
        "The answers stay as they are, and nothing is stored until it is kept as a scenario.",
    ),
    "whatif.add": ("変える回答を選ぶ（a）", "Choose an answer to change (a)"),
    "whatif.changes": ("仮に変えた回答（{n}件、未保存）", "Answers supposed ({n}, not stored)"),
    "whatif.how_to_drop": ("Enter で選び直し、d で取り消し", "Enter chooses again, d takes it back"),
    "whatif.turned": ("今：{before}　もしも：{after}", "now: {before}; what if: {after}"),
    "whatif.verdict": ("判定", "Verdict"),
    "whatif.item": ("項目", "Item"),
    "whatif.now": ("今", "Now"),
    "whatif.then": ("もしも", "What if"),
    "whatif.differs": ("* は、今ともしもで異なる行。", "* marks what differs."),
    "whatif.board": ("盤", "Board"),
    "whatif.come": ("加わる施策（{n}件）", "Measures that come ({n})"),
    "whatif.go": ("なくなる施策（{n}件）", "Measures that go ({n})"),
    "whatif.move": ("位置づけが変わる施策（{n}件）", "Measures placed otherwise ({n})"),
    "whatif.alike": ("同じ位置づけの施策：{n}件", "Measures placed alike: {n}"),
    "whatif.directions": ("国の政策方向性との関わり", "The state's directions"),
    "whatif.no_directions": (
        "国の政策方向性との関わりは、五つとも変わりません。",
        "None of the five directions changes.",
    ),
    "whatif.shares": ("判定が今のままの場合の割合", "Share of cases in which the verdict stays"),
    "whatif.nothing": (
        "まだ何も変えていません。a を押すか最初の行を選ぶと、変える回答を選べます。",
        "Nothing is supposed yet. Press a, or choose the first line, to choose an answer to change.",
    ),
    "whatif.working": ("計算しています。", "Working it out."),
    "whatif.pick": ("変える回答を選ぶ", "Which answer to change"),
    "whatif.search": ("質問の言葉で探す", "Search the questions"),
    "whatif.matters": ("判定を左右する未確認の点（重い順）", "Open points that move the verdict, the weightiest first"),
    "whatif.suggested": (
        "これで判定が変わる（選ぶとまとめて仮定）",
        "These turn the verdict (choosing supposes them all)",
    ),
    "whatif.given": ("今の回答：{value}", "as answered: {value}"),
    "whatif.supposed": ("もしも：{value}", "supposed: {value}"),
    "whatif.dont_know": ("分からない", "don't know"),
    "whatif.not_asked": ("未回答", "not asked"),
    "whatif.leads_to": ("判定：{verdict}", "verdict: {verdict}"),
    "whatif.as_it_stands": ("（今の回答）", " (as it stands)"),
    "whatif.number": ("数字を入力し Enter。単位：{unit}。", "Type a figure, then Enter. Unit: {unit}."),
    "whatif.unknown": ("分からない（F8）", "don't know (F8)"),
    "whatif.several": (
        "空白キーで印を付け、Enter で確定（印がなければ「該当なし」）。F8 で「分からない」。",
        "Space marks, Enter confirms (no mark: none of them). F8: don't know.",
    ),
    "whatif.single": (
        "矢印か番号で選び Enter。下は、そう答えた場合の判定。",
        "Arrows or a number, then Enter. Below: the verdict then.",
    ),
    "whatif.keep_title": ("シナリオに残す：{name}", "Keep as a scenario: {name}"),
    "whatif.keep_lead": (
        "仮に変えた回答（{n}件）を含めて、新しい相談として保存します。元の相談は変わりません。"
        "何を仮定したかを名前にしてください。",
        "Stores a new consultation with the answers supposed ({n}); the original stays as it is. "
        "Name it after what is supposed.",
    ),
    "whatif.kept": ("シナリオ「{name}」として保存しました。", "Kept as scenario '{name}'."),
    "whatif.nothing_to_keep": ("先に回答を仮に変えてください。", "Suppose another answer first."),
    "working.whatif": ("もしもの場合を計算中です", "Working out what if"),
    "working.changes": ("結果が変わる条件を調べています", "Looking for what would change it"),
    "working.suggest": ("判定を左右する点を調べています", "Looking for what matters"),
}
