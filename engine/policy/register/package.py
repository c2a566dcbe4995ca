"""Looks at a zip before anything in it is opened, and hands out its parts in bounded pieces."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from engine.model.problem import Place, ShusekiError
from engine.policy.register import limits, refusals

_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
_LOCATOR64 = b"PK\x06\x07"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """The parts of a workbook by name. Nothing is ever written to disk, and a zip in a zip is never opened."""

    def __init__(self, data: bytes, where: Place) -> None:
        """Check the whole before its parts.

        Raises:
            ShusekiError: broken, encrypted, or made to burst.
        """
        self.where = where
        _check_directory(data, where)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
            raise ShusekiError(refusals.broken(where)) from error
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}
        _check_entries(self._zip.infolist(), where)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    def names(self) -> Iterator[str]:
        """Names of all parts, in small letters."""
        return iter(self._infos)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece, as long as the reader asks for them.

        Raises:
            ShusekiError: the part is not there or broken.
        """
        info = self._infos.get(name.lower())
        if info is None:
            raise ShusekiError(refusals.broken(self.where))
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(limits.CHUNK_BYTES):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError) as error:
            raise ShusekiError(refusals.broken(self.where)) from error
        except EOFError as error:
            raise ShusekiError(refusals.broken(self.where)) from error


def _check_directory(data: bytes, where: Place) -> None:
    """The size of the directory, which the library reads whole, is looked at first."""
    end = data.rfind(_END, max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        raise ShusekiError(refusals.broken(where))
    entries, size = struct.unpack_from("<HI", data, end + 10)
    locator = end - 20
    if locator >= 0 and data[locator : locator + 4] == _LOCATOR64:
        place = int(struct.unpack_from("<Q", data, locator + 8)[0])
        if data[place : place + 4] != _END64 or len(data) < place + 56:
            raise ShusekiError(refusals.broken(where))
        entries, size = struct.unpack_from("<QQ", data, place + 32)
    if entries > limits.ZIP_ENTRIES or size > limits.ZIP_DIRECTORY_BYTES:
        raise ShusekiError(refusals.bomb(where))


def _check_entries(infos: list[zipfile.ZipInfo], where: Place) -> None:
    if len(infos) > limits.ZIP_ENTRIES or sum(info.file_size for info in infos) > limits.ZIP_TOTAL_BYTES:
        raise ShusekiError(refusals.bomb(where))
    for info in infos:
        parts = info.filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or ":" in parts[0]:
            raise ShusekiError(refusals.unsafe(where))
        if info.flag_bits & _ENCRYPTED:
            raise ShusekiError(refusals.password(where))
        if info.file_size > max(limits.ZIP_RATIO_FROM_BYTES, limits.ZIP_RATIO * info.compress_size):
            raise ShusekiError(refusals.bomb(where))
        if info.compress_type not in _METHODS and info.filename.lower().endswith((".xml", ".rels")):
            raise ShusekiError(refusals.broken(where))
