# SPDX-License-Identifier: AGPL-3.0-or-later
"""What prices are to each other: a pack, a tax, an older price.

Each question is asked of some dozens of rows, and answered by the share that agree.
"""

from decimal import Decimal

from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import as_text, parse_price
from odoo.addons.foodcoop_words.lib.packs import find_pack, parse_pack

_VAT_FACTORS = tuple(
    1 + Decimal(rate) / 100
    for rate in (
        "2.1",
        "5.5",
        *map(str, (4, 5, 6, 7, 8, 9, 10, 12, 13, 19, 20, 21, 22)),
    )
)
SAMPLE = 60


def is_taxed(layout):
    column = layout.column(roles.VAT)

    def taxed(low, high, line):
        if column:
            rate = parse_price(as_text(line[column - 1]).strip("% "), ".").value
            factors = (1 + rate / 100,) if rate else ()
        else:
            factors = _VAT_FACTORS
        return any(abs(low * factor - high) <= Decimal("0.0105") for factor in factors)

    return taxed


def is_multiplied(lines, low, high, layout) -> bool:
    def packed(one, case, line):
        return any(near(case, one, size) for size in sizes(layout, line) if size > 1)

    return share(lines, low, high, layout, packed) > 0.6


def near(case: Decimal, one: Decimal, size: Decimal) -> bool:
    """Within one per cent, or within half a cent a unit.

    >>> near(Decimal("37.49"), Decimal("3.75"), Decimal(10))
    True
    """
    return abs(case - one * size) <= max(case / 100, size * Decimal("0.006"))


def sizes(layout, line) -> set[Decimal]:
    """Everything that one case may hold of whatever its unit price is for."""
    found: set[Decimal] = set()
    for role in (roles.COUNT, roles.CONTENT, roles.PACK, roles.NAME):
        for column in layout.all(role):
            value = line[column - 1] if column <= len(line) else None
            if role == roles.COUNT or (
                role == roles.CONTENT and not isinstance(value, str)
            ):
                number = parse_price(value).value
                found |= {number} if number else set()
                continue
            text = as_text(value)
            pack = find_pack(text) if role == roles.NAME else parse_pack(text)
            found |= {Decimal(pack.count or 1), pack.measure or Decimal(1)}
            found.add(Decimal((pack.count or 1) * (pack.inner or 1)))
    return found


def price_at(line, column, layout):
    value = line[column - 1] if column <= len(line) else None
    return parse_price(value, layout.shapes[column].sign).value


def total(lines, column, layout) -> Decimal:
    return sum((price_at(line, column, layout) or 0 for line in lines), Decimal(0))


def share(lines, low, high, layout, test) -> float:
    """In how many rows with both prices, and different ones, the test holds."""
    tried = held = 0
    step = max(1, len(lines) // SAMPLE)
    for line in lines[::step]:
        one, two = price_at(line, low, layout), price_at(line, high, layout)
        if one and two and one != two:
            tried += 1
            held += test(one, two, line)
    return held / tried if tried > 1 else 0.0


def share_close(lines, first, second, layout) -> float:
    """Rows where both agree within half, among those that have the second."""
    both = [
        (price_at(line, first, layout), price_at(line, second, layout))
        for line in lines
    ]
    pairs = [(a, b) for a, b in both if a and b]
    close = [1 for a, b in pairs if abs(a / b - 1) <= Decimal("0.5")]
    return len(close) / len(pairs) if pairs else 1.0
