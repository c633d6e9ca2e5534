# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which class digits with a right check digit are, and their one spelling."""

from stdnum import ean

from .explanation import Kind, Reason
from .facts import upce_expanded

RESTRICTED = (Kind.RCN_REGION, Kind.RCN_COMPANY, Kind.RCN8)
_COUPONS = ("05", "980", "981", "982", "983", "99")
_EAN8 = "]E4"


def kind_of(digits: str) -> Kind:
    if len(digits) == 8:
        return Kind.RCN8 if digits[0] in "02" else Kind.GTIN8
    if len(digits) == 14 and digits[0] != "0":
        return Kind.GTIN14
    plain = {12: Kind.UPCA, 13: Kind.GTIN13, 14: Kind.GTIN14}[len(digits)]
    return _restricted_or(digits[-13:].zfill(13), plain)


def _restricted_or(gtin13: str, plain: Kind) -> Kind:
    """GS1's prefixes that name no product of a member company."""
    if gtin13.startswith("2") or gtin13.startswith("02"):
        return Kind.RCN_REGION
    if gtin13.startswith(("04", "0000000")):
        return Kind.RCN_COMPANY
    if gtin13.startswith(_COUPONS):
        return Kind.COUPON_REFUND
    if gtin13.startswith(("977", "978", "979")):
        return Kind.ISBN_ISSN
    return plain


def reason_of(kind: Kind) -> Reason:
    if kind in RESTRICTED:
        return Reason.OUR_OWN
    return Reason.NOT_A_PRODUCT if kind is Kind.COUPON_REFUND else Reason.OK


def canonical(kind: Kind, digits: str) -> str:
    if kind is Kind.RCN8:
        return digits
    if kind in RESTRICTED or kind is Kind.COUPON_REFUND:
        return digits[-13:].zfill(13)
    return digits.zfill(14)


def upca_of(digits: str, symbology: str) -> str:
    """The UPC-A of a UPC-E. With a 1 in front, only what is no EAN-8 may be one."""
    if len(digits) != 8 or digits[0] not in "01" or symbology == _EAN8:
        return ""
    if digits[0] == "1" and ean.is_valid(digits):
        return ""
    upca = upce_expanded(digits)
    return upca if ean.is_valid(upca) else ""
