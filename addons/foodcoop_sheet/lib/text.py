# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bytes that are text become text: which encoding, told by the letters it makes."""

import codecs
import re

from .table import UNKNOWN_KIND, ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
EIGHT_BITS = ("cp1252", "iso8859_15", "cp850", "mac_roman")
_LETTERS = frozenset("àâäçéèêëîïôöùûüœæßñóòíìúáãõåøÀÂÄÇÉÈÊËÎÔÖÙÛÜŒÆÑÓÁÅØ")
_SIGNS = frozenset("€£°§²³½¼×µ«»’‘“”–—…•®™©àÀ\xa0¡¿ªº±")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")
_SAMPLE = 200_000


def decode(data: bytes, first: tuple[str, ...] = ()) -> str:
    """The text; ReadError when these bytes are none. ``first``: tried before others.

    >>> decode("Bœuf à 3 €".encode("iso8859_15")), decode("Käse".encode("cp850"))
    ('Bœuf à 3 €', 'Käse')
    """
    text = _decoded(data, encoding_of(data, first))
    wrong = len(_CONTROLS.findall(text, 0, _SAMPLE))
    if wrong > len(text[:_SAMPLE]) // 1000:
        raise ReadError(UNKNOWN_KIND)
    return text


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:  # cut off, or a stray byte
        return data.decode(encoding, errors="replace")


def encoding_of(data: bytes, first: tuple[str, ...] = ()) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data[:_SAMPLE]):
        return wide
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        foreign = b"".join(re.findall(rb"[ -~]?[\x80-\xff]+[ -~]?", data[:_SAMPLE]))
        choices = dict.fromkeys((*first, *EIGHT_BITS))
        return max(choices, key=lambda encoding: _likely(foreign, encoding))


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if half > 1 and odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if half > 1 and even > half * 0.7 and odd < half * 0.1 else ""


def _likely(data: bytes, encoding: str) -> float:
    """How much these bytes look like Western words in that encoding."""
    text = data.decode(encoding, errors="replace")
    score = 0.0
    for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if char <= "~":
            continue
        beside = before.isalpha() or after.isalpha()
        if char in _LETTERS:
            score += 1 if beside else 0.5
            score -= 2 if char.isupper() and before.islower() else 0
        elif char in _SIGNS:
            score += 0.6 if not (before.isalpha() and after.isalpha()) else 0.1
        else:
            score -= 1
    return score
