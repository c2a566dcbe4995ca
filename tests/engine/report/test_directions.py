"""The five directions of the state: short where nothing is known of them, and schemes dated once."""

from engine.report.blocks import Bullets, Heading
from tests.engine.report.reports import book, part, report, report_of, words_in


def test_with_nothing_answered_they_are_titles_and_what_would_tell() -> None:
    told = part(report_of({}, "ja"), "国の政策方向性")
    text = "\n".join(words for block in told for words in words_in(block))
    (short,) = (block for block in told if isinstance(block, Bullets))
    titles = [one.title.ja for one in sorted(book().national_directions.values(), key=lambda d: d.order)]
    assert [title for title, line in zip(titles, short.lines, strict=True) if title not in line.text] == []
    homework = [one.text.ja for item in book().national_directions.values() for one in item.homework]
    assert not [one for one in homework if one in text]


def test_with_answers_they_are_told_in_full_and_the_date_of_schemes_once() -> None:
    told = part(report("kitakami", "ja"), "国の政策方向性")
    assert sum(isinstance(block, Heading) and block.level == 3 for block in told) == len(book().national_directions)
    text = "\n".join(words for block in told for words in words_in(block))
    assert text.count("調査時点（令和4年度）の記載") == 1


def test_what_holds_for_every_measure_is_said_once_above_them() -> None:
    text = "\n".join(words for block in part(report("kitakami", "ja"), "施策の詳細") for words in words_in(block))
    assert text.count("取り組むフェーズに幅があるため") == 1
    assert "担い手：市町村：" not in text
    assert text.count("対応付けは、本ツールの推論") == 1
