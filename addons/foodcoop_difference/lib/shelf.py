# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is the shop's and what is tax in a shelf price, and what new goods cost there.

Prices compare without taxes: goods at 20 % have the margin of their likes at 5.5 %.
"""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")
_NOISE = Decimal("0.00000001")  # the two points are floats'


@dataclass(frozen=True)
class Held:
    """The taxes that a shelf price holds: net × ``factor`` + ``fixed`` is the price."""

    factor: Decimal = Decimal(1)
    fixed: Decimal = Decimal(0)

    @classmethod
    def seen(cls, one: tuple, other: tuple) -> "Held":
        """From two shelf prices, each with what it is without taxes.

        >>> Held.seen((100, 80), (200, 160))
        Held(factor=Decimal('1.25'), fixed=Decimal('0'))
        """
        points = (map(_decimal, point) for point in (one, other))
        (price, net), (price_2, net_2) = points
        if net == net_2:
            return cls()  # all of it is tax: nothing to reckon with
        factor = (price_2 - price) / (net_2 - net)
        fixed = price - net * factor
        return cls(*(one.quantize(_NOISE).normalize() for one in (factor, fixed)))

    def net(self, price: Decimal) -> Decimal:
        """
        >>> Held(Decimal("1.2"), Decimal(1)).net(Decimal(13))
        Decimal('10')
        """
        return (price - self.fixed) / self.factor

    def price(self, net: Decimal) -> Decimal:
        """To the cent; nothing for what costs nothing, also where a tax is fixed.

        >>> Held(Decimal("1.2"), Decimal(1)).price(Decimal(10))
        Decimal('13.00')
        """
        return ((net * self.factor + self.fixed) if net else net).quantize(
            _CENT, ROUND_HALF_UP
        )


def usual_markup(goods: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    """How many times its cost a shelf price without taxes usually is; None: unknown.

    ``goods``: (shelf price without taxes, cost); those without one or both say nothing.

    >>> usual_markup([(Decimal(3), Decimal(2)), (Decimal(9), Decimal(0))])
    Decimal('1.5')
    """
    markups = [net / cost for net, cost in goods if net and net > 0 and cost > 0]
    return statistics.median(markups) if markups else None


def _decimal(number) -> Decimal:
    return Decimal(str(number))
