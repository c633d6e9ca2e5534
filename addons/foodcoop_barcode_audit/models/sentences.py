# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reason codes of ``lib/`` as sentences for a person: what is, then what to do."""

from odoo.addons.foodcoop_scan.lib.explanation import Reason

from ..lib import checkup, judge, reach, sheet


def type_names(env):
    """What a rule makes of a code, in the shop's words."""
    return {
        "product": env._("a product"),
        "weight": env._("a weight label"),
        "price": env._("a price label"),
        "discount": env._("a discount"),
        "client": env._("a member's card"),
        "cashier": env._("a cashier's badge"),
        "coupon": env._("a coupon or gift card"),
        "location": env._("a place in the storeroom"),
        "location_dest": env._("a place in the storeroom"),
        "lot": env._("a lot"),
        "package": env._("a package"),
        "alias": env._("another code"),
        "error": env._("nothing"),
    }


def kind_names(env):
    """Who bears a code."""
    return {
        "product.product": env._("Product"),
        "product.uom": env._("Pack"),
        "foodcoop.barcode.code": env._("Register of numbers"),
        "res.partner": env._("Member's card"),
        "hr.employee": env._("Badge"),
        "loyalty.card": env._("Coupon or gift card"),
        "loyalty.rule": env._("Promotion code"),
        "stock.location": env._("Place"),
        "stock.lot": env._("Lot"),
        "stock.package": env._("Package"),
    }


def finding_sentence(env, found):
    """What a rule does to goods."""
    if found.why is checkup.Why.OURS:
        return env._(
            "Numbers of our range “%s” are not read as they should be.",
            found.own,
        )
    if found.why is checkup.Why.LABEL:
        return env._(
            "These products bear a whole label, weight or price included: only that "
            "one label finds them."
        )
    return _taken_sentence(env, found)


def _taken_sentence(env, found):
    type_ = found.rule.type
    named = type_names(env).get(type_, type_)
    starts = ", ".join(map(reach.literal, reach.alternatives(found.rule)))
    if not starts:
        return env._("Goods are taken for %s and not found.", named)
    if type_ == "discount":
        return env._(
            "Scanning goods whose code begins with %s takes a percentage off the "
            "line before, without a word.",
            starts,
        )
    return env._(
        "Goods whose code begins with %(starts)s are taken for %(type)s and not found.",
        starts=starts,
        type=named,
    )


def remedy_sentence(env, found):
    """What is proposed, in words; the patterns stand beside it."""
    if found.why is checkup.Why.OURS:
        return env._("A rule of its own, asked before all others.")
    if found.why is checkup.Why.LABEL:
        return env._("Give each its base code or another number.")
    if not found.changes:
        return _no_proposal(env, found)
    said = [_change_sentence(env, change) for change in found.changes if change.before]
    if not all(change.before for change in found.changes):
        said.append(
            env._(
                "Well-formed product codes go first. A new badge or card may look like "
                "one: if it is not read, draw another."
            )
        )
    return " ".join(said)


def _change_sentence(env, change):
    """The narrower form: as long as it may be, or what it must not be."""
    pattern = change.after.pattern.split("|")[0]
    if change.before.pattern == change.after.pattern:
        return env._("Only 13 digits with the right check digit.")
    if "(?!" in pattern:
        return env._("Not codes of digits only, eight or more: those are goods.")
    length = len(pattern.translate(dict.fromkeys(map(ord, "{}$"))))
    return env._("Only codes of exactly %s signs.", length)


def _no_proposal(env, found):
    if not found.goods:
        return env._(
            "None of the shop's goods is concerned, and no narrower form is known: "
            "leave it until one is."
        )
    return env._(
        "No narrower form frees them without losing a badge, card or place in use. "
        "Change the rule by hand, or give these goods another number."
    )


def members_text(env, members):
    """ "GS1 Germany (414)", one a line."""
    lines = []
    for member in members:
        span = member.first
        if member.last != member.first:
            span = env._("%(first)s to %(last)s", first=member.first, last=member.last)
        lines.append(
            env._(
                "%(organisation)s: %(span)s, codes of %(digits)s digits",
                organisation=member.organisation,
                span=span,
                digits=member.digits,
            )
        )
    return "\n".join(lines)


