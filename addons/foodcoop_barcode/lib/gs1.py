# SPDX-License-Identifier: AGPL-3.0-or-later
"""Strings of application identifiers: GS1-128, DataMatrix, DataBar."""

from biip import ParseError
from biip.gs1_element_strings import GS1ElementString
from biip.gs1_messages import GS1Message

ITEM, CONTENT = "01", "02"


def elements(text: str) -> dict[str, str] | None:
    """What each identifier says, or None when the string cannot be read.

    >>> elements("(01)09521234543213(3103)001234")
    {'01': '09521234543213', '3103': '1.234'}
    """
    parse = GS1Message.parse_hri if text.startswith("(") else GS1Message.parse
    try:
        message = parse(text)
    except ParseError:
        return None
    return {found.ai.ai: _plain(found) for found in message.element_strings}


def gtin(elements: dict[str, str]) -> str:
    """The GTIN-14 of the item, or of what is in the case; may be empty."""
    return elements.get(ITEM) or elements.get(CONTENT) or ""


def _plain(found: GS1ElementString) -> str:
    readable = (found.decimal, found.date)
    return next((str(value) for value in readable if value is not None), found.value)
