# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a scan is, said to a person: what happened, then what to do."""

from odoo.tools import formatLang
from odoo.tools.translate import LazyTranslate

from .lib.explanation import Reason
from .lib.resolve import Outcome
from .lib.topic import Topic, printed, topic

_lt = LazyTranslate(__name__)

SENTENCES = {
    Outcome.FOUND: _lt("%(product)s"),
    Outcome.ASK_MEASURE: _lt(
        "%(product)s is weighed, and this code carries no weight. Weigh it, or type "
        "the weight."
    ),
    Outcome.NO_UNIT_PRICE: _lt(
        "%(product)s has no price per kilogram, so its weight cannot be told from the "
        "label. Ask the office for the price, or weigh it."
    ),
    Outcome.IMPLAUSIBLE: _lt(
        "%(product)s: %(weight)s kg is unusual. Look at the label, then confirm."
    ),
    Outcome.CONFIRM: _lt(
        "This may be %(product)s, code %(code)s, but the scan was damaged. Scan it "
        "again, or confirm."
    ),
    Outcome.SEVERAL: _lt(
        "Several products have this code. Choose one, and tell the office."
    ),
    Outcome.ARCHIVED: _lt(
        "This is %(product)s, which is no longer sold. Ask the office."
    ),
    Outcome.CASE: _lt(
        "This is the code of a case. Inside may be %(product)s: scan one piece of it, "
        "or give this code to its pack."
    ),
    Outcome.RETIRED: _lt(
        "This was our number for %(product)s and is no longer in use. Stick a new "
        "label on it."
    ),
    Outcome.RESERVED: _lt(
        "This is a spare label that belongs to no product yet. Give it to the product "
        "in front of you."
    ),
    Outcome.PASSED_OVER: _lt(
        "We never gave this number to a product. Ask where the label comes from."
    ),
    Outcome.FOREIGN: _lt(
        "This number was given by another shop or supplier, not by us. Choose the "
        "product by its name."
    ),
    Outcome.NOBODYS: _lt(
        "This number is of our range “%(range)s”, but no product has it. Choose the "
        "product by its name and tell the office."
    ),
    Outcome.NO_ITEM: _lt(
        "This label names a parcel or a pallet, no product. Scan the label of the "
        "product."
    ),
    Outcome.UNKNOWN: _lt(
        "%(code)s is a good barcode, but no product here has it. Choose the product by "
        "its name, and tell the office."
    ),
    Topic.BOOK: _lt(
        "%(code)s is a book, a magazine or sheet music that is not among the products "
        "here. Choose the product by its name, or ask the office."
    ),
    Topic.RESTRICTED: _lt(
        "%(code)s is a number that a shop or a supplier made for itself, and no "
        "product here has it. Choose the product by its name, and tell the office."
    ),
    Reason.NOT_A_PRODUCT: _lt(
        "This is a voucher or a coupon, no product. Ask the office whether the shop "
        "takes it."
    ),
    Topic.COUPON_WORTH: _lt(
        "This is a coupon worth %(value)s, no product. Ask the office whether the shop "
        "takes it."
    ),
    Topic.REFUND: _lt(
        "This is a refund receipt, as bottle return machines print them, no product. "
        "Ask the office whether the shop takes it."
    ),
    Topic.ADDRESS: _lt(
        "This is the address of a web page, no barcode. Scan the bars of the product, "
        "or choose it by its name."
    ),
    Reason.VERIFIER: _lt(
        "The value on this label contradicts its own check. Weigh it again and print "
        "a new label."
    ),
    Reason.EMPTY: _lt("Nothing was scanned. Scan again."),
    Reason.CHECK_DIGIT: _lt(
        "The last digit should be %(expected)s: one of the digits is wrong. Compare "
        "them with the label, or scan again."
    ),
    Reason.TOO_FEW_DIGITS: _lt(
        "%(length)s digits are too few for a barcode: it has 8, 12, 13 or 14. Scan "
        "again, or type them all."
    ),
    Reason.TOO_MANY_DIGITS: _lt(
        "%(length)s digits are too many for a barcode: it has 8, 12, 13 or 14. Scan "
        "again, one code at a time."
    ),
    Reason.SHORT_NUMBER: _lt(
        "%(input)s is a short number as on a scale's key, no barcode. Choose the "
        "product by its name."
    ),
    Reason.NOT_DIGITS: _lt(
        "“%(input)s” is no barcode: barcodes have the digits 0 to 9 only. Scan again."
    ),
    Reason.UNREADABLE: _lt(
        "This label has a part that cannot be, such as a date that does not exist. "
        "Scan the other code of the product, or choose it by its name."
    ),
    Reason.DIGITS_LOST: _lt(
        "A spreadsheet has shortened this code and digits are lost. Ask for the file "
        "with the codes as text."
    ),
    Reason.DOUBLE_SCAN: _lt(
        "The scanner sent the same code twice: %(code)s. Scan again, or confirm."
    ),
    Reason.KEYBOARD: _lt(
        "The scanner types for another keyboard; this may be %(code)s. Set the "
        "scanner to the computer's keyboard, or confirm."
    ),
    Reason.ZEROS_LOST: _lt(
        "Zeros at the beginning seem lost; this may be %(code)s. Compare it with the "
        "label, then confirm."
    ),
    Reason.NUMBER_FORMAT: _lt(
        "A spreadsheet has changed this code; it may be %(code)s. Compare it with the "
        "label, then confirm."
    ),
}


def templates(env):
    """{topic: sentence} in the person's language, for terminals to fill in."""
    told = {str(key): env._(text) for key, text in SENTENCES.items()}
    return told | {"nameless": env._("another product")}


def sentence(env, found):
    """What a resolution means, in the person's language."""
    said = found.explanation
    template = env._(SENTENCES.get(topic(found), SENTENCES[Outcome.UNKNOWN]))
    worth, _, currency = said.decoded.get("value", "").partition(" ")
    return template % {
        "product": found.name or env._("another product"),
        "range": found.range_name,
        "weight": formatLang(env, float(found.weight or 0), digits=3),
        "code": printed(said)[:60],
        "input": said.input.strip()[:60],
        "expected": said.expected_check_digit,
        "length": said.decoded.get("length", ""),
        "value": f"{formatLang(env, float(worth or 0))} {currency}",
    }
