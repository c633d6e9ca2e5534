# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reason codes of ``lib/`` as sentences for a person: what is, then what to do."""

from odoo.addons.foodcoop_columns.lib import header
from odoo.addons.foodcoop_difference.lib import diff, match
from odoo.addons.foodcoop_pricelist.lib import paying, read, rows
from odoo.addons.foodcoop_sheet.lib import table
from odoo.addons.foodcoop_words.lib import attributes, cells, packs


def reason_sentence(env, reason):
    """Why a row is as it is."""
    return _all_sentences(env).get(reason, reason)


def place_sentence(env, sheet, row, column=""):
    """ "Tarif, row 4, column G"; without a sheet's name: "Row 4, column G"."""
    parts = (
        sheet,
        env._("row %s", row),
        env._("column %s", column) if column else "",
    )
    place = ", ".join(filter(None, parts))
    return place[:1].upper() + place[1:]


def bad_cells_sentence(env, cells):
    """ "Column G: The VAT is not understood." for each [letter, reason]; or ""."""
    return " ".join(
        env._(
            "Column %(column)s: %(reason)s",
            column=column,
            reason=reason_sentence(env, why),
        )
        for column, why in cells or ()
        if column
    )


def _all_sentences(env):
    return (
        _price_sentences(env)
        | _match_sentences(env)
        | _row_sentences(env)
        | _aside_sentences(env)
        | _doubt_sentences(env)
    )


def _price_sentences(env):
    return {
        packs.UNIT_UNKNOWN: env._(
            "The list does not say what the price is for: open the row and choose it."
        ),
        packs.PACK_UNREAD: env._(
            "The pack is not understood: open the row and write what a case holds."
        ),
        packs.PACK_CHOICE: env._(
            "The list leaves the pack open: open the row to set it."
        ),
        packs.PACK_APPROXIMATE: env._("The weight varies."),
        packs.PACK_DOUBT: env._(
            "The weight looks like a slip of the pen: ask the supplier."
        ),
        packs.PACK_OTHER_UNIT: env._(
            "Pack and price are not in the same unit: open the row and correct the "
            "pack."
        ),
        diff.CODE_TWICE: env._(
            "This code stands twice, with another pack or price. Take the right one."
        ),
        match.SEVERAL_KNOWN: env._(
            "The shop has several prices with this code: end those that no longer hold."
        ),
        diff.UNIT_DIFFERS: env._(
            "The shop counts this product in another unit: open the row and choose it."
        ),
        diff.PACK_CHANGED: env._("The pack has changed."),
        diff.CONTENT_CHANGED: env._("A piece holds more or less than before."),
        diff.OTHER_CURRENCY: env._("The price is in another currency than before."),
        diff.VAT_UNKNOWN: env._(
            "The price holds VAT, and the list says no rate: ask the supplier."
        ),
        diff.ABOVE_SELLING: env._("Above the shelf price: check both."),
        diff.BIG_CHANGE: env._(
            "Far away from the last price: compare before you take it."
        ),
        diff.FACTOR_TEN: env._("Ten or a hundred times: a lost comma?"),
        diff.FACTOR_PACK: env._("Case price taken for a unit price, or the reverse?"),
        diff.PRICE_ZERO: env._("The price is zero: ask the supplier."),
    }


def _match_sentences(env):
    return {
        match.CODE_REUSED: env._(
            "This code was another product's. Is it the same? Open the row and say so."
        ),
        match.GTIN_TWICE: env._(
            "Another row of the list has the same barcode. Ask the supplier."
        ),
        match.GTIN_ELSEWHERE: env._("Code and barcode name two of our products."),
        match.GTIN_OTHER_SUPPLIER: env._(
            "We have this barcode from another supplier. Is it the same product?"
        ),
        match.CODE_CHANGED: env._("Same barcode, another code than before."),
        match.NAME_PROPOSED: env._("We may have it already: open the row."),
        diff.WITHDRAWN: env._("The list says that it is no longer sold."),
        diff.STILL_IN_STOCK: env._("We still have some."),
        diff.STILL_ORDERED: env._("Some is still on order."),
    }


