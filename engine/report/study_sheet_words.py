"""The words of the study's further sheets: their titles, kinds of rows, headings, and how each is to be read."""

from engine.model.text import LocalizedText
from engine.report.words import text

TITLE: dict[str, LocalizedText] = {
    "hr": text("人材の施策（都道府県）", "Measures for people (prefectures)"),
    "dx": text("DX推進の施策（都道府県）", "Measures for DX (prefectures)"),
    "policy_history": text("国の地域産業政策の変遷", "History of the state's regional industrial policy"),
    "land": text("工業用地と農地転用の分析", "Industrial land and conversion of farmland"),
    "screening": text("事例を選ぶための絞り込み", "Screening by which cases were chosen"),
}
TAB: dict[str, LocalizedText] = {
    "hr": text("人材の施策", "People"),
    "dx": text("DXの施策", "DX"),
    "policy_history": text("政策の変遷", "Policy history"),
    "land": text("用地", "Land"),
    "screening": text("絞り込み", "Screening"),
}
NOTE: dict[str, LocalizedText] = {
    "hr": text(
        "都道府県の施策を整理した表で、市町村の権限ではない。表の欄の位置は本文から失われ、分からないものは不明とした。",
        "The matrix sorts measures of prefectures, not a municipality's powers. Where the text has lost the cell, it is"
        " left unknown.",
    ),
    "dx": text(
        "都道府県の施策を整理した表で、市町村の権限ではない。評価の濃淡は本文から失われている。",
        "The matrix sorts measures of prefectures, not a municipality's powers. The shades of the ratings are lost.",
    ),
    "policy_history": text(
        "調査時点（令和4年度）までの代表的な政策。現在の制度は確認を要する。",
        "The main policies up to the study (fiscal 2022). Whether a scheme still stands is to be checked.",
    ),
    "land": text(
        "全国の農地転用について、金融危機後に焦点を当てた場合の所見。地域の判断材料にそのまま使えるものではない。図の値は本文にない。",
        "Findings on farmland of the whole country, with the focus on the years after the financial crisis; no ground"
        " for a region by itself. The values of the charts are not in the text.",
    ),
    "screening": text(
        "図に載せる自治体を選んだ基準で、型や成功を判定するものではない。",
        "It chose the municipalities of a figure and is no test of type or success.",
    ),
}
KIND: dict[str, LocalizedText] = {
    "claim": text("述べていること", "Claim"),
    "title": text("表題", "Title"),
    "use": text("使い方", "Use"),
    "measure": text("施策", "Measure"),
    "direction": text("方向性", "Direction"),
    "target": text("対象", "Target"),
    "group": text("区分", "Group"),
    "phase": text("段階", "Stage"),
    "scale": text("評価の段階", "Rating"),
    "footnote": text("注", "Footnote"),
    "policy": text("政策", "Policy"),
    "basic_policy": text("基本方針", "Basic policy"),
    "era": text("時期", "Period"),
    "row": text("観点", "Aspect"),
    "finding": text("所見", "Finding"),
    "method": text("方法", "Method"),
    "chart": text("図", "Chart"),
    "table": text("表", "Table"),
    "criterion": text("基準", "Criterion"),
    "attraction_example": text("誘致の例", "Attraction"),
    "axes": text("軸", "Axes"),
    "count": text("数", "Count"),
    "plot": text("散布図", "Plot"),
    "source": text("出所", "Source"),
}
WORD: dict[str, LocalizedText] = {
    "kind": text("種類", "Kind"),
    "title": text("名称", "Name"),
    "told": text("内容", "Content"),
    "year": text("年", "Year"),
    "belongs": text("属する欄", "Belongs to"),
    "power": text("所管", "Power"),
    "basis": text("根拠", "Basis"),
    "sections": text("節", "Section"),
    "prefectural": text("都道府県", "prefecture"),
    "lost": text("欄は本文から失われ不明", "its cell is lost in the text"),
    "hypothesis": text("仮説", "hypothesis"),
    "title_all": text("調査の別表", "Further sheets of the study"),
    "version": text("知識の版", "Knowledge version"),
}
