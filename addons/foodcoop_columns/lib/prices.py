# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several columns of prices: which one is paid, told by titles, then by arithmetic.

A case price divided by a unit price is the pack's count, within one per cent; a price
with VAT divided by one without is a rate that some country knows. What neither tells is
a question for a person.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import parse_code, plain
from odoo.addons.foodcoop_words.lib.packs import CASE, KG, LITRE, PIECE

from .ratios import is_multiplied, is_taxed, price_at, share, share_close, total

_UNITS = (PIECE, "unit", KG, LITRE)


@dataclass
class Prices:
    """``paid`` is for one unit or, where ``case`` stands beside it, both are read."""

    paid: int = 0
    case: int = 0
    gross: int = 0
    aside: dict[int, str] = field(default_factory=dict)
    basis: str = ""
    net: bool | None = None
    asked: tuple[int, ...] = ()
    alternates: dict[int, str] = field(default_factory=dict)  # filled where paid is not

    def role(self, column: int) -> str:
        if column in self.alternates:
            return roles.PRICE
        if column in (self.paid, self.case):
            return roles.PRICE if column == self.paid else roles.CASE_PRICE
        return (
            roles.GROSS_PRICE
            if column == self.gross
            else self.aside.get(column, roles.OTHER_PRICE)
        )


def choose(layout, lines: Sequence, forced: Mapping, known: Mapping) -> Prices:
    """Decide among the columns that may be the price."""
    prices = Prices(
        case=layout.column(roles.CASE_PRICE), gross=layout.column(roles.GROSS_PRICE)
    )
    candidates = list(layout.all(roles.PRICE)) or _last_resort(layout, prices)
    said = [column for column in candidates if forced.get(column) == roles.PRICE]
    candidates = said or candidates
    if len(candidates) > 1:
        candidates = _sift(layout, prices, candidates, lines, known)
    prices.paid = prices.paid or (candidates[0] if candidates else 0)
    title = layout.title(prices.paid)
    prices.basis = prices.basis or ("" if title.basis == "unit" else title.basis)
    if title.basis == "unit" and not (prices.case or layout.column(roles.UNIT)):
        prices.basis = PIECE  # for one of what is sold, whatever lies in its case
    prices.net = title.net
    if prices.gross and prices.net is None:
        prices.net = True
    if not forced and prices.paid and not layout.standard:
        candidates += [c for c in layout.span if _may_be_price(layout, c)]
    if len(candidates) > 1:
        prices.asked = tuple(candidates)
    return prices


def _may_be_price(layout, column: int) -> bool:
    """A title that means nothing to us above cells that look like prices."""
    unknown = column not in layout.roles and layout.words(column)
    return bool(unknown) and layout.shapes[column].score(roles.PRICE) > 0.8


def _last_resort(layout, prices: Prices) -> list[int]:
    """Only a price with VAT, for members, or of the case: better than none."""
    if prices.case:
        prices.paid, prices.case = prices.case, 0
        prices.basis = CASE
        return [prices.paid]
    for role in (roles.GROSS_PRICE, roles.OTHER_PRICE, roles.ADVISED):
        found = layout.all(role)
        if found and layout.shapes[found[0]].numbers > 0.5:
            return [found[0]]
    return []


def _sift(layout, prices, candidates, lines, known) -> list[int]:
    """Set aside what is surely another price; returns what is still possible."""
    candidates = [c for c in candidates if layout.shapes[c].count] or candidates
    candidates = _without_tax(layout, prices, candidates, lines)
    candidates = _either(layout, prices, candidates, lines)
    candidates = _newest(layout, candidates)
    candidates = _case_and_unit(layout, prices, candidates, lines)
    if len(candidates) > 1 and known:
        candidates = _known_prices(layout, candidates, lines, known)
    if len(candidates) > 1:
        candidates = _scratch(candidates, lines, layout)
    if len(candidates) > 1:
        candidates = _compared(layout, prices, candidates)
    return candidates


def _without_tax(layout, prices, candidates, lines) -> list[int]:
    """ "HT" beside "TTC": the net one is paid, the other is kept to see."""
    gross = [c for c in candidates if layout.title(c).net is False]
    rest = [c for c in candidates if c not in gross]
    if gross and rest:
        prices.gross = gross[0]
        prices.aside |= dict.fromkeys(gross[1:], roles.OTHER_PRICE)
    else:
        rest = candidates
    net = [c for c in rest if layout.title(c).net]
    unsaid = [c for c in rest if not layout.title(c).net and not layout.title(c).basis]
    if net and unsaid and len(net) + len(unsaid) == len(rest):
        prices.aside |= dict.fromkeys(unsaid, roles.OTHER_PRICE)
        return net
    if len(rest) == 2 and not net:
        low, high = sorted(rest, key=lambda c: total(lines, c, layout))
        if share(lines, low, high, layout, is_taxed(layout)) > 0.9:
            prices.gross = high
            return [low]
    return rest


