"""The styles of a Word report: all of them in a file of our own, and what an office's template lacks of them."""

from copy import deepcopy
from importlib.resources import files
from typing import Literal

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from engine.model.text import Lang
from engine.report.docx_xml import Element, node

Fonts = Literal["yu", "ms"]
"""Which Japanese fonts: 游明朝 and 游ゴシック, or MS 明朝 and MS ゴシック."""

_EAST: dict[Fonts, tuple[str, str]] = {"yu": ("游明朝", "游ゴシック"), "ms": ("ＭＳ 明朝", "ＭＳ ゴシック")}
_LATIN: dict[Lang, tuple[str, str]] = {"ja": ("Century", "Arial"), "en": ("Calibri", "Calibri")}
_LEAD: dict[Lang, tuple[tuple[int, int], ...]] = {
    "ja": ((19, 276), (18, 256), (17, 240)),
    "en": ((18, 252), (17, 236), (16, 222)),
}
"""Size in half points and height of line in twentieths of a point on page one, ever closer."""
_LEAD_CELL = ((16, 234), (16, 222), (15, 210))
CLOSEST = len(_LEAD_CELL) - 1
"""How close page one can be set: from 0 to this."""
# Where a font is missing, Word takes the other name, else one of the same character set and kind.
_ALSO = {"游明朝": "Yu Mincho", "游ゴシック": "Yu Gothic", "ＭＳ 明朝": "MS Mincho", "ＭＳ ゴシック": "MS Gothic"}
_BULLETS = ("・", "–", "・")
_STEP = 380


def own(lang: Lang, fonts: Fonts, width: int, number: int, close: int = 0) -> Element:
    """All our styles.

    Args:
        lang: the language of the report.
        fonts: which Japanese fonts.
        width: how wide a line is, in twentieths of a point.
        number: the first of the lists that bullets are of.
        close: how close page one is set, from 0 to ``CLOSEST``.
    """
    east, latin = _EAST[fonts], _LATIN[lang]
    body, head = (_fonts(latin[n], east[n] if lang == "ja" else east[1]) for n in (0, 1))
    text = (files("engine.report") / "templates" / "styles.xml").read_text(encoding="utf-8")
    (size, line), (cell, cell_line) = _LEAD[lang][close], _LEAD_CELL[close]
    given = {"BODY": body, "HEAD": head, "EAST": east[0], "WIDTH": width}
    given |= {f"NUMBER{n}": number + n for n in range(len(_BULLETS))}
    for word, value in (given | {"LEADSIZE": size, "LEADLINE": line, "CELLSIZE": cell, "CELLLINE": cell_line}).items():
        text = text.replace(f'"{word}"', f'"{value}"').replace(f"w:rFonts {word}/", f"w:rFonts {value}/")
    return parse_xml(text.encode())


def _fonts(latin: str, east: str) -> str:
    return f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"'


def replace(word: WordDocument, styles: Element) -> None:
    """Gives a file these styles and no others."""
    element = word.styles.element
    for child in list(element):
        element.remove(child)
    element.extend(list(styles))


def complete(word: WordDocument, styles: Element) -> None:
    """Adds the styles that a template lacks, in the fonts of the template. Its Japanese is taken for Japanese."""
    element, have = word.styles.element, ids(word)
    for language in element.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        language.set(qn("w:eastAsia"), "ja-JP")
    for style in styles.findall(qn("w:style")):
        name = _name(style)
        if name.lower() in have:
            continue
        added = deepcopy(style)
        added.set(qn("w:styleId"), _free(style.get(qn("w:styleId")), set(have.values())))
        added.attrib.pop(qn("w:default"), None)
        have[name.lower()] = added.get(qn("w:styleId"))
        _fitted(added, styles, have)
        element.append(added)


def _fitted(style: Element, ours: Element, have: dict[str, str]) -> None:
    """The style standing on what the template calls the styles it names, without fonts of its own."""
    names = {one.get(qn("w:styleId")): _name(one).lower() for one in ours.findall(qn("w:style"))}
    for tag in ("basedOn", "next"):
        for reference in style.findall(qn(f"w:{tag}")):
            reference.set(qn("w:val"), have.get(names[reference.get(qn("w:val"))], have["normal"]))
    for fonts in list(style.iter(qn("w:rFonts"))):
        fonts.getparent().remove(fonts)


def _name(style: Element) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))


def _free(wanted: str, taken: set[str]) -> str:
    return wanted if wanted not in taken else _free(wanted + "s", taken)


def ids(word: WordDocument) -> dict[str, str]:
    """The ids of the styles of a file by name in small letters: what Word calls ``heading 1`` may have the id ``1``."""
    return named(word.styles.element)


def named(styles: Element) -> dict[str, str]:
    """The same of the styles alone."""
    found = [style for style in styles.findall(qn("w:style")) if style.find(qn("w:name")) is not None]
    return {_name(style).lower(): style.get(qn("w:styleId")) for style in reversed(found)}


def bullets(word: WordDocument) -> int:
    """Adds a list for each depth of bullets; the number of the first, those of the others follow.

    They are lists of their own because a style names a list, and Word ignores the level it may name as well.
    """
    numbering = _numbering(word)
    taken = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    numbers = [int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))]
    kind, number = max(taken, default=0) + 1, max(numbers, default=0) + 1
    for n, bullet in enumerate(_BULLETS):
        levels = (node("multiLevelType", {"val": "singleLevel"}), _level(n, bullet))
        numbering.insert(_after_kinds(numbering), node("abstractNum", {"abstractNumId": kind + n}, *levels))
        after = [at for at, child in enumerate(numbering) if child.tag in (qn("w:abstractNum"), qn("w:num"))]
        listed = node("num", {"numId": number + n}, node("abstractNumId", {"val": kind + n}))
        numbering.insert(after[-1] + 1, listed)
    return number


def _after_kinds(numbering: Element) -> int:
    """Kinds of lists stand before the lists themselves."""
    return next((n for n, child in enumerate(numbering) if child.tag == qn("w:num")), len(numbering))


def _level(n: int, bullet: str) -> Element:
    """The only level of the list for bullets of depth ``n``."""
    return node(
        "lvl",
        {"ilvl": 0},
        node("start", {"val": 1}),
        node("numFmt", {"val": "bullet"}),
        node("lvlText", {"val": bullet}),
        node("lvlJc", {"val": "left"}),
        node("pPr", None, node("ind", {"left": 300 + n * _STEP, "hanging": 300})),
    )


def _numbering(word: WordDocument) -> Element:
    """The lists of a file, which has none where nobody made one."""
    part = word.part
    try:
        return part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        empty = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
        made = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, parse_xml(empty), part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element


def font_table(fonts: Fonts) -> bytes:
    """The Japanese fonts with the other names they go by and their kind."""
    root = parse_xml('<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')
    for name, family in zip(_EAST[fonts], ("roman", "modern"), strict=True):
        described = (node("altName", {"val": _ALSO[name]}), node("charset", {"val": "80"}))
        root.append(node("font", {"name": name}, *described, node("family", {"val": family})))
    return serialize_part_xml(root)
