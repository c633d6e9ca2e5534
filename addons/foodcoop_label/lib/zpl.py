# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same label in ZPL, the language of Zebra printers, as plain text."""

from collections.abc import Iterable

from .bars import MM_PER_INCH, Code128
from .fonts import MM_PER_POINT
from .label import Bars, Text
from .layout import arrange
from .paper import Calibration, Paper
from .sheet import Job

_COMMAND = {"ean13": "^BEN,{height},N,N", "ean8": "^B8N,{height},N,N"}
_CODE128 = "^BCN,{height},N,N,N,N"
_START = {104: ">:", 105: ">;"}  # subset B, a sign each; C, two digits each
_INVOKED = {">": ">0", "^": "><", "~": ">="}  # in ^BC ">" begins a command


def labels(
    jobs: Iterable[Job],
    paper: Paper,
    dpi: int,
    calibration: Calibration = Calibration(),  # noqa: B008  frozen
) -> str:
    """One ^XA ... ^XZ a product, its copies by ^PQ."""
    pages = []
    for job in jobs:
        items = arrange(job.label, paper, dpi)
        fields = "\n".join(_field(item, dpi, calibration) for item in items)
        width, height = _dots(paper.width, dpi), _dots(paper.height, dpi)
        pages.append(
            f"^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n{fields}\n"
            f"^PQ{job.copies}\n^XZ\n"
        )
    return "".join(pages)


def escaped(text: str) -> str:
    """For ^FH^FD: signs that would be commands become their hexadecimal number.

    >>> escaped("Miel ^XA 50_50 ~é 500\\u00a0g")
    'Miel _5EXA 50_5F50 _7Eé 500 g'
    """
    spaced = (" " if char.isspace() else char for char in text)
    plain = "".join(char for char in spaced if char.isprintable())
    return "".join(f"_{ord(char):02X}" if char in "^~_\\" else char for char in plain)


def invoked(code: str) -> str:
    """For ^BC: the very subsets that were drawn as a PDF and read back.

    >>> invoked("AB>1"), invoked("13017620422004"), invoked("A-1234")
    ('>:AB>01', '>;13017620422004', '>:A->51234')
    """
    first, *values = Code128(code).encoded
    data, pairs = _START[first], first == 105
    for value in values:
        if value == (100 if pairs else 99):
            data += ">6" if pairs else ">5"
            pairs = not pairs
        elif pairs:
            data += f"{value:02}"
        else:
            sign = chr(value + 32)
            data += _INVOKED.get(sign, sign)
    return data


def _field(item: Text | Bars, dpi: int, calibration: Calibration) -> str:
    if isinstance(item, Bars):
        return _bars(item, dpi, calibration)
    left, top, _right, _bottom = item.box
    x, y = (_dots(side, dpi) for side in calibration.corrected(left, top))
    height = _dots(item.size * MM_PER_POINT, dpi)
    return (
        f"^FO{max(x, 0)},{max(y, 0)}^A0N,{height},{height}^FH^FD{escaped(item.text)}^FS"
    )


def _bars(bars: Bars, dpi: int, calibration: Calibration) -> str:
    quiet = bars.symbol.quiet_left * bars.dots
    x, y = (_dots(side, dpi) for side in calibration.corrected(bars.x, bars.y))
    command = _COMMAND.get(bars.symbol.kind, _CODE128)
    code = bars.symbol.code
    # the printer adds the check digit of an EAN itself
    data = code[:-1] if bars.symbol.kind in _COMMAND else escaped(invoked(code))
    height = _dots(bars.height, dpi)
    return (
        f"^FO{max(x, 0) + quiet},{max(y, 0)}^BY{bars.dots}"
        f"{command.format(height=height)}^FH^FD{data}^FS"
    )


def _dots(mm: float, dpi: int) -> int:
    return round(mm / MM_PER_INCH * dpi)
