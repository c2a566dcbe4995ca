"""Makes files that would hang, burst or mislead a careless reader: 200 of them from seeds, the same every time."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TABLE = (
    ("事業名", "事業概要", "担当課", "予算額（千円）"),
    ("創業支援事業", "創業者の家賃を補助する", "商工課", 1200),
    ("人材確保事業", "高校生の企業見学", "商工課", 300),
)

Parts = dict[str, "bytes | str | Iterator[bytes]"]
Maker = Callable[[Random], tuple[str, bytes]]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def row_xml(number: int, cells: tuple[object, ...]) -> str:
    made = "".join(
        f'<c t="inlineStr"><is><t>{escaped(cell)}</t></is></c>' if isinstance(cell, str) else f"<c><v>{cell}</v></c>"
        for cell in cells
    )
    return f'<row r="{number}">{made}</row>'


def sheet_xml(rows: str, after: str = "", before: str = "") -> str:
    return f"{HEAD}<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def table_xml() -> str:
    return "".join(row_xml(number, cells) for number, cells in enumerate(TABLE, start=1))


def parts(sheets: int = 1) -> Parts:
    """The parts of a plain workbook."""
    listed = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, sheets + 1))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    made: Parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
    }
    for n in range(1, sheets + 1):
        made[f"xl/worksheets/sheet{n}.xml"] = sheet_xml(table_xml())
    return made


SHEET = "xl/worksheets/sheet1.xml"


def zipped(made: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in made.items():
            if isinstance(content, (bytes, str)):
                archive.writestr(name, content)
                continue
            with archive.open(name, "w", force_zip64=True) as target:
                for piece in content:
                    target.write(piece)
    return stream.getvalue()


def with_sheet(xml: "bytes | str | Iterator[bytes]", **more: "bytes | str") -> bytes:
    return zipped(parts() | {SHEET: xml} | more)


def streamed(rows: Iterator[str], after: str = "") -> Iterator[bytes]:
    yield f"{HEAD}<worksheet {MAIN}><sheetData>{table_xml()}".encode()
    yield from (piece.encode() for piece in rows)
    yield f"</sheetData>{after}</worksheet>".encode()


def blank_rows(random: Random) -> tuple[str, bytes]:
    """A million rows with a format and nothing else, perhaps with a cell far below."""
    last = row_xml(1_048_576, ("最後の事業",)) if random.random() < 0.5 else ""
    pieces = (
        "".join(f'<row r="{n}" s="1" ht="15"/>' for n in range(at, at + 10_000)) for at in range(4, 1_000_000, 10_000)
    )
    return "xlsx", with_sheet(streamed(_then(pieces, last), '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'))


def blank_cells(random: Random) -> tuple[str, bytes]:
    """Formatted blank cells without end."""
    row = '<c s="1"/>' * random.choice((16_384, 300))
    pieces = (f'<row r="{n}">{row}</row>' for n in range(4, random.choice((2_000, 6_000))))
    return "xlsx", with_sheet(streamed(pieces))


def _then(pieces: Iterator[str], last: str) -> Iterator[str]:
    yield from pieces
    yield last


def lying_dimension(random: Random) -> tuple[str, bytes]:
    before = '<dimension ref="A1:XFD1048576"/>'
    far = random.choice(('<c r="XFD1048576" t="str"><v>遠い</v></c>', '<c r="ZZZZ9" t="n"><v>1</v></c>', '<c r="-1"/>'))
    row = random.choice(("1048576", "0", "-5", "99999999999999", "x"))
    return "xlsx", with_sheet(sheet_xml(f'{table_xml()}<row r="{row}">{far}</row>', before=before))


def wide(random: Random) -> tuple[str, bytes]:
    """Every column in use, in many rows."""
    cells = "".join(f"<c><v>{random.randrange(99)}</v></c>" for _ in range(16_384))
    return "xlsx", with_sheet(streamed(f'<row r="{n}">{cells}</row>' for n in range(4, 60)))


def full(random: Random) -> tuple[str, bytes]:
    """More rows of real content than any register has."""
    count = random.choice((30_000, 120_000))
    pieces = (row_xml(n, (f"事業{n}", "概要" * 5, "商工課", n)) for n in range(4, count))
    return "xlsx", with_sheet(streamed(pieces))


def huge_strings(random: Random) -> tuple[str, bytes]:
    size = random.choice((100_000, 5_000_000, 40_000_000))
    text = random.choice(("あ", "=cmd|' /C calc'!A0", "\U0001f600")) * (size // 10)
    cell = f'<c t="inlineStr"><is><t>{escaped(text)}</t></is></c>'
    return "xlsx", with_sheet(sheet_xml(f'{table_xml()}<row r="4">{cell}<c><v>{"9" * 10_000}</v></c></row>'))


def shared_often(random: Random) -> tuple[str, bytes]:
    """One long shared text in every cell."""
    texts = f"{HEAD}<sst {MAIN}><si><t>{'長' * 32_000}</t></si><si><t>事業名</t><rPh><t>ジギョウ</t></rPh></si></sst>"
    head = '<row r="1"><c t="s"><v>1</v></c><c t="inlineStr"><is><t>事業概要</t></is></c></row>'
    row = "<row>" + '<c t="s"><v>0</v></c>' * random.choice((2, 30)) + "</row>"
    body = head + row * random.choice((100, 9_000))
    return "xlsx", with_sheet(sheet_xml(body), **{"xl/sharedStrings.xml": texts})


def huge_tag(random: Random) -> tuple[str, bytes]:
    attribute = "z" * random.choice((3_000_000, 60_000_000))
    return "xlsx", with_sheet(sheet_xml(f'{table_xml()}<row r="4" x="{attribute}"/>'))


def entities(random: Random) -> tuple[str, bytes]:
    """Entities that expand to billions, or fetch a file."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    fetched = '<!DOCTYPE worksheet [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>'
    doctype = random.choice((f'<!DOCTYPE worksheet [<!ENTITY e0 "ha">{levels}]>', fetched))
    made = parts()
    name = random.choice((SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"))
    text = str(made[name])
    made[name] = text.replace(HEAD, HEAD + doctype).replace("創業支援事業", "&e9;").replace("表1", "&e9;")
    return "xlsx", zipped(made)


def deep(random: Random) -> tuple[str, bytes]:
    depth = random.choice((100, 200_000))
    return "xlsx", with_sheet(sheet_xml(table_xml() + "<x>" * depth + "</x>" * depth))


def many_tags(random: Random) -> tuple[str, bytes]:
    tag = random.choice(("<x/>", "<v/>", "<si/>", "<row/>"))
    if random.random() < 0.5:
        return "xlsx", with_sheet(sheet_xml(table_xml() + tag * 4_000_000))
    texts = f"{HEAD}<sst {MAIN}>{'<si/>' * 4_000_000}</sst>"
    return "xlsx", with_sheet(sheet_xml(table_xml()), **{"xl/sharedStrings.xml": texts})


def many_styles(random: Random) -> tuple[str, bytes]:
    code = "0" * 400
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code};[Red]"/>' for n in range(30_000))
    used = '<xf numFmtId="9"/>' * 90_000
    styles = f"{HEAD}<styleSheet {MAIN}><numFmts>{formats}</numFmts><cellXfs>{used}</cellXfs></styleSheet>"
    cut = len(styles) if random.random() < 0.5 else len(styles) // 2
    return "xlsx", with_sheet(sheet_xml(table_xml()), **{"xl/styles.xml": styles[:cut]})


def merges(random: Random) -> tuple[str, bytes]:
    """Merged cells over everything, over one another, by the hundred thousand."""
    everything = '<mergeCell ref="A1:XFD1048576"/>'
    strips = "".join(f'<mergeCell ref="A{n}:D{n + 9}"/>' for n in range(1, 100_000))
    names = '<mergeCell ref="A2:A3"/><mergeCell ref="A3:A2"/><mergeCell ref="1:1"/><mergeCell ref="D2:D3"/>'
    column = '<mergeCell ref="D1:D1048576"/><mergeCell ref="A2:A1048576"/>'
    chosen = random.choice((everything, strips, names, names + everything + strips, column))
    rows = "".join(row_xml(n, (f"事業{n}", "概要", "商工課", n)) for n in range(4, random.choice((5, 4_000))))
    return "xlsx", with_sheet(sheet_xml(table_xml() + rows, f"<mergeCells>{chosen}</mergeCells>"))


def odd_cells(random: Random) -> tuple[str, bytes]:
    kinds = ("n", "s", "b", "e", "str", "inlineStr", "d", "zz", "")
    values = (
        "1e999",
        "nan",
        "-inf",
        "",
        "99999999999",
        "-1",
        "#REF!",
        "2026-04-01",
        "TRUE",
        "1" * 500,
        "１２",
        "\u202e逆",
    )
    rows = "".join(
        f'<row r="{n}">'
        + "".join(
            f'<c t="{random.choice(kinds)}" s="{random.choice((0, 7, -1, 10**9))}">'
            f"{random.choice(('', '<f>1+1</f>', '<f>WEBSERVICE(&quot;http://x&quot;)</f>'))}"
            f"<v>{random.choice(values)}</v></c>"
            for _ in range(8)
        )
        + "</row>"
        for n in range(1, 300)
    )
    return "xlsx", with_sheet(sheet_xml(random.choice((table_xml(), "")) + rows))


def active_content(random: Random) -> tuple[str, bytes]:
    """Macros, links to other files and pages, pictures, charts: all to be left alone."""
    made = parts()
    link = (
        f'<Relationship Id="rIdX" Type="{OFFICE}/worksheet" TargetMode="External" Target="http://example.invalid/x"/>'
    )
    made["xl/_rels/workbook.xml.rels"] = str(made["xl/_rels/workbook.xml.rels"]).replace("</Rel", link + "</Rel")
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace(
        "</sheets>", '<sheet name="外" r:id="rIdX"/></sheets>'
    )
    made |= {"xl/vbaProject.bin": random.randbytes(9_000), "xl/media/image1.png": random.randbytes(50_000)}
    made |= {
        "xl/externalLinks/externalLink1.xml": "<x>",
        "xl/charts/chart1.xml": "<broken",
        "customUI/customUI.xml": "<y",
    }
    return random.choice(("xlsm", "xlsx")), zipped(made)


def formula_like(random: Random) -> tuple[str, bytes]:
    texts = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", '=HYPERLINK("http://x","y")', "'=1", "﹦1", "＝1")
    rows = "".join(row_xml(n, tuple(random.choice(texts) for _ in range(4))) for n in range(4, 60))
    return "xlsx", with_sheet(sheet_xml(table_xml() + rows))


def strange_letters(random: Random) -> tuple[str, bytes]:
    texts = (
        "\U0001f3ed工場\u200d\U0001f525",
        "\u202e業事",
        "名\u200b前",
        "_x0000__xD800_",
        "e\u0301" * 50,
        "\ue000外字",
        "葛\U000e0100城",
    )
    rows = "".join(row_xml(n, tuple(random.choice(texts) for _ in range(4))) for n in range(4, 60))
    made = parts() | {SHEET: sheet_xml(table_xml() + rows)}
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace("表1", "\u202e表\U0001f600")
    return "xlsx", zipped(made)


def bursting(random: Random) -> tuple[str, bytes]:
    """Hundreds of megabytes of nothing, in the sheet or beside it."""
    name = random.choice((SHEET, "xl/sharedStrings.xml", "xl/media/x.bin"))
    size = random.choice((120, 300))
    return "xlsx", zipped(parts() | {name: (b" " * (1 << 20) for _ in range(size))})


def lying_size(random: Random) -> tuple[str, bytes]:
    """A part that says it is small and is not."""
    data = with_sheet(streamed(" " * (1 << 20) for _ in range(random.choice((80, 200)))))
    at = data.rfind(b"PK\x01\x02", 0, data.find(SHEET.encode(), data.find(b"PK\x01\x02")))
    return "xlsx", data[: at + 24] + struct.pack("<I", 1_000) + data[at + 28 :]


def many_entries(random: Random) -> tuple[str, bytes]:
    return "xlsx", zipped(parts() | {f"xl/media/{n}": b"" for n in range(random.choice((4_000, 40_000)))})


def lying_directory(random: Random) -> tuple[str, bytes]:
    data = zipped(parts())
    end = data.rfind(b"PK\x05\x06")
    entries, size = random.choice(((0, 0), (65_535, 2**32 - 1), (5, 10**9), (1, 1)))
    return "xlsx", data[: end + 10] + struct.pack("<HI", entries, size) + data[end + 16 :]


def bad_paths(random: Random) -> tuple[str, bytes]:
    name = random.choice(
        ("../../etc/cron.d/x", "/etc/passwd", "C:\\x.dll", "xl\\..\\..\\y", "xl/worksheets/../../../z")
    )
    return "xlsx", zipped(parts() | {name: b"x"})


def nested(random: Random) -> tuple[str, bytes]:
    inner = zipped({"a": (b"\0" * (1 << 20) for _ in range(20))})
    for _ in range(random.randrange(1, 4)):
        inner = zipped({"a.zip": inner, "b.zip": inner})
    return "xlsx", random.choice((inner, zipped(parts() | {"xl/embeddings/a.xlsx": inner})))


def missing_parts(random: Random) -> tuple[str, bytes]:
    made = parts()
    made.pop(random.choice(list(made)))
    return "xlsx", zipped(made)


def many_sheets(random: Random) -> tuple[str, bytes]:
    return "xlsx", zipped(parts(random.choice((100, 800))))


def circular(random: Random) -> tuple[str, bytes]:
    """Every relation points at the workbook itself, or all sheets at one part."""
    made = parts(40)
    target = random.choice(("workbook.xml", "worksheets/sheet1.xml", "../_rels/.rels", "../../../../etc/passwd"))
    text = str(made["xl/_rels/workbook.xml.rels"])
    for n in range(1, 41):
        text = text.replace(f'"worksheets/sheet{n}.xml"', f'"{target}"')
    made["xl/_rels/workbook.xml.rels"] = text
    return "xlsx", zipped(made)


def damaged(random: Random) -> tuple[str, bytes]:
    """A workbook cut off, or with bytes changed."""
    data = bytearray(zipped(parts(2)))
    if random.random() < 0.3:
        return "xlsx", bytes(data[: random.randrange(4, len(data))])
    for _ in range(random.randrange(1, 40)):
        data[random.randrange(4, len(data))] = random.randrange(256)
    return "xlsx", bytes(data)


def damaged_xml(random: Random) -> tuple[str, bytes]:
    """Whole as a zip, broken inside."""
    made = parts()
    name = random.choice(list(made))
    raw = bytearray(str(made[name]).encode())
    for _ in range(random.randrange(1, 30)):
        raw[random.randrange(len(raw))] = random.randrange(256)
    return "xlsx", zipped(made | {name: bytes(raw)})


def other_kinds(random: Random) -> tuple[str, bytes]:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.randbytes(5_000)
    page = "<html><body><table><tr><td>事業名</td></tr></table></body></html>".encode()
    ods = zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    kinds = (
        ("xls", ole), ("xlsx", ole + "EncryptedPackage".encode("utf-16-le")), ("xlsx", page), ("xls", page),
        ("pdf", b"%PDF-1.7 x"), ("ods", ods), ("docx", zipped({"word/document.xml": "<x/>"})),
        ("xlsx", b""), ("csv", b""), ("xlsx", b"PK\x03\x04"), ("csv", b"\n\n ,,,\n"),
        ("xlsx", random.randbytes(50_000)),
        ("csv", zipped(parts())), ("xlsx", "事業名,概要\nA事業,あ\n".encode("cp932")),
    )  # fmt: skip
    return random.choice(kinds)


def csv_text(random: Random, rows: int = 40) -> str:
    lines = ["事業名,事業概要,担当課,予算額（千円）"]
    lines += [f"事業{n},概要{random.randrange(99)},商工課,{random.randrange(9_999)}" for n in range(rows)]
    return "\r\n".join(lines)


def csv_encodings(random: Random) -> tuple[str, bytes]:
    encoding = random.choice(
        ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc_jp", "iso2022_jp", "utf-32", "utf-7")
    )
    data = csv_text(random).encode(encoding)
    return "csv", random.choice((data, data[:-1], data + b"\xff\xfe", data + "事業".encode("cp932"), data * 3))


def csv_quotes(random: Random) -> tuple[str, bytes]:
    """Quotation marks that never close, on one line or on all."""
    lines = csv_text(random, random.choice((50, 12_000))).split("\r\n")
    share = random.choice((0.01, 0.5, 1.0))
    return "csv", "\n".join('"' + line if random.random() < share else line for line in lines).encode()


def csv_long(random: Random) -> tuple[str, bytes]:
    lines = ("y" * 16_000 + "\n") * 480
    filler = random.choice(
        ("x" * 20_000_000, "x" * 7_000_000, "x," * 3_500_000, '"' * 3_000_001, "あ" * 2_000_000, lines)
    )
    return "csv", (csv_text(random) + "\r\n" + random.choice(("", '"')) + filler).encode()


def csv_control(random: Random) -> tuple[str, bytes]:
    strange = random.choice(("\0", "\x1b[2J", "\x85", "\u2028", "\u202e", "\r", "\x0c", "\ufeff"))
    text = csv_text(random)
    for _ in range(random.choice((2, 300))):
        at = random.randrange(len(text))
        text = text[:at] + strange + text[at:]
    return random.choice(("csv", "tsv")), text.encode()


def csv_tall(random: Random) -> tuple[str, bytes]:
    return "csv", csv_text(random, random.choice((60_000, 150_000))).encode(random.choice(("utf-8", "cp932")))


def csv_blank(random: Random) -> tuple[str, bytes]:
    return "csv", (
        csv_text(random) + "\r\n" + ",,,\r\n" * 1_000_000 + random.choice(("", "最後の事業,あ,い,1"))
    ).encode()


def mixed(random: Random) -> tuple[str, bytes]:
    """One of the others, with its bytes changed or another one's behind it."""
    suffix, data = random.choice(LIGHT)(random)
    changed = bytearray(data or b"x")
    for _ in range(random.randrange(0, 6)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return random.choice((suffix, "csv", "xlsx")), bytes(changed) + random.choice(
        (b"", zlib.compress(b"x"), data[:500])
    )


HEAVY: tuple[Maker, ...] = (
    blank_rows, blank_cells, wide, full, huge_strings, shared_often, huge_tag, many_tags, many_styles, merges, bursting,
    lying_size, many_entries, many_sheets, csv_quotes, csv_long, csv_tall, csv_blank, deep,
)  # fmt: skip
LIGHT: tuple[Maker, ...] = (
    lying_dimension, entities, odd_cells, active_content, formula_like, strange_letters, lying_directory, bad_paths,
    missing_parts, circular, damaged, damaged_xml, other_kinds, csv_encodings, csv_control,
)  # fmt: skip
KINDS: tuple[Maker, ...] = (*HEAVY, *LIGHT, mixed)


def make(folder: Path, seed: int, kinds: tuple[Maker, ...] = KINDS) -> Path:
    """Write the file of a seed; its name tells its kind."""
    maker = kinds[seed % len(kinds)]
    suffix, data = maker(Random(seed))
    path = folder / f"{seed:03}_{maker.__name__}.{suffix}"
    path.write_bytes(data)
    return path
