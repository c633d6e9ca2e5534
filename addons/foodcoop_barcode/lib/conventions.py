# SPDX-License-Identifier: AGPL-3.0-or-later
"""How countries read the prefixes 02 and 20 to 29: habits, not rules of the shop.

A shop's own ranges come first; these are for telling what a foreign label may say.
The French one is a habit of scales and tills, no published standard.
"""

from .measure import COUNT, PRICE, WEIGHT, Measure


def _all(prefixes: str, tail: str, kind: str, currency: str = "") -> list[Measure]:
    return [
        Measure.from_rule(prefix + tail, kind, currency) for prefix in prefixes.split()
    ]


_BALTIC = (
    *_all("23", "IIIIIINDDDC", WEIGHT),
    *_all("24", "IIIIIINNDDC", WEIGHT),
    *_all("25", "IIIIIINNNDC", WEIGHT),
)


def _nordic(currency: str) -> tuple[Measure, ...]:
    return (
        *_all("20", "IIIIIINNDDC", PRICE, currency),
        *_all("21", "IIIIIINNNDC", PRICE, currency),
        *_all("22", "IIIIIINNNNC", PRICE, currency),
        *_BALTIC,
    )


REGIONS: dict[str, tuple[Measure, ...]] = {
    "DE": (
        *_all("22 23", "IIIIVNNNDDC", PRICE, "EUR"),
        *_all("25 26", "IIIIVNNNNNC", COUNT),
        *_all("28 29", "IIIIVNNDDDC", WEIGHT),
    ),
    "DK": (
        *_all("21 22 23 24", "IIIINNNNDDC", PRICE, "DKK"),
        *_all("26 28", "IIIINNNDDDC", WEIGHT),
        *_all("27", "IIIIINNDDDC", WEIGHT),
    ),
    "EE": _BALTIC,
    "FI": _BALTIC,
    "FR": (
        *_all("02 22 24 26 28", "IIIIINNNDDC", PRICE, "EUR"),
        *_all("21 23 25 27 29", "IIIIINNDDDC", WEIGHT),
    ),
    "GB": tuple(_all("20 28", "IIIIIVNNDDC", PRICE, "GBP")),
    "LT": _BALTIC,
    "LV": _BALTIC,
    "NO": _nordic("NOK"),
    "SE": _nordic("SEK"),
}
