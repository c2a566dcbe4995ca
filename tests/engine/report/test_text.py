"""The text of a report: what stands in it and in which order, within the width, and in characters of certain width."""

import unicodedata

import pytest
from rich.cells import cell_len

from engine.assess import assess
from engine.model.answers import UNKNOWN
from engine.model.text import Lang
from engine.report.text import render
from engine.report.wrap import NO_END, NO_START
from tests.engine.report.reports import LANGS, assessed, book, consultation_of, report, report_of
from tests.helpers import case, case_names, values

EVERY = [(example, lang) for example in book().examples for lang in LANGS]


@pytest.mark.parametrize(("example", "lang"), EVERY)
def test_lines_are_within_the_width_and_kinsoku(example: str, lang: Lang) -> None:
    for width in (60, 80):
        lines = render(report(example, lang), width).splitlines()
        assert max(map(cell_len, lines)) <= width
        bodies = [line.strip().removeprefix("- ").removeprefix("? ") for line in lines if line.strip()]
        assert not [b for b in bodies if b[0] in NO_START]
        assert not [b for b in bodies if b[-1] in NO_END]


@pytest.mark.parametrize(("example", "lang"), EVERY)
def test_no_character_of_uncertain_width(example: str, lang: Lang) -> None:
    text = render(report(example, lang))
    assert {c for c in text if unicodedata.east_asian_width(c) == "A"} == set()


@pytest.mark.parametrize("lang", LANGS)
def test_the_parts_come_in_their_order(lang: Lang) -> None:
    lines = render(report("kitakami", lang)).splitlines()
    ja = [
        *("1　型の判定", "2　フェーズの判定", "3　産業の新陳代謝", "4　推奨施策", "5　国の政策方向性（仮説）"),
        *("6　近い事例", "7　留意点", "8　未回答・要確認", "9　想定問答"),
        *("資料1　フェーズの根拠", "資料2　施策の詳細", "資料3　ロジックモデル（案）", "資料4　回答の一覧"),
        *("資料5　出典", "資料6　判定の方法"),
    ]
    en = [
        *("1. Verdict on the type", "2. Verdict on the phase", "3. Renewal of the industry"),
        *("4. Recommended measures", "5. The five policy directions of the state (hypotheses)", "6. Nearest cases"),
        *("7. Cautions", "8. Open points", "9. Questions to expect", "Annex 1: Evidence for the phases"),
        *("Annex 2: Measures in detail", "Annex 3: Logic models (draft)", "Annex 4: All answers"),
        *("Annex 5: Sources", "Annex 6: Method"),
    ]
    assert [line[3:] for line in lines if line.startswith("## ")] == (ja if lang == "ja" else en)
    assert assessed("kitakami").digest in "\n".join(lines[-3:])


def test_the_date_stands_in_both_calendars() -> None:
    assert "2023年3月31日（令和5年3月31日）" in render(report("kitakami", "ja"))
    assert "31 March 2023 (Reiwa 5)" in render(report("kitakami", "en"))


def test_every_recommended_measure_is_told_with_its_section() -> None:
    text = render(report("kitakami", "ja"), 1000)
    for one in assessed("kitakami").recommendations:
        title = book().measures[one.measure].title.ja
        assert any(line.startswith(f"- {title}（") and "2-2-5〕" in line for line in text.splitlines())


def test_schemes_of_the_state_are_dated() -> None:
    text = render(report("kitakami", "ja"), 1000).partition("## 資料2")[2]
    schemes = [line for line in text.splitlines() if "地域未来投資促進法" in line]
    assert schemes
    assert all("＊〔" in line for line in schemes)
    assert text.partition("まず")[0].count("「＊」を付けた国の制度は、調査時点（令和4年度）の記載") == 1


def test_the_lost_rank_is_never_shown() -> None:
    for example in book().examples:
        measures = render(report(example, "ja")).partition("## 4　推奨施策")[2].partition("## 5　国の")[0]
        assert not [word for word in ("差別化施策", "任意", "最重要") if word in measures]


