# SPDX-License-Identifier: AGPL-3.0-or-later
"""Narrower rules: goods go free, everybody who lives by a rule is still read.

Badges, cards, coupons, lots and locations of the shop are tried on each
candidate; the first that loses none of them and frees most goods is chosen.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from odoo.addons.foodcoop_barcode.lib.nomenclature import (
    PRODUCT,
    Nomenclature,
    Reading,
    Rule,
)

from .reach import alternatives

MEASURES = ("weight", "price")
# A badge made by Odoo has 12 digits, a printed card 13, AI 414 and a GLN 16.
LENGTHS = {"cashier": 12, "client": 13, "location": 16}


@dataclass(frozen=True, slots=True)
class Known:
    """A code of the shop, what it must be read as, and who bears it."""

    code: str
    wanted: str
    ref: str | int = ""
    kind: str = PRODUCT

    @property
    def spellings(self) -> tuple[str, ...]:
        """As scanners send it: a leading zero may be missing, or be there.

        >>> Known("041220576555", "product", "").spellings
        ('041220576555', '0041220576555')
        """
        code = self.code
        if code.isdigit() and self.wanted == PRODUCT:
            if len(code) == 12:
                return code, "0" + code
            if len(code) == 13 and code.startswith("0"):
                return code, code[1:]
        return (code,)

    def is_read(self, reading: Reading) -> bool:
        """Whether the shop gets what it wants of this scan."""
        if self.wanted == PRODUCT and reading.type in MEASURES:
            return reading.base_code == self.code.zfill(13)
        return reading.type == self.wanted


@dataclass(frozen=True, slots=True)
class Change:
    """A rule as it is (None: not there yet) and as it would be."""

    before: Rule | None
    after: Rule


def changed(shop: Nomenclature, changes: Iterable[Change]) -> Nomenclature:
    """The nomenclature as the changes would leave it."""
    changes = tuple(changes)
    after = {change.before.id: change.after for change in changes if change.before}
    new = [change.after for change in changes if not change.before]
    kept = [after.get(rule.id, rule) for rule in shop.rules]
    return Nomenclature.of([*kept, *new], shop.conversion, shop.name)


def is_swallowed(shop: Nomenclature, known: Known) -> bool:
    return known.wanted == PRODUCT and not all(
        known.is_read(shop.till(scan)) for scan in known.spellings
    )


def best_changes(
    shop: Nomenclature, rule: Rule, goods: set[Known], holders: set[Known]
) -> tuple[Change, ...]:
    """The candidate that loses no holder and frees most goods; none if none helps."""

    def cost(changes: tuple[Change, ...]) -> tuple[int, int]:
        then = changed(shop, changes)
        lost = sum(not k.is_read(then.till(k.code)) for k in holders)
        return lost, sum(is_swallowed(then, k) for k in goods)

    options = [*_candidates(rule, goods, holders)]
    best = min(options, key=cost, default=())
    return best if best and cost(best)[0] == 0 else ()


def _candidates(
    rule: Rule, goods: set[Known], holders: set[Known]
) -> Iterator[tuple[Change, ...]]:
    """From the plainest change on; those with rules ahead only for real goods."""
    narrowed = [
        Change(rule, replace(rule, pattern=pattern, encoding=encoding))
        for encoding, pattern in _narrowings(rule, holders)
        if (encoding, pattern) != (rule.encoding, rule.pattern)
    ]
    yield from ((change,) for change in narrowed)
    if not goods:
        return
    twelve = tuple(_ahead(rule, ("upca",)))
    yield from ((change, *twelve) for change in narrowed)
    yield twelve
    yield tuple(_ahead(rule, ("ean13", "ean8", "upca")))


def _narrowings(rule: Rule, holders: set[Known]) -> Iterator[tuple[str, str]]:
    """(encoding, pattern) a rule could have instead."""
    if rule.type in MEASURES:
        yield "ean13", rule.pattern
    elif "{" in rule.pattern:
        yield rule.encoding, rule.pattern.rstrip("$") + "$"
    elif all(re.fullmatch("[0-9]+", part) for part in alternatives(rule)):
        if rule.type in LENGTHS:  # made of digits only: the next badge is as well
            yield rule.encoding, _exactly(rule, LENGTHS[rule.type])
        else:
            yield rule.encoding, _not_only_digits(rule)
        for length in sorted({len(holder.code) for holder in holders}):
            yield rule.encoding, _exactly(rule, length)


def _exactly(rule: Rule, length: int) -> str:
    """The same beginning, and not one sign more than ``length``.

    >>> _exactly(Rule(1, "", "cashier", "any", "041", 50), 12)
    '041.........$'
    """
    parts = (part + "." * (length - len(part)) + "$" for part in alternatives(rule))
    return "|".join(parts)


def _not_only_digits(rule: Rule) -> str:
    r"""The same beginning, but no code of eight digits or more: those are goods.

    Written without braces and inner bars, which Odoo's patterns cannot hold, and
    long enough for the server, which cuts a code to the length of the pattern.

    >>> _not_only_digits(Rule(1, "", "lot", "any", "10", 80))
    '10(?!\\d\\d\\d\\d\\d\\d\\d*$)'
    """
    return "|".join(
        part + r"(?!" + r"\d" * (8 - len(part)) + r"\d*$)"
        for part in alternatives(rule)
    )


def _ahead(rule: Rule, encodings: tuple[str, ...]) -> Iterator[Change]:
    """Rules that take well-formed product codes before this one sees them."""
    for part in alternatives(rule):
        for encoding in encodings:
            if part.isdigit():
                yield Change(
                    None, Rule(0, part, PRODUCT, encoding, part, rule.sequence - 1)
                )
