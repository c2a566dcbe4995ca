"""The report as HTML: nothing from outside, no text taken for markup, built as readers and printers expect."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.text import Lang
from engine.report.blocks import (
    Bar,
    Bars,
    Board,
    BoardCell,
    BoardRow,
    Contents,
    Document,
    Heading,
    Line,
    Paragraph,
    Table,
)
from engine.report.html import render
from tests.engine.report.reports import LANGS, report, report_of
from tests.engine.report.samples import letters, sample, statements

_VOID = {"meta", "col", "br", "hr", "img", "link", "input"}


class _Page(HTMLParser):
    """The elements of a page with their attributes, its text, and whether every tag is closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.balanced = True
        self.feed(html)
        self.close()
        self.balanced = self.balanced and not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def tags(self) -> set[str]:
        return {tag for tag, _ in self.elements}

    def text(self, *inside: str) -> str:
        return "".join(data for tag, data in self.texts if not inside or tag in inside)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", ["kitakami", "sakaki"])
def test_a_whole_report_is_well_formed_and_asks_nothing_of_a_network(example: str, lang: Lang) -> None:
    html = render(report(example, lang))
    page = _Page(html)
    assert page.balanced
    assert ("html", {"lang": lang}) in page.elements
    assert not page.tags() & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "audio", "video"}
    for tag, attributes in page.elements:
        assert not {"src", "srcset", "data", "action", "ping", "background", "style"} & set(attributes) - (
            {"style"} if tag == "col" else set()
        )
        assert not [name for name in attributes if name.startswith("on")]
        assert all(not urlsplit(value or "").scheme for name, value in attributes.items() if name.endswith("href"))
    styles = page.text("style")
    assert not re.search(r"@import|@font-face|https?:|//", styles, re.IGNORECASE)
    assert set(re.findall(r"url\(([^)#]*)", html)) <= {""}
    policy = next(a["content"] for t, a in page.elements if t == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("example", ["kitakami", "sakaki"])
def test_everything_the_report_says_is_in_it(example: str, lang: Lang) -> None:
    said = letters(_Page(render(report(example, lang))).text())
    assert [text for text in statements(report(example, lang)) if letters(text) not in said] == []


def test_contents_lead_to_every_heading_once() -> None:
    page = _Page(render(sample()))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    targets = [a["href"] for t, a in page.elements if t == "a"]
    assert len(ids) == len(set(ids))
    assert [target and target[1:] in ids for target in targets] == [True] * 3
    assert page.text("a") == "型視点別の支持推奨施策"
    labelled = [a["aria-labelledby"] for _, a in page.elements if "aria-labelledby" in a]
    assert all(name in ids for names in labelled for name in (names or "").split())


def test_tables_have_captions_scopes_and_widths() -> None:
    page = _Page(render(sample()))
    assert page.text("caption") == "表1　施策一覧"
    scopes = [a["scope"] for t, a in page.elements if t == "th"]
    assert scopes == ["col"] * 3 + ["row"] * 2 + ["col"] * 2 + ["row"]
    assert [a["style"] for t, a in page.elements if t == "col"] == ["width:60.0%", "width:20.0%", "width:20.0%"]
    assert page.text("figcaption") == "図1　集積の型とフェーズ図2　型ごとの支持"


def test_the_board_and_the_bars_are_told_without_colour() -> None:
    html = render(sample())
    page = _Page(html)
    drawn = page.text("text")
    for words in ("呼び込む", "一部充足", "現在地", "候補", "判定", "????", "+5点", "-2点"):
        assert words in drawn, words
    told = page.text("desc")
    assert "判定 B 誘致先行型: 選ぶ 充足, 呼び込む 一部充足 (現在地), 根付く 不明" in told
    assert 'class="edge" fill="url(#s9-hatch)"' in html
    assert html.count('class="empty"') == 4 + 2


def test_every_sheet_but_the_first_begins_a_page() -> None:
    html = render(sample())
    assert html.count('<div class="sheet">') == 3
    assert re.search(r"\.sheet \+ \.sheet \{ break-before: page", html)
    assert "@page { size: A4" in html


def test_the_footer_stands_on_every_printed_page_and_at_the_end() -> None:
    html = render(sample())
    assert "@bottom-left{content:" in html
    assert _Page(html).text("p").endswith("診断ダイジェスト abc知識の版 1")


def test_colours_can_be_read_on_white() -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", render(sample())))
    for name in ("ink", "quiet", "deep"):
        assert _contrast(colours[name], "#ffffff") >= 4.5
        assert _contrast(colours[name], colours["lit"]) >= 4.5
    assert _contrast(colours["edge"], "#ffffff") >= 3


def _contrast(one: str, other: str) -> float:
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


_HOSTILE = st.one_of(
    st.sampled_from(
        [
            "</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}{% raw %}", "&lt;b&gt;",
            "]]>", "<!--", "</svg>", "\\22;}body{background:url(//x)}", "a\u202eb\x1b[31m\x00", "'\"`=", "</title>",
        ]
    ),
    st.text(max_size=40),
)  # fmt: skip


@given(_HOSTILE)
def test_whatever_is_said_is_text(text: str) -> None:
    cell = BoardCell(text, "met", True)
    document = Document(
        "ja",
        (
            Heading(1, text), Heading(2, text), Paragraph(Line(text, below=(Line(text, label=text),))),
            Table((text,), ((text,),), text), Board(text or "x", (BoardRow(text, text, "here", (cell,)),), (text,)),
            Bars(text or "x", (Bar(text, 1, text),), 0, 2),
        ),
        text, text, (text,),
    )  # fmt: skip
    page, plain = _Page(render(document)), _Page(render(sample()))
    assert page.balanced
    assert page.tags() <= plain.tags()
    names = {name for _, attributes in page.elements for name in attributes}
    assert names <= {name for _, attributes in plain.elements for name in attributes}
    assert not [c for c in page.text() if c in "\x00\x1b\u202e"]


def test_nothing_answered_is_a_report_as_well() -> None:
    assert _Page(render(report_of({}, "en"))).balanced
    assert _Page(render(Document("ja", ()))).balanced


def test_where_a_type_left_open_would_stand_is_told_as_such() -> None:
    would = BoardRow("A-1", "大企業牽引型", "open", (BoardCell("タテに育つ", "partly", True),))
    html = render(Document("ja", (Board("題", (would,)),)))
    drawn = _Page(html).text("text")
    assert "この型なら現在地" in drawn
    assert "判定" not in drawn
    assert 'class="cell open"' in html


def test_contents_list_what_comes_after_them() -> None:
    before, after = Heading(2, "先"), Heading(2, "後")
    page = _Page(render(Document("ja", (before, Contents(), after))))
    assert page.text("a") == "後"
