# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to look for when a scan came in, and who may bear it."""

from dataclasses import dataclass
from decimal import Decimal

from stdnum import ean

from .clean import unframe
from .explanation import Explanation, Validity
from .key import gtin14_key, stored_key


@dataclass(frozen=True, slots=True)
class Bearer:
    """A product or pack that bears a code.

    ``factor``: how many of the product's own unit are in one of ``uom_id``;
    ``per_kg``: how many of its own unit are a kilogram, None for goods by the piece.
    """

    barcode: str
    product_id: int
    uom_id: int
    own_uom_id: int
    name: str = ""
    factor: Decimal = Decimal(1)
    active: bool = True
    per_kg: Decimal | None = None
    unit_price: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger says of a code nobody bears, or whose range it would be of."""

    state: str
    name: str = ""
    range_name: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Keys to look for: as scanned, without the measure, inside the case."""

    own: tuple[str, ...]
    base: str = ""
    inner: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        return *self.own, *filter(None, (self.base, self.inner))


def wanted(explanation: Explanation) -> Wanted:
    """Under which keys this scan may be known."""
    literal = unframe(explanation.input).text
    own = [explanation.digits and gtin14_key(explanation.digits), explanation.gtin14]
    base = ""
    if explanation.label:
        base = own.pop()
    if explanation.valid is not Validity.REPAIR:
        own.append(stored_key(literal))
    code, inner = explanation.code, ""
    if len(code) == 14 and code[0] in "12345678":
        inner = gtin14_key(code[1:13] + ean.calc_check_digit(code[1:13]))
    keys = dict.fromkeys(key for key in own if key and key != base)
    return Wanted(tuple(keys), base, inner)
