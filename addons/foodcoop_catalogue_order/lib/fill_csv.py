# SPDX-License-Identifier: AGPL-3.0-or-later
"""Quantities written into a copy of the supplier's CSV, the rest kept as it was."""

import csv
import io
from collections.abc import Mapping
from decimal import Decimal

ENCODINGS = ("utf-8-sig", "utf-8", "cp1252")
SEPARATORS = ";,\t|"


def fill_csv(
    data: bytes, quantities: Mapping[tuple[int, int], Decimal], sign: str = "."
) -> bytes:
    """The same lines, with ``{(row, column): quantity}``, counted from 1.

    >>> fill_csv("Code;Qté\\r\\n12;\\r\\n".encode(), {(2, 2): Decimal("1.5")}, ",")
    b'Code;Qt\\xc3\\xa9\\r\\n12;1,5\\r\\n'
    """
    encoding, text = _decode(data)
    separator = max(SEPARATORS, key=text.count)
    end = "\r\n" if "\r\n" in text else "\n"
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    for (row, column), quantity in quantities.items():
        cells = lines[row - 1]
        cells += [""] * (column - len(cells))
        cells[column - 1] = format(quantity.normalize(), "f").replace(".", sign)
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator=end).writerows(lines)
    return stream.getvalue().encode(encoding)


def _decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding that gives the same bytes back."""
    for encoding in ENCODINGS:
        if encoding == "utf-8-sig" and not data.startswith(b"\xef\xbb\xbf"):
            continue
        try:
            return encoding, data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return "latin-1", data.decode("latin-1")
