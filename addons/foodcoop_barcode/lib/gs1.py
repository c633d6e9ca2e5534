# SPDX-License-Identifier: AGPL-3.0-or-later
"""Strings of application identifiers: GS1-128, DataMatrix, DataBar."""

import re
from collections.abc import Callable, Iterator

from biip import ParseError
from biip.gs1_application_identifiers import GS1ApplicationIdentifier
from biip.gs1_element_strings import GS1ElementString

ITEM, CONTENT = "01", "02"
FNC1 = "\x1d"
_HRI = re.compile(r"\(([0-9]{2,4})\)([^(]*)")
_IDENTIFIER = re.compile(
    r"(?:3[1-69]|43|7[0-2]|8[0-2])[0-9]{2}|(?:2[3-5]|4[0-2])[0-9]|[0-9]{2}"
)
_UNITS = {
    "310": "kg", "311": "m", "312": "m", "313": "m", "314": "m2", "315": "l",
    "316": "m3", "320": "lb", "321": "in", "322": "ft", "323": "yd", "330": "kg",
    "335": "l", "336": "m3", "340": "lb", "356": "ozt", "357": "oz", "360": "qt",
    "361": "gal", "394": "%",
}  # fmt: skip


class Unreadable(ValueError):
    """A known identifier with a value that it cannot have."""


def elements(text: str) -> dict[str, str]:
    """What each identifier says, with its unit; an unknown one is kept as it came.

    >>> elements("(01)09521234543213(3103)001234(89)X")
    {'01': '09521234543213', '3103': '1.234 kg', '89': 'X'}
    """
    parts = _printed(text) if text.startswith("(") else _scanned(text)
    found: dict[str, str] = {}
    for identifier, value in parts:
        found.setdefault(identifier, value)
    if not found:
        raise Unreadable(text)
    return found


def gtin(elements: dict[str, str]) -> str:
    """The GTIN-14 of the item, or of what is in the case; may be empty."""
    return elements.get(ITEM) or elements.get(CONTENT) or ""


def _printed(text: str) -> Iterator[tuple[str, str]]:
    for identifier, value in _HRI.findall(re.sub(r"\s", "", text)):
        element = _read(GS1ElementString.parse, identifier + value)
        if element and element.ai.ai == identifier:
            yield identifier, _plain(element)
        else:
            yield identifier, value


def _scanned(text: str) -> Iterator[tuple[str, str]]:
    rest = text.strip(FNC1)
    while rest:
        one = rest.partition(FNC1)[0]
        element = _read(GS1ElementString.extract, one)
        yield (element.ai.ai, _plain(element)) if element else _unknown(one)
        rest = rest[len(element or one) :].lstrip(FNC1)


def _read(
    read: Callable[[str], GS1ElementString], text: str
) -> GS1ElementString | None:
    """The element, or None where nobody knows its identifier."""
    try:
        return read(text)
    except (ParseError, ValueError, ArithmeticError, IndexError) as error:
        try:
            GS1ApplicationIdentifier.extract(text)
        except ParseError:
            return None
        raise Unreadable(str(error)) from error


def _unknown(text: str) -> tuple[str, str]:
    """Where its two digits say how long an identifier is, that much; else two."""
    found = _IDENTIFIER.match(text)
    if not found:
        raise Unreadable(text)
    return found[0], text[found.end() :]


def _plain(found: GS1ElementString) -> str:
    if moment := found.datetime or found.date:
        return moment.isoformat()
    if found.decimal is None:
        return found.value
    family = found.ai.ai[:3]
    unit = found.pattern_groups[0] if family in ("391", "393") else _UNITS.get(family)
    return f"{found.decimal:f} {unit}" if unit else f"{found.decimal:f}"