def _either(layout, prices, candidates, lines) -> list[int]:
    """Price a kilogram or price a piece: each row fills one of them."""
    bases = [layout.title(c).basis for c in candidates]
    if len(candidates) < 2 or "" in bases or len({*bases}) < len(bases):
        return candidates
    filled = [
        sum(price_at(line, c, layout) is not None for c in candidates) for line in lines
    ]
    if sum(count > 1 for count in filled) * 5 > sum(count > 0 for count in filled):
        return candidates
    prices.paid = candidates[0]
    prices.basis = "" if bases[0] == "unit" else bases[0]
    prices.alternates = dict(zip(candidates[1:], bases[1:], strict=True))
    return [prices.paid]


def _newest(layout, candidates) -> list[int]:
    """ "Tarif 2024" beside "Tarif 2025": titles that differ in their dates only."""
    words = {
        re.sub(r"[\d/.-]+", "", plain(layout.words(c))).strip() for c in candidates
    }
    dates = {
        c: [int(n) for n in re.findall(r"\d+", layout.words(c))][::-1]
        for c in candidates
    }
    if len(candidates) < 2 or len(words) > 1 or not all(dates.values()):
        return candidates
    return [max(candidates, key=dates.get)]


def _case_and_unit(layout, prices, candidates, lines) -> list[int]:
    """A pair of which one is the other times the pack."""
    said_case = [c for c in candidates if layout.title(c).basis == CASE]
    said_unit = [c for c in candidates if layout.title(c).basis in _UNITS]
    if len(said_case) == 1 and len(said_unit) == 1:
        prices.case, prices.paid = said_case[0], said_unit[0]
    elif not prices.case:
        for low in candidates:
            for high in candidates:
                if low != high and is_multiplied(lines, low, high, layout):
                    prices.case, prices.paid = high, low
    if prices.case and prices.paid:
        title = layout.title(prices.paid)
        prices.basis = "" if title.basis == "unit" else title.basis
        return [prices.paid]
    return candidates


def _known_prices(layout, candidates, lines, known) -> list[int]:
    """The column whose prices are nearest to those of the last list.

    One that repeats most of it may be today's, and the nearest last week's: both stay.
    """
    code = layout.column(roles.CODE)
    if not code:
        return candidates
    scores = dict.fromkeys(candidates, 0)
    for line in lines:
        old = known.get(parse_code(line[code - 1]).value or "")
        for column in candidates:
            new = price_at(line, column, layout)
            if old and new and abs(Decimal(new) / Decimal(old) - 1) < Decimal("0.3"):
                scores[column] += 1 + (new == old)
    best = max(scores.values())
    if best <= 2:
        return candidates
    nearest = next(c for c in candidates if scores[c] == best)
    return [
        c
        for c in candidates
        if scores[c] == best or _repeats(layout, nearest, c, lines)
    ]


def _repeats(layout, one: int, other: int, lines) -> bool:
    """Most rows have the same price in both columns."""
    pairs = [[price_at(line, c, layout) for c in (one, other)] for line in lines]
    both = [pair for pair in pairs if None not in pair]
    return sum(a == b for a, b in both) * 2 > len(lines)


def _scratch(candidates, lines, layout) -> list[int]:
    """ "Old price", "new price" scribbled beside: the first column is the list's."""
    first, *others = candidates
    if any(layout.words(column) for column in others):
        return candidates
    close = [c for c in others if share_close(lines, first, c, layout) > 0.6]
    return [first, *(c for c in others if c not in close)]


def _compared(layout, prices, candidates) -> list[int]:
    """A price per kilogram beside another price is there to compare."""
    weighed = [c for c in candidates if layout.title(c).basis in (KG, LITRE)]
    rest = [c for c in candidates if c not in weighed]
    if weighed and len(rest) == 1:
        prices.paid = rest[0]
        basis = layout.title(rest[0]).basis
        prices.basis = "" if basis == "unit" else basis
        prices.alternates = {c: layout.title(c).basis for c in weighed}
        return rest
    return candidates
