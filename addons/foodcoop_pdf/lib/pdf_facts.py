# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the lines around the tables say of the list: its date, until when, its title."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from odoo.addons.foodcoop_sheet.lib.table import Facts

from .pdf_lines import Line

_MONTHS = (
    "janvier january januar januari enero gennaio jan",
    "fevrier february februar februari febrero febbraio feb fev",
    "mars march marz maart marzo mar",
    "avril april abril aprile apr avr",
    "mai may mei mayo maggio",
    "juin june juni junio giugno jun",
    "juillet july juli julio luglio jul juil",
    "aout august augustus agosto aug",
    "septembre september septiembre settembre sept sep",
    "octobre october oktober octubre ottobre oct okt",
    "novembre november noviembre novembre nov",
    "decembre december dezember diciembre dicembre dec dez",
)
_MONTH = {word: n for n, words in enumerate(_MONTHS, start=1) for word in words.split()}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DATE = re.compile(
    r"(?<!\d)(?:"
    r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>20\d\d|\d\d)"
    rf"|(?P<d3>\d{{1,2}})(?:er|st|nd|rd|th|\.)?\s*(?:de\s+)?(?P<m3>{_NAMES})\.?"
    r"\s*(?:de\s+)?(?P<y3>20\d\d)"
    rf"|(?P<m4>{_NAMES})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>20\d\d)"
    r")(?!\d)"
)
_FROM = re.compile(
    r"(?:a partir du|valables? (?:du|des)|applicables? (?:au|du|des)|des le|du|ab|vom"
    r"|gultig ab|from|valid from|vanaf|geldig van|desde|dal)(?: le)?\s*$"
)
_TO = re.compile(
    r"(?:jusqu'?(?: ?au| ?a)?|au|bis|bis zum|until|till|to|t/?m|tot|hasta|al|-|–)\s*$"
)
_CURRENCIES = {
    "EUR": re.compile(r"€|\beur(?:o|os)?\b|\d ?e\b"),
    "USD": re.compile(r"\$|\busd\b"),
    "GBP": re.compile(r"£|\bgbp\b"),
    "CHF": re.compile(r"\bchf\b|\bsfr\b"),
}


def facts_of(
    beside: Sequence[Line], cells: Iterable[str], others: Sequence[Line] = ()
) -> Facts:
    """Facts from the lines outside the tables, else from the first of all lines."""
    issued, valid_from, valid_to = _dates(line.text for line in beside)
    if not issued and not valid_from:
        issued, valid_from, valid_to = _dates(line.text for line in others)
    return Facts(
        title=_title(beside),
        currency=_currency([*(line.text for line in beside), *cells]),
        issued=issued,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def _plain(text: str) -> str:
    """Small letters without accents; each stays one character in its place."""
    return "".join(
        unicodedata.normalize("NFD", char)[0] for char in text.lower().replace("’", "'")
    )


def _dates(texts: Iterable[str]) -> tuple[date | None, date | None, date | None]:
    """The list's own date; from when and until when it says to be valid.

    >>> _dates(["Liste du 13 mai 2025, valable jusqu'au 20.05.2025"])[2]
    datetime.date(2025, 5, 20)
    """
    issued = valid_from = valid_to = None
    for text in texts:
        plain = _plain(text)
        for found in _DATE.finditer(plain):
            day = _date(found)
            before = plain[: found.start()].rstrip()
            several = len(_DATE.findall(plain)) > 1
            if day is None:
                continue
            if (
                valid_to is None
                and _TO.search(before)
                and (several or "jusqu" in before)
            ):
                valid_to = day
            elif (
                valid_from is None
                and _FROM.search(before)
                and _says_validity(before, several)
            ):
                valid_from = day
            elif issued is None:
                issued = day
    return issued, valid_from, valid_to


def _says_validity(before: str, several: bool) -> bool:
    """ "Prix du 13 mai" is the list's date, "prix du 1 au 7 mars" is not."""
    return several or not before.endswith((" du", "vom")) or "val" in before


def _date(found: re.Match) -> date | None:
    year, month, day = (
        next(filter(None, (found[f"{part}{n}"] for n in ("", 2, 3, 4))), "")
        for part in "ymd"
    )
    number = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(number, _MONTH.get(month) or int(month), int(day))
    except ValueError:
        return None


def _title(beside: Sequence[Line]) -> str:
    """The largest line of the first page, when it stands out."""
    first = [line for line in beside if line.page == 1]
    titles = [line for line in first if re.search(r"[^\W\d_]{3}", line.text)]
    if not titles:
        return ""
    largest = max(titles, key=lambda line: (line.size, -line.base))
    stands_out = largest.size > 1.15 * median(line.size for line in first)
    title = largest.phrases[0].text if stands_out or largest is first[0] else ""
    return title[:120] if not _DATE.fullmatch(_plain(title)) else ""


def _currency(texts: Iterable[str]) -> str:
    """The one currency that is named; two or none say nothing."""
    named = set()
    for text in texts:
        plain = text.lower()
        named |= {code for code, sign in _CURRENCIES.items() if sign.search(plain)}
    return named.pop() if len(named) == 1 else ""
