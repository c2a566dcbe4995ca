"""Opens a register whatever it is: looks at what the file holds, not at what its name says."""

from os import PathLike
from pathlib import Path, PureWindowsPath

from engine.interview import file_problems
from engine.interview.visible import shown, storable
from engine.model.problem import Place, ShusekiError
from engine.policy.register import limits, notices, refusals
from engine.policy.register.csv_grid import open_csv
from engine.policy.register.grid import Opened
from engine.policy.register.workbook import open_workbook

_LONGEST_NAME_SHOWN = 300
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHERS = (
    (b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"),
    (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7-Zip"), (b"\x1f\x8b", "gzip"), (b"SQLite format 3", "SQLite"),
)  # fmt: skip
_PAGES = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<meta", b"mime-version:", b"<style", b"<div")
_HEAD = 4_096
_CSV_SUFFIXES = (".csv", ".tsv", ".txt", ".tab")


def open_register(path: str | PathLike[str]) -> Opened:
    """The cells of a register in .xlsx, .xlsm, .csv or .tsv. Formulas are never computed, links never followed.

    Raises:
        ShusekiError: missing, a folder, too big, broken, protected, or of a kind that holds no table.
    """
    where = Place(file=shown(str(path), _LONGEST_NAME_SHOWN))
    data = _bytes(path, where)
    # A path of either kind: registers come from Windows.
    name = storable(PureWindowsPath(str(path)).name)
    suffix = Path(name).suffix.lower()
    if data.startswith(_ZIPS):
        opened = open_workbook(data, name, where)
    else:
        _refuse(data, where)
        if len(data) > limits.CSV_BYTES:
            raise ShusekiError(refusals.too_big(where, limits.CSV_BYTES))
        opened = open_csv(data, name, where)
    expected = "csv" if suffix in _CSV_SUFFIXES else "xlsx" if suffix.startswith(".xl") else opened.kind
    if expected != opened.kind:
        told = (notices.other_kind(where, opened.kind), *opened.notices)
        return Opened(opened.name, opened.kind, opened.sheets, told, opened.encoding)
    return opened


def _bytes(path: str | PathLike[str], where: Place) -> bytes:
    """The bytes of the file; no more than the limit is ever read, whatever the file claims to be."""
    try:
        if Path(path).is_dir():
            raise ShusekiError(refusals.directory(where))
        with open(path, "rb") as file:
            data = file.read(limits.FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ShusekiError(file_problems.missing(where)) from error
    except PermissionError as error:
        raise ShusekiError(refusals.no_permission(where)) from error
    except (OSError, ValueError) as error:
        raise ShusekiError(file_problems.unusable(where, error)) from error
    if len(data) > limits.FILE_BYTES:
        raise ShusekiError(refusals.too_big(where, limits.FILE_BYTES))
    if not data:
        raise ShusekiError(refusals.empty(where))
    return data


def _refuse(data: bytes, where: Place) -> None:
    """What is known to hold no table that can be read."""
    if data.startswith(_OLE):
        raise ShusekiError(refusals.password(where) if _is_encrypted(data) else refusals.old_excel(where))
    for mark, kind in _OTHERS:
        if data.startswith(mark):
            raise ShusekiError(refusals.no_table_format(where, kind))
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if head.startswith(_PAGES):
        raise ShusekiError(refusals.page(where))


def _is_encrypted(data: bytes) -> bool:
    """An encrypted workbook is a stream of this name in the old container."""
    return "EncryptedPackage".encode("utf-16-le") in data
