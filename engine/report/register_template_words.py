"""The words of the template for a register of measures: its columns with how to fill them in, choices, examples."""

from dataclasses import dataclass

from engine.model.register import RegisterField
from engine.model.text import Lang, LocalizedText
from engine.report.words import text


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the template: heading, how to fill it in, choices, an example. ``most``: its width in characters."""

    field: RegisterField
    heading: LocalizedText
    hint: LocalizedText
    example: LocalizedText
    most: int
    choices: tuple[LocalizedText, ...] = ()


FIELDS: tuple[Field, ...] = (
    Field(
        "name",
        text("事業名", "Project name"),
        text("必須。1行に1事業。", "Needed. One measure a row."),
        text("精密加工人材育成事業", "Training for precision machining"),
        34,
    ),
    Field(
        "outline",
        text("事業概要", "Outline"),
        text(
            "目的、対象、内容を一文で。対応する施策の候補は、名称と概要の語から付く。",
            "Purpose, addressees and content in a sentence. Suggestions rest on the words of name and outline.",
        ),
        text(
            "市内の機械加工業の若手従業員に、大学と連携して測定・加工の講座を開く。",
            "Courses on measuring and machining for young employees of local firms, with the university.",
        ),
        52,
    ),
    Field(
        "department",
        text("担当課", "Department"),
        text("同じ名称の事業を見分けるのにも使う。", "It also tells measures of one name apart."),
        text("産業政策課", "Industrial policy"),
        16,
    ),
    Field(
        "budget",
        text("予算額（千円）", "Budget (thousand yen)"),
        text(
            "千円単位の数字。空欄は不明。予算額だけで判断することはない。",
            "A figure in thousand yen. Empty: not known. Nothing is judged by it alone.",
        ),
        text("4500", "4500"),
        14,
    ),
    Field(
        "start",
        text("開始年度", "Start year"),
        text("令和6年度、R6、2024のいずれでもよい。", "As 2024 or R6."),
        text("令和6年度", "2024"),
        12,
    ),
    Field(
        "end",
        text("終了年度", "End year"),
        text("決まっていなければ空欄。", "Empty if not decided."),
        text("令和10年度", "2028"),
        12,
    ),
    Field(
        "actors",
        text("対象者・連携先", "Target group and partners"),
        text(
            "誰に向けた事業か、誰と行うか。複数は「、」で区切る。空欄は不明（なしではない）。",
            "For whom and with whom; several by commas. Empty: not known, never none.",
        ),
        text("市内企業、大学", "Firms, university"),
        22,
        (
            text("市内企業", "Firms"),
            text("大学・高専", "Universities and colleges"),
            text("商工会議所・商工会", "Business associations"),
            text("金融機関", "Banks"),
            text("県", "Prefecture"),
            text("国", "State"),
        ),
    ),
    Field(
        "resources",
        text("資源", "Resources"),
        text("調査の六区分。複数は「、」で区切る。", "The study's six; several by commas."),
        text("ヒト", "People"),
        12,
        (
            text("ヒト", "People"),
            text("カネ", "Money"),
            text("モノ", "Goods"),
            text("情報", "Information"),
            text("ビジョン", "Vision"),
            text("制度", "Institution"),
        ),
    ),
    Field(
        "kpi",
        text("成果指標（KPI）", "Indicator (KPI)"),
        text("空欄でもよい。", "May be empty."),
        text("受講者数 年40人", "Participants, 40 a year"),
        24,
    ),
    Field(
        "funding",
        text("財源", "Funding"),
        text("主な財源。複数は「、」で区切る。", "Main source; several by commas."),
        text("県支出金、一般財源", "Prefectural, own funds"),
        14,
        (
            text("一般財源", "Own funds"),
            text("県支出金", "Prefectural"),
            text("国庫支出金", "State"),
            text("その他", "Other"),
        ),
    ),
    Field(
        "scheme",
        text("活用制度", "Scheme"),
        text("使っている国・県の制度の名称。", "Name of the state's or prefecture's scheme in use."),
        text("県産業人材育成事業費補助金", "Prefectural grant for training"),
        24,
    ),
    Field(
        "progress",
        text("実施状況", "Status"),
        text("終了したものは「終了」。", "'Ended' for what has ended."),
        text("継続", "Continued"),
        12,
        (
            text("新規", "New"),
            text("継続", "Continued"),
            text("拡充", "Expanded"),
            text("縮小", "Reduced"),
            text("予定", "Planned"),
            text("終了", "Ended"),
        ),
    ),
    Field(
        "generic",
        text("対応する施策", "Generic measure"),
        text(
            "分かれば選ぶ（選択肢のシート）。複数は「、」で区切る。空欄なら候補が付く。",
            "If known, choose (sheet Lists); several by commas. Left empty, suggestions are made.",
        ),
        text("", ""),
        46,
    ),
)

_WORDS: dict[str, LocalizedText] = {
    "sheet": text("事業一覧", "Register"),
    "title": text("事業一覧", "Register of measures"),
    "year": text("年度（この欄に書き込む）：", "Fiscal year (write it here):"),
    "fill": text(
        "1行に1事業。セルを選ぶと書き方が出る。列の追加や並べ替えは自由。「記入要領」と「記入例」を参照。",
        "One measure a row. Hints show beside a cell. Columns may be added or moved. See 'Instructions' and 'Example'.",
    ),
    "example_sheet": text("記入例", "Example"),
    "example_title": text("記入例（架空の事業）", "Example (an invented measure)"),
    "example_note": text(
        "書き方を示すための架空の事業。このシートは点検に入らない。",
        "An invented measure that shows how to fill in. This sheet does not go into the check.",
    ),
    "guide_sheet": text("記入要領", "Instructions"),
    "guide_title": text("列の書き方", "How to fill in the columns"),
    "guide_note": text(
        "既にある事業一覧を使う場合は、写し替えず、そのファイルを読み込ませてもよい（列の対応は画面で確かめる）。"
        "空欄は「不明」として扱い、「なし」とは数えない。",
        "A register you have already can be read as it is; its columns are confirmed on a screen. An empty cell is"
        " unknown and never counts as no.",
    ),
    "column": text("列", "Column"),
    "how": text("書き方", "How"),
    "choose": text("選択肢", "Choices"),
    "sample": text("例", "Example"),
    "lists_sheet": text("選択肢", "Lists"),
    "footer": text("知識の版 {}", "Knowledge {}"),
}


def word(name: str, lang: Lang, /, *values: object) -> str:
    """One of these words, with its blanks filled."""
    return _WORDS[name].get(lang).format(*values)
