"""What the values of a gap check are called, in both languages: kinds of findings, coverage, standing, progress."""

from engine.model.gaps import Coverage, RestsOn
from engine.model.register import Funding, Progress, Standing
from engine.model.rules import GapKind
from engine.model.text import LocalizedText
from engine.report.words import text

KIND: dict[GapKind, LocalizedText] = {
    "missing": text("不足", "Missing"),
    "repair": text("補修", "To make up for"),
    "unconfirmed": text("候補のみ", "Suggested only"),
    "thin": text("手薄", "Thin"),
    "differs": text("回答との食い違い", "Differs from the answers"),
    "unlisted": text("一覧の漏れか", "Not in the register"),
    "doubled": text("重複のおそれ", "Possibly doubled"),
    "readiness": text("次への備え", "Readiness"),
    "ahead": text("先行", "Ahead"),
    "orphan": text("施策に当たらない事業", "Serves none"),
}
KIND_NOTE: dict[GapKind, LocalizedText] = {
    "missing": text(
        "いま取り組むフェーズの施策で、対応する事業が一覧にない。",
        "Measures of the phase where work stands for which nothing in the register stands.",
    ),
    "repair": text(
        "既に達したフェーズの施策に欠けがあり、対応する事業が一覧にない。",
        "Measures of a phase already reached of which part is missing, and nothing in the register serves them.",
    ),
    "unconfirmed": text(
        "いま必要な施策に、候補の事業があるだけで、当たるかどうかを人が確かめていない。",
        "Due now, with a suggestion only: nobody has confirmed whether it serves the measure.",
    ),
    "thin": text(
        "事業はあるが、調査の挙げる主体や資源の一部が一覧に見えない。不足とは限らない。",
        "Something is there, but not every actor or resource that the study names. It need not be a lack.",
    ),
    "differs": text(
        "事業があると確認されたのに、診断では未実施と回答している。どちらかを直す。",
        "Confirmed to be there, and absent by the answers: one of the two is to be corrected.",
    ),
    "unlisted": text(
        "診断では実施済みと回答しているが、一覧に事業が見当たらない。県、企業、大学が担っていることもある。",
        "In place by the answers and not in the register. Prefecture, firms or universities may be doing it.",
    ),
    "doubled": text(
        "目的と言葉の近い事業。役割を分けていることもあり、重複と決めるものではない。",
        "Measures alike in purpose and words. They may divide the work; this does not settle that they double.",
    ),
    "readiness": text(
        "次のフェーズの施策への備え。急ぐものではない。",
        "How far the next phase is prepared. Nothing of it is urgent.",
    ),
    "ahead": text(
        "前のフェーズの要因が満たされないうちに取り組む、先のフェーズの施策。調査は順序を定めておらず、誤りではない。",
        "Measures of a later phase while an earlier factor is not met. The study states no order, and it is no fault.",
    ),
    "orphan": text(
        "この型の施策に当たらない事業。ほかの目的があることも多く、不要とは言わない。",
        "Existing measures that serve nothing of this type. Most have another purpose; they are not called needless.",
    ),
}
COVERAGE: dict[Coverage, LocalizedText] = {
    "there": text("あり", "there"),
    "suggested": text("候補（要確認）", "suggested, to check"),
    "ended": text("終了", "ended"),
    "nothing": text("なし", "none"),
}
STANDING: dict[Standing, LocalizedText] = {
    "confirmed": text("確認済み", "confirmed"),
    "suggested": text("候補（要確認）", "suggested, to check"),
    "open": text("候補なし", "nothing near"),
}
RESTS_ON: dict[RestsOn, LocalizedText] = {
    "type": text("型が未確定", "the type is open"),
    "phase": text("フェーズが未確定", "the phase is open"),
    "suggestion": text("候補が未確認", "a suggestion nobody confirmed"),
    "unread": text("読めない行あり", "rows could not be read"),
}
PROGRESS: dict[Progress, LocalizedText] = {
    "planned": text("予定", "planned"),
    "running": text("実施中", "running"),
    "ended": text("終了", "ended"),
}
FUNDING: dict[Funding, LocalizedText] = {
    "own": text("市町村", "own"),
    "prefecture": text("県", "prefecture"),
    "state": text("国", "state"),
    "other": text("その他", "other"),
}
