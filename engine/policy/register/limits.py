"""How much of a file is read, and why no more: a hostile file costs seconds and megabytes, never the machine."""

FILE_BYTES = 32 << 20
"""A register of 2,000 measures has 1 MiB; with photographs in it, ten. The whole file is held in memory."""
CSV_BYTES = 8 << 20
"""3,000 measures have 2 MiB; as text it takes up to eight times this."""
ZIP_ENTRIES = 5_000
"""A workbook has tens of parts; thousands only with as many pictures."""
ZIP_DIRECTORY_BYTES = 2 << 20
"""The directory of a zip is read whole before anything can be counted: some 400 bytes an entry are plenty."""
ZIP_TOTAL_BYTES = 1 << 30
"""What all parts claim to hold. A full sheet of styled blank cells has 400 MB."""
ZIP_RATIO = 500
"""Sheets shrink ten to a hundred times; only what was made to burst shrinks five hundred times ..."""
ZIP_RATIO_FROM_BYTES = 50 << 20
"""... and only above this size does it matter."""
PARSED_BYTES = 64 << 20
"""XML parsed of one workbook: 200,000 cells and their texts."""
PARSED_TAGS = 800_000
"""As many cells as are kept have so many; tags cost time (2 s a million) even where they hold nothing."""
SKIPPED_BYTES = 256 << 20
"""XML searched for further cells after reading stopped, without parsing it."""
CHUNK_BYTES = 64 << 10
TOKEN_BYTES = 4 << 20
"""The parser holds an unfinished tag whole and reads it again with every chunk; real tags have some hundred bytes."""
XML_DEPTH = 64

SHEETS = 60
"""One sheet a department and some more; beyond that it is no register."""
ROWS = 20_000
"""Rows with something in them, of one sheet."""
COLUMNS = 256
"""Columns looked at; registers have 10 to 60."""
CELLS = 200_000
"""Cells with something in them, of one workbook: 5,000 measures in 40 columns, 60 MB of memory."""
CELL_CHARACTERS = 32_767
"""What Excel allows in one cell."""
TEXT_CHARACTERS = 20_000_000
"""All texts of one workbook or CSV file."""
BLANK_ROWS = 2_000
"""Blank rows in a row after which reading stops: formats reach down to row 1,048,576, tables do not."""
MERGED_CELLS = 200_000
"""Cells hidden under merged ones that are kept track of."""
STYLES = 70_000
"""Excel itself allows 65,490 formats of cells."""

LINES_IN_A_CELL = 100
"""A quoted CSV cell of more lines has lost its closing quotation mark."""
DECODING_REPLACEMENTS = 20
"""More control characters than this in the head of a file mean that it is no text."""

HEADER_SEARCH_ROWS = 60
"""Rows with something in them among which the header is looked for: notes above a table are short."""
HEADER_ROWS = 6
HEADING_CHARACTERS = 40
"""A longer text is no heading."""
MEASURES = 5_000
"""The largest cities have some 3,000 projects (事務事業) in all."""
UNREAD_ROWS = 2_000
"""Rows told of one by one; of further ones only the number."""
NAME_CHARACTERS = 200
FIELD_CHARACTERS = 2_000
"""An outline has 20 to 500 characters; what is longer is cut, and said so."""
SHOWN_CHARACTERS = 120
"""Of a row that is listed as unread."""
