# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many explanations a second, held against biip reading the same codes.

biip reads and names a code; ours takes off what surrounds it, proposes repairs,
reads labels by the shop's rules and says why. Both run in turn in this process.
"""

import random
import statistics
import time

import biip
from stdnum import ean

from house.bench import Row
from house.cli import lib

COUNT = 20_000
RUNS = 5
KINDS = {
    "numbers of 13 digits": (lambda code: code, "30176204"),
    "weight labels": (lambda code: code, "2112345"),
    "codes with blanks and line ends": (lambda code: f" {code}\r\n", "30176204"),
    "GS1-128 with weight and date": (
        lambda code: f"]C1010{code}31030012341726123110L7",
        "95212345",
    ),
}


def explanations():
    """A row each kind of code: codes explained in a second, by us and by biip."""
    explain = lib("foodcoop_scan", "scan").explain
    return [
        _row(kind, explain, [frame(code) for code in _codes(start)])
        for kind, (frame, start) in KINDS.items()
    ]


def _row(kind, explain, codes):
    ours, other = _both(explain, codes)
    return Row(
        f"{kind}: explanations a second", ours, other, "biip alone", unit="a second"
    )


def _both(explain, codes):
    """The median of each, taken in turn so that the machine's moods meet both."""
    figures = [(_rate(explain, codes), _rate(biip.parse, codes)) for _ in range(RUNS)]
    return [statistics.median(rates) for rates in zip(*figures, strict=True)]


def _rate(read, codes):
    start = time.perf_counter()
    for code in codes:
        read(code)
    return len(codes) / (time.perf_counter() - start)


def _codes(start):
    chance = random.Random(7)
    for _ in range(COUNT):
        body = start + "".join(chance.choices("0123456789", k=12 - len(start)))
        yield body + ean.calc_check_digit(body)


measure = explanations
