# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the shop's own barcode rules make of a number we are about to give.

The office and the till read the rules each in their way (see ``nomenclature``);
a number is good when both read what it is for, in every shop and at every till.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .nomenclature import PRODUCT, Nomenclature, Reading, Rule
from .numbering import Range

# What a number of a range is for; goods where nothing else is said.
MEANT = {
    "price": "price",
    "weight": "weight",
    "member": "client",
    "transfer": "package",
}


@dataclass(frozen=True, slots=True)
class Misreading:
    """The rule that makes something else of a number (None: no rule knows it)."""

    rule: Rule | None
    where: str


@dataclass(frozen=True)
class Reader:
    """The nomenclatures of a shop and its tills, for numbers of one purpose.

    >>> goods = Rule(2, "Goods", "product", "any", ".*", 2)
    >>> coupons = Rule(1, "Coupons", "coupon", "any", "20", 1)
    >>> shop = Nomenclature((coupons, goods))
    >>> Reader((shop,), "fixed").misreading("2000000000015").rule.name
    'Coupons'
    >>> Reader((Nomenclature((goods,)),), "fixed").misreading("2000000000015")
    """

    nomenclatures: tuple[Nomenclature, ...]
    purpose: str

    def misreading(self, code: str) -> Misreading | None:
        """What goes wrong with this number first, if anything does.

        A number that an alias puts another code in the place of is not read.
        """
        for shop in self.nomenclatures:
            for read in _readings(shop, code):
                if read.via or read.type not in self._meant:
                    return Misreading(read.via or read.rule, shop.name)
        return None

    def next_good(self, numbers: Range, item: int) -> int | None:
        """An item after this one that is read well, in leaps by decimal places.

        A rule looks at the first digits, so a leap passes a whole block of its.
        """
        step = 1
        while (candidate := (item // step + 1) * step) <= numbers.capacity:
            if not self.misreading(numbers.number(candidate).code):
                return candidate
            step *= 10
        return None

    @cached_property
    def _meant(self) -> tuple[str, ...]:
        return PRODUCT, MEANT.get(self.purpose, PRODUCT)


def _readings(shop: Nomenclature, code: str) -> Iterator[Reading]:
    yield shop.office(code)
    yield shop.till(code)
