# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which sentence says it best: that of the reason, or of the code's own class.

The twin for terminals stands in ``static/src/model/topic.js``.
"""

import re
from enum import StrEnum

from .clean import separators_removed, unframe
from .explanation import Explanation, Kind, Reason, Validity
from .resolve import Outcome, Resolution

_ADDRESS = re.compile(r"(https?://|www\.)", re.IGNORECASE)
_REFUND = "980"


class Topic(StrEnum):
    """What a sentence can be about, besides the reasons themselves."""

    BOOK = "unknown_book"
    RESTRICTED = "unknown_restricted"
    REFUND = "refund_receipt"
    COUPON_WORTH = "coupon_worth"
    ADDRESS = "web_address"


_UNKNOWN = {
    Kind.ISBN_ISSN: Topic.BOOK,
    Kind.RCN_REGION: Topic.RESTRICTED,
    Kind.RCN_COMPANY: Topic.RESTRICTED,
    Kind.RCN8: Topic.RESTRICTED,
}


def topic(found: Resolution) -> str:
    """The key of the sentence for this resolution."""
    said = found.explanation
    if found.reason == Outcome.UNKNOWN:
        return _UNKNOWN.get(said.what, Outcome.UNKNOWN)
    if found.reason == Reason.NOT_A_PRODUCT:
        return _voucher(said)
    if found.reason == Reason.NOT_DIGITS and _ADDRESS.match(unframe(said.input).text):
        return Topic.ADDRESS
    return found.reason


def _voucher(said: Explanation) -> str:
    if said.code[-13:].startswith(_REFUND):
        return Topic.REFUND
    return Topic.COUPON_WORTH if said.decoded.get("value") else said.reason


def printed(said: Explanation) -> str:
    """The code as a person finds it on the label: without the zeros of its key."""
    if said.valid is Validity.REPAIR:
        return said.decoded["original"]
    text = separators_removed(unframe(said.input).text)
    same = said.digits and said.digits.lstrip("0") == text.lstrip("0")
    return text if same or not said.digits else said.digits
