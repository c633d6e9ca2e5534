# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a spreadsheet holds in a cell becomes what a person sees there."""

import math
import re
from datetime import date, timedelta
from decimal import Decimal

from .limits import MAX_TEXT
from .table import CellError, Value

NUMBER, DATE, DAY_MONTH, TIME, PERCENT, ZEROS, TEXT = range(7)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]')
# Controls, soft hyphens, marks without width or of direction, halves of letters.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LAST_DAY = 2_958_465  # 31 December 9999
_SAFE_DIGITS = 15  # a spreadsheet's number holds no more

# Formats that a workbook names by number only.
BUILT_IN = {
    **{9: "0%", 10: "0.00%", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm"},
    **{17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm"},
    **{21: "h:mm:ss", 22: "m/d/yy h:mm", 45: "mm:ss", 46: "[h]:mm:ss"},
    **{47: "mm:ss.0", 49: "@"},
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "yyyy/m/d"),
}


def clean(text: str) -> str | None:
    """Words with single blanks between them; None where there are none.

    What nobody sees is left out: two codes that look the same are the same.

    >>> clean("  Bar\\xa0 ligné\\n"), clean(" \\n"), clean("A\\u200b1\\u202e")
    ('Bar ligné', None, 'A1')
    """
    text = text[:MAX_TEXT]
    if not text.isprintable():
        text = _UNSEEN.sub("", text)
    return " ".join(text.split()) or None


def format_kind(code: str) -> int:
    """What a number format makes of a number.

    A format of day and month only betrays a calibre "6/8" that the spreadsheet took
    for the 6th of August; real dates show their year.

    >>> format_kind("#,##0.00\\\\ [$EUR]") == NUMBER, format_kind("d-mmm") == DAY_MONTH
    (True, True)
    >>> format_kind("00000") == ZEROS, format_kind("dd/mm/yyyy;@") == DATE
    (True, True)
    """
    shown = _NOT_SHOWN.sub("", code.partition(";")[0]).lower()
    if re.fullmatch(r"0{2,}", shown):
        return ZEROS
    if "general" in shown or not re.search(r"[dmyhs]", shown):
        return PERCENT if shown.rstrip().endswith("%") else NUMBER
    if "y" in shown:
        return DATE
    if "d" in shown:
        return DAY_MONTH
    return TIME if re.search(r"[hs]", shown) else DATE


def number(text: str) -> int | Decimal | CellError:
    """A workbook's number; what a float adds by its nature is rounded away.

    >>> number("29932.0"), number("1.7000000000000002"), number("1e999")
    (29932, Decimal('1.7'), CellError(text='not a number'))
    """
    try:
        if len(text) <= _SAFE_DIGITS and text.isdecimal():
            return int(text)
        return from_float(float(text))
    except ValueError:
        return CellError("not a number")


def from_float(value: float) -> int | Decimal | CellError:
    if not math.isfinite(value):
        return CellError("not a number")
    if value == int(value) and abs(value) < 10**_SAFE_DIGITS:
        return int(value)
    return Decimal(repr(round(value, 6)))


def shown(value: int | Decimal | CellError, code: str, kind: int, base: date) -> Value:
    """A number as its format shows it: a date, "5.5%", "00851", or the number.

    ``base`` is the workbook's day 0.
    """
    if isinstance(value, CellError) or kind in (NUMBER, TEXT):
        return value
    if kind == PERCENT:
        return f"{_plain(value * 100)}%"
    if kind == ZEROS:
        whole = isinstance(value, int) and value >= 0
        width = len(_NOT_SHOWN.sub("", code.partition(";")[0]))
        return str(value).zfill(width) if whole else value
    return _moment(value, kind, base)


def _plain(value: int | Decimal) -> str:
    """
    >>> _plain(Decimal("5.50")), _plain(20)
    ('5.5', '20')
    """
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(value: int | Decimal, kind: int, base: date) -> Value:
    if not 0 <= value <= _LAST_DAY:
        return value
    if kind == TIME:
        minutes, seconds = divmod(round(float(value % 1) * 86400), 60)
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}:{seconds:02}"
    try:
        day = base + timedelta(days=int(value))
    except OverflowError:
        return value
    return day_month(day) if kind == DAY_MONTH else day


def day_month(day: date) -> str:
    return f"{day.day}/{day.month}"


def excel_base(since_1904: bool) -> date:
    """Day 0. Excel believes in a 29 February 1900; nobody lists prices before."""
    return date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
