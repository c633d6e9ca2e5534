# SPDX-License-Identifier: AGPL-3.0-or-later
"""A zip whose size is known before anything in it is unpacked."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from . import limits, markup
from .table import NOT_A_WORKBOOK, PASSWORD, TOO_BIG, ReadError

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError),
    *(NotImplementedError, RuntimeError, IndexError, OverflowError),
)
_ENCRYPTED = 0x1


class Archive:
    """The parts of a zip, read as streams; never more than they declare."""

    def __init__(self, data: bytes) -> None:
        with _damage():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        if len(parts) > limits.MAX_PARTS:
            raise ReadError(TOO_BIG)
        if sum(part.file_size for part in parts) > limits.MAX_UNPACKED:
            raise ReadError(TOO_BIG)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise ReadError(PASSWORD)
        self.names = {part.filename.lstrip("/"): part.filename for part in parts}

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def parse(self, name: str, handler: markup.Handler) -> None:
        """Read one XML part; ReadError where it is absent or damaged."""
        with _damage(), self._zip.open(self.names[name]) as part:
            markup.parse(part.read, handler)

    def first_bytes(self, name: str, count: int = 200) -> bytes:
        with _damage(), self._zip.open(self.names[name]) as part:
            return part.read(count)


@contextmanager
def _damage() -> Iterator[None]:
    """A damaged archive may fail anywhere inside zipfile."""
    try:
        yield
    except _DAMAGE as error:
        raise ReadError(NOT_A_WORKBOOK) from error


def beside(part: str, target: str) -> str:
    """Where a relation of ``part`` leads to inside the archive.

    >>> beside("xl/workbook.xml", "worksheets/sheet1.xml"), beside("x", "/xl/a.xml")
    ('xl/worksheets/sheet1.xml', 'xl/a.xml')
    """
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
