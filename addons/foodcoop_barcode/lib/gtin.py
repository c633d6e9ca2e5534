# SPDX-License-Identifier: AGPL-3.0-or-later
"""A number that is to become a product's own: is it the GTIN of one unit?"""

from dataclasses import dataclass
from enum import StrEnum

from .explanation import Explanation, Kind, Reason, Validity
from .scan import explain

_RESTRICTED = (Kind.RCN_REGION, Kind.RCN_COMPANY, Kind.RCN8)
NO_LABELS = ()  # a label is refused by its class, whatever it weighs


class Refusal(StrEnum):
    """Why a number cannot become the GTIN of a product."""

    EMPTY = "empty"
    CHECK_DIGIT = "check_digit"
    OUR_OWN = "restricted_circulation"
    NOT_A_PRODUCT = "coupon_or_refund"
    CASE = "case"
    TWO_READINGS = "two_readings"
    NO_NUMBER = "no_number"


@dataclass(frozen=True, slots=True)
class Arrival:
    """``gtin`` as it is stored, or why not."""

    gtin: str = ""
    gtin14: str = ""
    refusal: Refusal | None = None
    expected_check_digit: str = ""

    def __bool__(self) -> bool:
        return bool(self.gtin)


def arrival(raw: str) -> Arrival:
    """What of a scan can become the GTIN of a product.

    >>> arrival("03017620422003").gtin
    '3017620422003'
    >>> arrival("4006381333930").expected_check_digit
    '1'
    >>> str(arrival("2000000000015").refusal)
    'restricted_circulation'
    """
    found = explain(raw, NO_LABELS)
    if found.kind is Kind.GS1_128 and found.code:
        found = explain(found.code, NO_LABELS)
    if refusal := _refusal(found):
        return Arrival(refusal=refusal, expected_check_digit=found.expected_check_digit)
    return Arrival(gtin=stored(found.gtin14), gtin14=found.gtin14)


def stored(gtin14: str) -> str:
    """The shortest of 8, 13 and 14 digits: what tills and people know.

    >>> stored("00000096385074"), stored("00012345678905")
    ('96385074', '0012345678905')
    """
    if gtin14.startswith("000000"):
        return gtin14[6:]
    return gtin14.removeprefix("0")


def is_internal(code: str) -> bool:
    """Whether a number holds inside a shop or a country only.

    >>> is_internal("2000000000015"), is_internal("3017620422003")
    (True, False)
    """
    found = explain(code, NO_LABELS)
    return bool(found) and (found.holds or found.kind) in _RESTRICTED


def key(code: str) -> str:
    """The GTIN-14 key of a number that holds, empty for any other text.

    >>> key("3017620422003"), key("Savon")
    ('03017620422003', '')
    """
    found = explain(code, NO_LABELS)
    return found.gtin14 if found else ""


def _refusal(found: Explanation) -> Refusal | None:
    by_reason = {
        Reason.EMPTY: Refusal.EMPTY,
        Reason.CHECK_DIGIT: Refusal.CHECK_DIGIT,
        Reason.AMBIGUOUS_UPCE: Refusal.TWO_READINGS,
    }
    if found.reason in by_reason:
        return by_reason[found.reason]
    if found.valid is Validity.REFUSED or not found.gtin14:
        return Refusal.NO_NUMBER
    kind = found.holds or found.kind
    if kind in _RESTRICTED:
        return Refusal.OUR_OWN
    if kind is Kind.COUPON_REFUND:
        return Refusal.NOT_A_PRODUCT
    return None if found.gtin14.startswith("0") else Refusal.CASE
