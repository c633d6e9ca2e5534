# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a supplier owes on a line: what never came, and what was turned away."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Lacking:
    """Both in the product's own unit, never below zero."""

    missing: Decimal
    refused: Decimal


def lacking(ordered: Decimal, kept: Decimal, refused: Decimal) -> Lacking:
    """What is kept may have been corrected after the count; what was refused stays.

    >>> lacking(Decimal(12), Decimal(8), Decimal(2))
    Lacking(missing=Decimal('2'), refused=Decimal('2'))
    >>> lacking(Decimal(10), Decimal(10), Decimal(2)).missing  # twelve had come
    Decimal('0')
    """
    missing = max(ordered - kept - refused, Decimal(0))
    return Lacking(missing, max(refused, Decimal(0)))