@pytest.mark.parametrize("lang", LANGS)
def test_outside_the_scope_no_type_is_forced(lang: Lang) -> None:
    lines = render(report_of({"manufacturing": False}, lang), 1000).splitlines()
    first = next(line for line in lines if "判定しません" in line or "no type or phase is judged" in line)
    assert lines.index(first) < lines.index("判定の主な理由" if lang == "ja" else "Main reasons")
    part, _, method = "\n".join(lines).partition("## 資料3" if lang == "ja" else "## Annex 3")
    assert method
    assert not [word for word in ("推奨施策", "Recommended", "A-1") if word in part]


def test_users_text_is_made_visible() -> None:
    text = render(report_of({}, "ja", "悪\u202e意\x1b[31m"))
    assert "\\u202e" in text
    assert "\x1b" not in text


def test_dont_knows_come_first_among_the_open_points() -> None:
    lines = render(report_of({"growth_origin": "endogenous", "wide_links": "unknown"}, "ja"), 1000).splitlines()
    points = lines[next(n for n, line in enumerate(lines) if line.endswith("　未回答・要確認")) :]
    assert book().questions["wide_links"].text.ja in next(line for line in points if line.startswith("- "))


def test_location_is_told_only_where_it_is_asked_for() -> None:
    assert "立地要件" not in render(report("shikokuchuo", "ja"))
    aimed = render(report_of({"growth_origin": "exogenous", "loc_target": ("device",)}, "ja"), 1000)
    assert "（狙う産業" in aimed


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("scope", [True, False])
def test_answers_that_do_not_go_together_come_before_the_verdict(lang: Lang, scope: bool) -> None:
    given = {"manufacturing": scope, "core_company": False, "supplier_base": True}
    text = render(report_of(given, lang), 1000)
    rule = book().rule["contradictions/anchor/suppliers_without_core"]
    assert rule.way_out is not None
    no, yes = ("いいえ", "はい") if lang == "ja" else ("no", "yes")
    answers = (("core_company", no), ("supplier_base", yes))
    asked = [f"{book().questions[q].text.get(lang)} -> {a}".replace("’", "'") for q, a in answers]
    heading = "## 1　回答の食い違い" if lang == "ja" else "## 1. Contradictory answers"
    verdict = "## 2　" if lang == "ja" else "## 2. "
    parts = [heading, rule.reads.get(lang), *asked, rule.way_out.get(lang), verdict]
    places = [text.index(part, text.index(heading)) for part in parts]
    assert places == sorted(places)
    first_page = text.partition("判定の主な理由" if lang == "ja" else "Main reasons")[0]
    asked_about = consultation_of(given)
    verdict = assess(book(), asked_about.answers, asked_about.as_of).first_line.get(lang)
    assert first_page.index(rule.reads.get(lang)) < first_page.index(verdict)


@pytest.mark.parametrize("lang", LANGS)
def test_a_dont_know_that_contradicts_is_told_as_such(lang: Lang) -> None:
    earlier = ("a1_core_involved", "a1_production", "a1_supplier_training", "a1_joint_rd")
    last: dict[str, object] = {"a1_nextgen_field": True, "a1_frontier": "running"}
    text = render(report_of({**last, **dict.fromkeys(earlier, UNKNOWN)}, lang), 1000)
    assert text.count("-> 分からないと回答" if lang == "ja" else "-> answered: don't know") == len(earlier)


@pytest.mark.parametrize("lang", LANGS)
def test_contradictions_of_every_case_are_within_the_width_and_in_certain_characters(lang: Lang) -> None:
    for name in case_names():
        if name.startswith("contradictory"):
            lines = render(report_of(dict(values(book(), case(name)[0])), lang), 60).splitlines()
            assert max(map(cell_len, lines)) <= 60
            assert {c for line in lines for c in line if unicodedata.east_asian_width(c) == "A"} == set()
