# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a supplier could correct, as it reads it: what is wrong, what to do."""

from ..lib import answer


def row_text(env, row):
    """Where a row stands, and what it is: "Tarif, row 14, 4801: Saumon entier"."""
    place = env._("%(sheet)s, row %(row)s", sheet=row.sheet, row=row.row)
    if row.page:
        place = env._("page %(page)s, %(place)s", page=row.page, place=place)
    place = f"{place}, {row.code}" if row.code else place
    return env._("%(place)s: %(product)s", place=place, product=row.text[:100])


def finding_texts(env, code):
    """``(what is wrong, what to do)``, as the supplier reads it."""
    texts = _price_texts(env) | _terms_texts(env) | _row_texts(env)
    return (texts | _gtin_texts(env) | _no_gtin_texts(env))[code]


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
    }


def _terms_texts(env):
    return {
        answer.PRICES_DISAGREE: (
            env._("Case prices that are not the unit price times the pack"),
            env._("Which of the two is right?"),
        ),
        answer.NO_UNIT: (
            env._("Rows that do not say what the price is for"),
            env._("Please add a column: per kg, per litre, per piece or per case."),
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
    }


def _no_gtin_texts(env):
    return {
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
