# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every code already in use is, and what a person may do about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from odoo.addons.foodcoop_barcode.lib.explanation import (
    Explanation,
    Kind,
    Reason,
    Validity,
)
from odoo.addons.foodcoop_barcode.lib.scan import explain

_RESTRICTED = (Kind.RCN_REGION, Kind.RCN_COMPANY, Kind.RCN8)
_ENOUGH = 20  # to tell a duplicate; a code pasted 10,000 times is not compared 10^8
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


class Measure(Protocol):
    """The part of ``foodcoop_barcode``'s measure that is used here."""

    def matches(self, code13: str) -> bool: ...
    def base_of(self, code13: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Held:
    """A code as it stands somewhere: on a product, on a pack, in a sheet.

    ``bears`` is the barcode the product has in Odoo, for rows of a sheet.
    """

    ref: int
    raw: str
    name: str = ""
    product: int = 0
    source: str = "product"
    active: bool = True
    bears: str = ""


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


@dataclass(frozen=True, slots=True)
class Book:
    """What the shop knows: its ranges (prefix, length), measures and register."""

    ranges: tuple[tuple[str, int], ...] = ()
    measures: tuple[Measure, ...] = ()
    register: Mapping[str, Registered] = field(default_factory=dict)

    def owns(self, code: str) -> bool:
        return any(
            len(code) == length and code.startswith(prefix)
            for prefix, length in self.ranges
        )

    def measure(self, code: str) -> Measure | None:
        return next((m for m in self.measures if m.matches(code)), None)


def assess(held: Iterable[Held], book: Book | None = None) -> list[Assessment]:
    """Every code judged, twins across all of them found.

    >>> [one] = assess([Held(1, "4006381333930", "Pen", 7)])
    >>> str(one.verdict), one.expected
    ('malformed', '1')
    """
    book = book or Book()
    alone = [judge(one, book) for one in held]
    by_key: dict[str, list[Assessment]] = {}
    for one in alone:
        same = by_key.setdefault(one.gtin14, [])
        if one.gtin14 and len(same) < _ENOUGH:
            same.append(one)
    return [_among(one, by_key.get(one.gtin14, ()), book) for one in alone]


def judge(held: Held, book: Book) -> Assessment:
    """One code by itself."""
    found = explain(held.raw)
    if found.valid is Validity.REFUSED:
        return _refused(held, found)
    code = _spelled(found)
    one = Assessment(held, _verdict(found, code, book), found.reason, code)
    one = replace(one, gtin14=found.gtin14, product=held.product)
    if found.valid is Validity.REPAIR:
        safe = found.reason in _SAFE_REPAIRS
        return _repairable(one, found.reason, code, safe)
    if found.kind is Kind.GS1_128:
        return _repairable(one, Why.IDENTIFIERS, code, False)
    if one.verdict is Verdict.WEIGHED and book.measure(code).base_of(code) != code:
        return _repairable(one, Why.LABEL, book.measure(code).base_of(code), False)
    is_bare = held.raw.isascii() and held.raw.isdigit()
    return one if is_bare else _repairable(one, Why.FRAMED, code, True)


def _spelled(found: Explanation) -> str:
    """The digits as they stand on the goods: 8, 13, or 14 for a case."""
    code = found.code
    if found.kind is Kind.GTIN8 or found.decoded.get("repaired_class") == Kind.GTIN8:
        return code[-8:]
    return code[1:] if len(code) == 14 and code.startswith("0") else code


def _verdict(found: Explanation, code: str, book: Book) -> Verdict:
    kind = found.decoded.get("repaired_class") or found.kind
    if kind == Kind.COUPON_REFUND or not code:
        return Verdict.OTHER
    if kind not in _RESTRICTED:
        return Verdict.GTIN
    if len(code) == 13 and book.measure(code):
        return Verdict.WEIGHED
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


def _repairable(one: Assessment, why: str, proposed: str, safe: bool) -> Assessment:
    can_write = bool(one.held.source != "sheet" and proposed)
    return replace(
        one,
        verdict=Verdict.REPAIRABLE,
        why=why,
        proposed=proposed,
        fix=Fix.WRITE if can_write else Fix.NONE,
        safe=safe and can_write,
    )


def _among(one: Assessment, same: Sequence[Assessment], book: Book) -> Assessment:
    """The same code once the others are known."""
    if one.verdict is Verdict.OTHER or not one.gtin14:
        return one
    one = _adopted(one, same)
    twins = [other for other in same if _are_twins(one, other)]
    if twins:
        return _duplicate(one, twins)
    entry = book.register.get(one.gtin14)
    if entry and entry.product and one.product and entry.product != one.product:
        return replace(_stuck(one, Why.REGISTER), other=entry.name)
    one = replace(one, known=bool(entry))
    return _of_sheet(one) if one.held.source == "sheet" else one


def _adopted(one: Assessment, same: Sequence[Assessment]) -> Assessment:
    """A row of a sheet without a product belongs to the one that bears its code."""
    owners = {other.held.product for other in same if other.held.product}
    if one.product or len(owners) != 1:
        return one
    return replace(one, product=owners.pop())


def _are_twins(one: Assessment, other: Assessment) -> bool:
    if one.held.ref == other.held.ref:
        return False
    both_in_sheet = one.held.source == other.held.source == "sheet"
    if both_in_sheet and not (one.held.product and other.held.product):
        return True
    in_shop = "sheet" not in (one.held.source, other.held.source)
    if in_shop and one.held.product == other.held.product:
        return True  # its own code once more, as a pack
    return bool(other.held.product) and one.product != other.held.product


def _duplicate(one: Assessment, twins: list[Assessment]) -> Assessment:
    other = next((twin for twin in twins if twin.held.active), twins[0])
    if other.held.name == one.held.name and one.held.source == "sheet":
        why = Why.TWIN_REPEATED
    else:
        is_same = other.held.raw == one.held.raw
        why = Why.TWIN if is_same else Why.TWIN_ZEROS
    stuck = replace(_stuck(one, why), other=f"{other.held.name} ({other.held.raw})")
    if one.held.source == "sheet":
        return stuck
    actives = [twin for twin in (one, *twins) if twin.held.active]
    safe = not one.held.active and len(actives) == 1
    return replace(stuck, fix=Fix.CLEAR, safe=safe)


def _stuck(one: Assessment, why: Why) -> Assessment:
    return replace(
        one, verdict=Verdict.DUPLICATE, why=why, fix=Fix.NONE, safe=False, proposed=""
    )


def _of_sheet(one: Assessment) -> Assessment:
    """What the sheet says against what the product bears in Odoo."""
    bears = explain(one.held.bears).gtin14 if one.held.bears else ""
    if not one.held.product or bears == one.gtin14:
        return one
    if one.held.bears:
        return replace(one, why=Why.DIFFERS, other=one.held.bears)
    is_sound = one.verdict is not Verdict.REPAIRABLE
    return replace(one, fix=Fix.GIVE, safe=is_sound, proposed=one.proposed or one.code)
