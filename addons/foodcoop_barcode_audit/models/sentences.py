# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reason codes of ``lib/`` as sentences for a person: what is, then what to do."""

from odoo.addons.foodcoop_scan.lib.explanation import Reason

from ..lib import judge, sheet


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
        sheet.TOO_LONG: env._(
            "The text is too long for a list of codes. Paste fewer lines at a time."
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
        told = table[line.why]
    else:
        told = _verdict_sentences(env).get(line.verdict, "")
    if line.fix == judge.Fix.GIVE:
        told += " " + env._("In Odoo the product has no code yet: put this one on it.")
    return told


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
