# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a scan turned out to be: one frozen answer with its reason."""

from dataclasses import dataclass, field
from enum import StrEnum

from .measure import MeasureReading


class Kind(StrEnum):
    """The class of a code, or of the damage done to it on its way here."""

    GTIN13 = "gtin13"
    GTIN8 = "gtin8"
    UPCA = "upca"
    UPCE = "upce"
    GTIN14 = "gtin14_itf14"
    GS1_128 = "gs1_128"
    RCN_REGION = "rcn_region"
    RCN_COMPANY = "rcn_company"
    RCN8 = "rcn8"
    PRICE = "price_embedded"
    WEIGHT = "weight_embedded"
    COUNT = "count_embedded"
    ISBN_ISSN = "isbn_issn"
    COUPON_REFUND = "coupon_refund"
    BAD_CHECK_DIGIT = "bad_check_digit"
    WRONG_LENGTH = "wrong_length"
    NON_ASCII_DIGITS = "non_ascii_digits"
    LEADING_ZERO = "excel_leading_zero"
    SCIENTIFIC = "excel_scientific"
    DIRTY = "dirty_input"
    AZERTY = "azerty_scan"
    TEXT = "text"


class Validity(StrEnum):
    """``REPAIR``: a code can be proposed, a person confirms it."""

    VALID = "1"
    REPAIR = "repair"
    REFUSED = "0"


class Reason(StrEnum):
    """Why; the sentence for it is made at the edge, in the person's language."""

    OK = "ok"
    NOT_A_PRODUCT = "not_a_product"
    OUR_OWN = "restricted_circulation"
    MEASURED = "measure_read"
    NO_MEASURE = "measure_is_zero"
    VERIFIER = "verifier"
    AMBIGUOUS_UPCE = "upce_or_ean8"
    EMPTY = "empty"
    CHECK_DIGIT = "check_digit"
    TOO_FEW_DIGITS = "too_few_digits"
    TOO_MANY_DIGITS = "too_many_digits"
    SHORT_NUMBER = "plu_or_menu_number"
    NOT_DIGITS = "not_digits"
    UNREADABLE = "gs1_128_unreadable"
    DOUBLE_SCAN = "double_scan"
    KEYBOARD = "keyboard_layout"
    ZEROS_LOST = "leading_zeros_lost"
    NUMBER_FORMAT = "spreadsheet_number_format"
    DIGITS_LOST = "digits_lost"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What ``input`` is. ``code`` is empty when there is nothing safe to propose.

    ``code`` is the GTIN-14 of a GS1 number, and the 13 (or 8) digits of a
    restricted number, which is no GTIN and must never leave the shop as one.
    A price or weight label has the ``code`` of its item, value zero.
    ``gtin14`` is the key for comparing: equal keys are the same code. ``digits``
    are those of the scan itself; ``holds`` is their class where ``kind`` names
    what happened to them on the way.
    """

    input: str
    kind: Kind
    valid: Validity
    reason: Reason
    code: str = ""
    gtin14: str = ""
    expected_check_digit: str = ""
    decoded: dict[str, str] = field(default_factory=dict)
    holds: Kind | None = None
    digits: str = ""
    label: MeasureReading | None = None

    @property
    def what(self) -> Kind:
        """The class of the code itself, however it came here."""
        return self.holds or self.kind

    def __bool__(self) -> bool:
        return self.valid is Validity.VALID

    def as_dict(self) -> dict[str, object]:
        """The answer as plain data, for JSON."""
        return {
            "input": self.input,
            "class": str(self.kind),
            "valid": str(self.valid),
            "code": self.code,
            "decoded": dict(self.decoded),
            "reason": str(self.reason),
        }
