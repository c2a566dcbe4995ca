"""Makes a folder as a prefecture would have it: consultations of many municipalities, each with its register.

All of it is invented: answers are those of the shipped examples with some dropped, names of measures are put together
from words that registers use. The same seed gives the same folder.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

from engine.model.answers import Consultation
from engine.model.book import Book
from engine.store.answer_file import render

_BEFORE = (
    "",
    "",
    "市内",
    "地域",
    "中小企業",
    "ものづくり",
    "地場産業",
    "次世代",
    "広域",
    "若手",
    "女性",
    "先端",
    "伝統",
)
_AFTER = ("事業", "事業費", "支援事業", "促進事業", "補助金", "推進事業", "事業補助金", "運営事業", "整備事業", "費")
_OTHER = (
    *("商店街街路灯維持", "勤労者福祉", "観光案内所運営", "農業用水路改修", "消費生活相談", "工業統計調査", "計量検査"),
    *("中心市街地活性化", "地域おこし協力隊", "シルバー人材センター運営", "物産館管理", "温泉施設管理", "公用車更新"),
)
_DEPARTMENTS = ("商工課", "企業立地課", "産業振興課", "企画政策課", "農政課", "観光課", "都市計画課", "雇用対策室")
_OUTLINES = (
    "{}を対象に、経費の一部を補助する。", "{}と大学等が連携し、研修と相談を行う。", "{}に関する計画を定める。",
    "{}の販路拡大のため展示会に出展する。", "{}が使う施設と設備を整える。", "{}への専門家派遣と補助金の申請支援。",
)  # fmt: skip
_WHOM = ("市内企業", "中小企業者", "創業希望者", "従業員", "高校生", "誘致企業", "組合", "農業者")
_FUNDS = ("一般財源", "国庫補助", "県補助", "その他")
_HEADINGS = ("No.", "事業名", "担当課", "事業概要", "予算額", "事業期間", "財源", "区分")
_EVERY_FIFTH = 5


def make(folder: Path, book: Book, count: int, measures: int = 100, seed: int = 1) -> None:
    """``count`` pairs of files; every fifth register is a workbook, the others are CSV files in CP932 or UTF-8."""
    source = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    examples = [book.examples[name] for name in sorted(book.examples)]
    names = sorted({word for usual in book.usual_names.values() if not usual.weak for word in usual.ja})
    for n in range(count):
        town = f"架空{n:04}市"
        consultation = _some_dropped(source, examples[n % len(examples)], town)
        (folder / f"{town}.yaml").write_text(render(consultation, book), "utf-8")
        rows = [*_measures(source, names, measures)]
        if n % _EVERY_FIFTH == 0:
            _workbook(folder / f"{town}.xlsx", rows)
        else:
            _csv(folder / f"{town}.csv", rows, "cp932" if n % 2 else "utf-8-sig")


def _some_dropped(source: random.Random, example: Consultation, town: str) -> Consultation:
    kept = {q: answer for q, answer in example.answers.items() if source.random() > 0.15}
    cluster = example.cluster.model_copy(update={"name": f"{town}の{example.cluster.industry}", "name_en": ""})
    return example.model_copy(update={"answers": kept, "cluster": cluster})


def _measures(source: random.Random, names: list[str], count: int) -> Iterator[tuple[str, ...]]:
    for n in range(count):
        about = source.choice(names if source.random() < 0.6 else _OTHER)
        name = source.choice(_BEFORE) + about + source.choice(_AFTER)
        outline = source.choice(_OUTLINES).format(source.choice(_WHOM)) if source.random() < 0.8 else ""
        start, state = source.randrange(1, 9), source.choice(("新規", "継続", "継続"))
        yield (
            str(n + 1), name, source.choice(_DEPARTMENTS), outline, f"{source.randrange(50, 90_000):,}",
            f"R{start}～R{start + source.randrange(0, 6)}", source.choice(_FUNDS), state,
        )  # fmt: skip


def _csv(path: Path, rows: list[tuple[str, ...]], encoding: str) -> None:
    head = ["令和8年度 主要事業一覧（架空）", "（単位：千円）", ",".join(_HEADINGS)]
    told = [",".join(f'"{cell}"' for cell in row) for row in rows]
    path.write_text("\r\n".join([*head, *told, "※内部資料"]) + "\r\n", encoding)


def _workbook(path: Path, rows: list[tuple[str, ...]]) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("事業一覧")
        page.merge_range(0, 0, 0, 7, "令和8年度 主要事業一覧（架空）")
        page.write(1, 7, "（単位：千円）")
        page.write_row(2, 0, _HEADINGS)
        for n, row in enumerate(rows, 3):
            page.write_row(n, 0, (int(row[0]), *row[1:4], int(row[4].replace(",", "")), *row[5:]))
