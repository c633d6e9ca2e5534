# SPDX-License-Identifier: AGPL-3.0-or-later
"""What one code already in use is, and what a person may do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from odoo.addons.foodcoop_scan.lib.explanation import (
    Explanation,
    Kind,
    Reason,
    Validity,
)
from odoo.addons.foodcoop_scan.lib.measure import DEFAULT_MEASURES, Measure
from odoo.addons.foodcoop_scan.lib.scan import explain

_RESTRICTED = (Kind.RCN_REGION, Kind.RCN_COMPANY, Kind.RCN8)
_LABELS = (Kind.PRICE, Kind.WEIGHT, Kind.COUNT)
# Deterministic and checked by the last digit: may be put right in one go.
_SAFE_REPAIRS = (Reason.NUMBER_FORMAT, Reason.DOUBLE_SCAN)


class Verdict(StrEnum):
    """The heading a code is counted under."""

    GTIN = "gtin"
    OURS = "ours"
    WEIGHED = "weighed"
    FOREIGN = "foreign"
    OTHER = "other"
    REPAIRABLE = "repairable"
    MALFORMED = "malformed"
    DUPLICATE = "duplicate"


class Why(StrEnum):
    """What makes a verdict, beyond the reasons of a scan."""

    FRAMED = "framed"
    LABEL = "label"
    IDENTIFIERS = "identifiers"
    TWIN = "twin"
    TWIN_ZEROS = "twin_zeros"
    TWIN_REPEATED = "twin_repeated"
    REGISTER = "register"
    DIFFERS = "differs"


class Fix(StrEnum):
    """What one click can do."""

    NONE = ""
    WRITE = "write"
    CLEAR = "clear"
    GIVE = "give"


@dataclass(frozen=True, slots=True)
class Held:
    """A code as it stands somewhere: on a product, on a pack, in a sheet.

    ``bears`` is the barcode the product has in Odoo, for rows of a sheet; these may
    come without a name of their own, ``name`` then says which row it is.
    """

    ref: int
    raw: str
    name: str = ""
    product: int = 0
    source: str = "product"
    active: bool = True
    bears: str = ""
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register says of a code."""

    product: int
    name: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """One code, judged. ``code`` is what the register would hold."""

    held: Held
    verdict: Verdict
    why: str
    code: str = ""
    gtin14: str = ""
    proposed: str = ""
    expected: str = ""
    other: str = ""
    product: int = 0
    fix: Fix = Fix.NONE
    safe: bool = False
    known: bool = False

    @property
    def ready(self) -> bool:
        """Whether the register may take it as it is."""
        sound = (Verdict.GTIN, Verdict.OURS, Verdict.WEIGHED, Verdict.FOREIGN)
        return self.verdict in sound and not self.known and self.why != Why.DIFFERS

    @property
    def state(self) -> str:
        """What is left to do about it."""
        if self.known:
            return "known"
        if self.verdict is Verdict.OTHER:
            return "kept"
        return "ready" if self.ready and not self.fix else "decide"


@dataclass(frozen=True, slots=True)
class Book:
    """What the shop knows: its ranges (prefix, length), measures and register."""

    ranges: tuple[tuple[str, int], ...] = ()
    measures: tuple[Measure, ...] = DEFAULT_MEASURES
    register: Mapping[str, Registered] = field(default_factory=dict)

    def owns(self, code: str) -> bool:
        return any(
            len(code) == length and code.startswith(prefix)
            for prefix, length in self.ranges
        )


def judge(held: Held, book: Book) -> Assessment:
    """One code by itself.

    >>> found = judge(Held(1, "4006381333930", "Pen", 7), Book())
    >>> str(found.verdict), found.expected
    ('malformed', '1')
    """
    found = explain(held.raw, book.measures)
    if found.valid is Validity.REFUSED:
        return _refused(held, found)
    code = _spelled(found)
    verdict = _verdict(found, code, book)
    one = Assessment(held, verdict, found.reason, code, found.gtin14)
    one = replace(one, product=held.product)
    if verdict is Verdict.OTHER:
        return one
    if found.valid is Validity.REPAIR:
        return repairable(one, found.reason, found.reason in _SAFE_REPAIRS)
    if found.what is Kind.GS1_128:
        return repairable(one, Why.IDENTIFIERS, False)
    if found.label and found.digits != found.code:
        return repairable(one, Why.LABEL, False)
    is_bare = held.raw.isascii() and held.raw.isdigit()
    return one if is_bare else repairable(one, Why.FRAMED, True)


def _spelled(found: Explanation) -> str:
    """The digits as they stand on the goods: 8, 13, or 14 for a case."""
    code = found.code
    if found.what is Kind.GTIN8:
        return code[-8:]
    return code[1:] if len(code) == 14 and code.startswith("0") else code


def _verdict(found: Explanation, code: str, book: Book) -> Verdict:
    if found.what is Kind.COUPON_REFUND or not code:
        return Verdict.OTHER
    if found.what in _LABELS:
        return Verdict.WEIGHED
    if found.what not in _RESTRICTED:
        return Verdict.GTIN
    return Verdict.OURS if book.owns(code) else Verdict.FOREIGN


def _refused(held: Held, found: Explanation) -> Assessment:
    """Short numbers and texts are somebody's own system, not a damaged code."""
    is_other = found.reason is Reason.SHORT_NUMBER or found.kind is Kind.TEXT
    verdict = Verdict.OTHER if is_other else Verdict.MALFORMED
    return Assessment(
        held,
        verdict,
        found.reason,
        expected=found.expected_check_digit,
        product=held.product,
    )


def repairable(one: Assessment, why: str, safe: bool) -> Assessment:
    """The same code with what it should be; a row of a sheet is nowhere to write."""
    can_write = one.held.source != "sheet"
    return replace(
        one,
        verdict=Verdict.REPAIRABLE,
        why=why,
        proposed=one.code,
        fix=Fix.WRITE if can_write else Fix.NONE,
        safe=safe and can_write,
    )