def sheet_sentence(env, error):
    """Why a sheet cannot be read at all."""
    return {
        sheet.EMPTY: env._(
            "There is nothing in it. Paste codes, one a line, or drop a sheet."
        ),
        sheet.EXTENSION: env._(
            "This file is no sheet that can be read (.xlsx or .csv). "
            "Save it as .xlsx and drop it here again."
        ),
        sheet.TOO_BIG: env._(
            "The file is too big for a list of codes. Remove its pictures and other "
            "sheets, save it and drop it here again."
        ),
        sheet.TOO_MANY: env._(
            "The list has more than %s rows. Split it into several.", error.place
        ),
        sheet.NOT_A_WORKBOOK: env._(
            "The file is damaged, protected or no sheet. Open it in a spreadsheet, "
            "save it as .xlsx and drop it here again."
        ),
        sheet.FORMULA: env._(
            "Cell %s holds a formula that was never calculated. Open the file in a "
            "spreadsheet, save it and drop it here again.",
            error.place,
        ),
        sheet.NO_CODES: env._(
            "No column of codes was found. Give the column the heading “Barcode”."
        ),
    }[error.reason]


def line_sentence(env, line):
    """What a code is, and what to do about it."""
    table = _twin_sentences(env, line) | _sound_sentences(env)
    table |= _repair_sentences(env, line) | _bad_sentences(env, line)
    if line.why in table:
        return table[line.why]
    return _verdict_sentences(env).get(line.verdict, "")


def _verdict_sentences(env):
    return {
        judge.Verdict.GTIN: env._("The maker's own code."),
        judge.Verdict.OURS: env._("A number of one of our ranges."),
        judge.Verdict.WEIGHED: env._("The base code of goods sold by weight."),
        judge.Verdict.FOREIGN: env._(
            "A number for use inside a shop, of none of our ranges: another shop's, "
            "a supplier's scale, or an older system's. It is kept from being given."
        ),
        judge.Verdict.OTHER: env._("No code of goods. It stays as it is."),
    }


def _sound_sentences(env):
    return {
        Reason.SHORT_NUMBER: env._(
            "A short number such as a PLU or a key of the till. It stays as it is."
        ),
        Reason.NOT_A_PRODUCT: env._(
            "A coupon or refund receipt, no product. Look at what bears it."
        ),
    }


def _twin_sentences(env, line):
    other = line.other or ""
    return {
        judge.Why.TWIN: env._(
            "The same code as %s. Decide who keeps it and take it off the other.", other
        ),
        judge.Why.TWIN_ZEROS: env._(
            "The same as %s, written with or without its leading zeros. "
            "Decide who keeps it and take it off the other.",
            other,
        ),
        judge.Why.TWIN_REPEATED: env._("Stands in the list more than once."),
        judge.Why.REGISTER: env._(
            "The register says this number was given to %s. Give this one another.",
            other,
        ),
        judge.Why.DIFFERS: env._(
            "In Odoo this product bears %s. Scan the product to see which is right, "
            "and write that one on it.",
            other,
        ),
    }


def _repair_sentences(env, line):
    code = line.proposed or line.code or ""
    return {
        judge.Why.FRAMED: env._("Blanks or signs around the code. It is %s.", code),
        judge.Why.IDENTIFIERS: env._(
            "A whole GS1 string; the product's code in it is %s.", code
        ),
        judge.Why.LABEL: env._(
            "A whole label, weight or price included: only that one label finds the "
            "product. Its base code is %s.",
            code,
        ),
        Reason.ZEROS_LOST: env._(
            "A spreadsheet may have lost its leading zeros: %s? Compare it with the "
            "goods before you correct it.",
            code,
        ),
        Reason.NUMBER_FORMAT: env._("Written as a number, it is %s.", code),
        Reason.DOUBLE_SCAN: env._("Scanned twice in one go, it is %s.", code),
        Reason.KEYBOARD: env._(
            "Scanned with another keyboard layout, it would be %s. Scan it again.", code
        ),
    }


def _bad_sentences(env, line):
    scan = env._("Scan the goods and write what the scanner says.")
    return {
        Reason.CHECK_DIGIT: env._(
            "The last digit does not fit the others: expected check digit %s.",
            line.expected,
        )
        + f" {scan}",
        Reason.VERIFIER: env._("The label's price does not fit its verifier.")
        + f" {scan}",
        Reason.TOO_FEW_DIGITS: env._("Digits are missing.") + f" {scan}",
        Reason.TOO_MANY_DIGITS: env._("There are digits too many.") + f" {scan}",
        Reason.DIGITS_LOST: env._(
            "A spreadsheet cut it short, its last digits are gone."
        )
        + f" {scan}",
        Reason.NOT_DIGITS: env._("Other signs than digits stand in it.") + f" {scan}"
        if line.verdict == judge.Verdict.MALFORMED
        else env._("A text of the shop's own. It stays as it is."),
        Reason.UNREADABLE: env._("A GS1 string that cannot be read.") + f" {scan}",
        Reason.EMPTY: env._("There is nothing in it."),
    }
