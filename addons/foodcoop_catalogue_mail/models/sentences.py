# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes of ``lib/`` and of the gateway as sentences: what is, then what to do."""

from odoo import fields
from odoo.tools import format_date

from ..lib import answer, inbox

TAKEN, SAME, WAITS = "taken", "same", "waits"


def mail_sentences(mail):
    """What became of a mail: who sent it, then one sentence a file."""
    lists = {TAKEN, SAME, WAITS, inbox.EMPTY, inbox.TOO_BIG, inbox.TOO_MANY}
    files = mail.files or []
    if mail.sender != "supplier" and any(code in lists for _name, code, _day in files):
        yield _sender_sentence(mail)
    for name, code, day in files:
        yield _file_sentence(mail.env, name, code, day)
    if not any(code in lists for _name, code, _day in files):
        yield mail.env._(
            "No price list is attached. Ask for an Excel, LibreOffice, CSV, BNN or PDF "
            "file."
        )


def _sender_sentence(mail):
    if mail.partner_id and mail.sender == "unknown":
        return mail.env._("Somebody said whose it is: %s.", mail.partner_id.display_name)
    return {
        "shared": mail.env._(
            "Several suppliers write from this address: the file tells whose it is, or "
            "you are asked."
        ),
        "colleague": mail.env._(
            "Forwarded by one of us: the file tells whose it is, or you are asked."
        ),
        "unknown": mail.env._(
            "Nobody here knows this sender, so nothing was imported. Say whose price "
            "list it is, or leave it."
        ),
    }[mail.sender]


def _file_sentence(env, name, code, day):
    when = day and format_date(env, fields.Date.to_date(day))
    return {
        TAKEN: env._("%s: in the price lists, nothing is applied yet.", name),
        SAME: env._("%(file)s: came on %(date)s already.", file=name, date=when),
        WAITS: env._("%s: kept here until you say whose it is.", name),
        inbox.OTHER: env._("%s: no price list.", name),
        inbox.EMPTY: env._("%s: the file is empty. Ask for it again.", name),
        inbox.TOO_BIG: env._("%s: too big for a price list. Ask for a part of it.", name),
        inbox.TOO_MANY: env._("%s: too many files. Ask for it in another mail.", name),
    }[code]


def row_text(env, row):
    """Where a row stands, and what it is: "Tarif, row 14, 4801: Saumon entier"."""
    place = env._("%(sheet)s, row %(row)s", sheet=row.sheet, row=row.row)
    if row.page:
        place = env._("page %(page)s, %(place)s", page=row.page, place=place)
    place = f"{place}, {row.code}" if row.code else place
    return f"{place}: {row.text[:100]}"


def finding_texts(env, code):
    """``(what is wrong, what to do)``, as the supplier reads it."""
    return (_price_texts(env) | _row_texts(env) | _gtin_texts(env))[code]


def _price_texts(env):
    return {
        answer.BAD_PRICE: (
            env._("Prices that are no number"),
            env._("Please write a number only, or leave the cell empty."),
        ),
        answer.BROKEN_CELL: (
            env._("Cells with an error or a formula without result"),
            env._("Please open the file, let it calculate, and save it again."),
        ),
        answer.ZERO_PRICE: (
            env._("Prices of zero"),
            env._("Please leave the cell empty where an article is not available."),
        ),
        answer.DECIMALS: (
            env._("Prices written with another decimal sign than the rest"),
            env._("Please write them all with a comma, or all with a point."),
        ),
        answer.PRICES_DISAGREE: (
            env._("Case prices that are not the unit price times the pack"),
            env._("Which of the two is right?"),
        ),
        answer.NO_UNIT: (
            env._("Rows that do not say what the price is for"),
            env._("Please add a column: per kg, per litre, per piece or per case."),
        ),
    }


def _row_texts(env):
    return {
        answer.NO_CODE: (
            env._("Rows without an article code"),
            env._("Please give each article a code that stays the same."),
        ),
        answer.CODE_TWICE: (
            env._("Article codes used for more than one row"),
            env._("Please give each article, and each pack of it, its own code."),
        ),
        answer.NO_NAME: (
            env._("Rows without a name"),
            env._("Please name the article in its row."),
        ),
        answer.PACK_UNCLEAR: (
            env._("Packs that are not clear"),
            env._("Please write them like 6 x 250 g, or 5 kg."),
        ),
        answer.BAD_VAT: (
            env._("VAT rates that are not clear"),
            env._("Please write the percentage, such as 5.5 %."),
        ),
    }


def _gtin_texts(env):
    return {
        answer.SCIENTIFIC: (
            env._("Codes or barcodes written like 3.76E+12"),
            env._("Please format this column as text, so that all digits stay."),
        ),
        answer.WRONG_DIGIT: (
            env._("Barcodes with a wrong check digit"),
            env._("Please compare them with the packs."),
        ),
        answer.DIGIT_LOST: (
            env._("Barcodes that lost their first digit"),
            env._("Please format this column as text and write all 13 digits."),
        ),
        answer.SHOP_NUMBER: (
            env._("Barcodes that are a shop's own numbers (20 to 29, 02, 04)"),
            env._("Please give the number printed on the pack, or leave it empty."),
        ),
        answer.NOT_AN_ARTICLE: (
            env._("Barcodes that are a book's number"),
            env._("Please give the article's own barcode, or leave it empty."),
        ),
        answer.GTIN_TWICE: (
            env._("Barcodes that stand on different articles"),
            env._("Please say which article each belongs to."),
        ),
        answer.NO_GTIN: (
            env._("Packed articles without a barcode (EAN, GTIN)"),
            env._("If there is one on the pack, please add it."),
        ),
        answer.NO_GTIN_COLUMN: (
            env._("Packed articles in a list without a column for barcodes"),
            env._("If they have barcodes (EAN, GTIN), please add that column."),
        ),
    }