def _row_sentences(env):
    return {
        cells.BAD_PRICE: env._("The price is not a number: ask the supplier for it."),
        cells.NEGATIVE_PRICE: env._(
            "The price is below zero: ask the supplier for it."
        ),
        cells.HUGE_PRICE: env._(
            "The price is above a million: ask the supplier for it."
        ),
        cells.CELL_ERROR: env._(
            "The cell holds an error or a formula without result. Open the list in a "
            "spreadsheet and save it again."
        ),
        cells.SCIENTIFIC: env._(
            "The code is written like 3.76E+12: format this column as text."
        ),
        cells.BAD_GTIN: env._("The barcode has a wrong check digit and is left out."),
        cells.OWN_GTIN: env._("The barcode is a shop's own number and is left out."),
        header.SEVERAL_PRICES: env._("There are several price columns: keep one."),
        read.NO_CODE: env._("The row has no code. Ask the supplier for it."),
        read.NO_NAME: env._("The row has no name. Ask the supplier for it."),
        read.BEFORE_TABLE: env._("Above the first row of column names."),
        read.NOTHING_OFFERED: env._("Neither name nor code nor price."),
    }


def _aside_sentences(env):
    """Why a row is no product."""
    return {
        rows.TOTAL: env._("A total."),
        rows.NOTE: env._("A remark, no product."),
        rows.FOOTER: env._("Below the last product."),
        rows.LEFT_OUT: env._("You left this row out, here or on the last list."),
        read.NO_LIST: env._("A sheet beside the list."),
    }


def _doubt_sentences(env):
    """What is uncertain in a row that is one."""
    return {
        table.OCR: env._(
            "Read from a picture: compare it with the picture before you tick it."
        ),
        read.BASIS_ASSUMED: env._(
            "What the price is for is assumed, the list does not say it. Compare it "
            "with the last bill."
        ),
        paying.PRICES_DISAGREE: env._(
            "The price of the case is not that of what it holds: ask the supplier "
            "which one counts."
        ),
        paying.DECIMALS_DIFFER: env._(
            "The decimal sign is another one than in the column: compare the price "
            "with the list."
        ),
        attributes.BAD_VAT: env._(
            "The VAT is not understood: say what it means, or ask the supplier."
        ),
        cells.BAD_DEPOSIT: env._(
            "The deposit is not a number: ask the supplier for it."
        ),
        cells.BAD_STATUS: env._(
            "Whether it is available is not understood: ask the supplier."
        ),
        cells.BOOK_GTIN: env._("The barcode is a book's and is left out."),
        cells.GTIN_DIGIT_LOST: env._(
            "The barcode has lost a digit and is left out. Ask the supplier."
        ),
    }


def quantity_text(env, quantity):
    """2.5 as the reader writes it: "2,5" in French; no zeros that say nothing."""
    lang = env["res.lang"]._get_data(code=env.lang or "en_US")
    number = f"{quantity:.6f}".rstrip("0").rstrip(".")
    return number.replace(".", lang.decimal_point or ".")


def terms_sentence(env, line, money):
    """ "1.17 each, case of 6 = 7.02": what the price is for."""
    if not line.has_price:
        if not line.old_price:
            return env._("No price: not available now.")
        return env._("No price: not available now, the old price stays.")
    return price_sentence(env, line, money)


def price_sentence(env, line, money):
    """What one costs, what a case."""
    if not line.unit:
        return env._("%s, for one of what?", money(line.price))
    number = quantity_text(env, line.pack)
    if line.per_pack:
        return {
            "kg": env._("%(price)s for %(number)s kg"),
            "l": env._("%(price)s for %(number)s litres"),
            "piece": env._("%(price)s for a case of %(number)s"),
        }[line.unit] % {"price": money(line.price), "number": number}
    each = {
        "kg": env._("%s per kg"),
        "l": env._("%s per litre"),
        "piece": env._("%s each"),
    }[line.unit] % money(line.price)
    if line.pack == 1:
        return each
    case = {
        "kg": env._("case of %s kg"),
        "l": env._("case of %s litres"),
        "piece": env._("case of %s"),
    }[line.unit] % number
    return env._(
        "%(each)s, %(case)s = %(price)s",
        each=each,
        case=case,
        price=money(line.pack_price),
    )
