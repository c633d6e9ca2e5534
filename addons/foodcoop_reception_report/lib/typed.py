# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers typed from a paper sheet, and what they change of a count."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from odoo.addons.foodcoop_reception.lib import tally

MOST = 99_999  # what is more is a code typed into the wrong place
_NUMBER = re.compile(r"\d{1,9}([.,]\d{1,3})?")


class NoNumber(ValueError):
    """What was typed is no quantity."""


def quantity(text: str) -> Decimal | None:
    """None where nothing was typed: not counted, which is not zero.

    >>> quantity(" 7,5 "), quantity("0"), quantity("")
    (Decimal('7.5'), Decimal('0'), None)
    """
    plain = re.sub(r"\s", "", text or "")
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain) or Decimal(plain.replace(",", ".")) > MOST:
        raise NoNumber(text)
    return Decimal(plain.replace(",", "."))


@dataclass(frozen=True)
class Typed:
    """``before``: the count that stood on the screen, None where there was none."""

    product: int
    before: Decimal | None
    number: Decimal | None


def changes(
    typed: Iterable[Typed], counts: dict[int, Decimal]
) -> tuple[dict[int, Decimal], list[int]]:
    """({product: by how much its count changes}, products others counted meanwhile).

    Nothing may be recorded while there are any of the latter: a person has to look.
    """
    changed: dict[int, Decimal] = {}
    moved = []
    for row in typed:
        now = counts.get(row.product)
        if row.number is None or row.number == now:
            continue
        if now != row.before:
            moved.append(row.product)
        changed[row.product] = row.number - (now or Decimal(0))
    return changed, moved


def rows(lines: Sequence[tally.Line]) -> dict[int, Decimal]:
    """{product: how many are expected}, in the order in which a terminal shows them.

    A product of two lines is one row: its count is one number.
    """
    expected: dict[int, Decimal] = {}
    for line in lines:
        before = expected.get(line.product, Decimal(0))
        expected[line.product] = before + line.ordered
    return expected
