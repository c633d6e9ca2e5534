# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why an order cannot go into the supplier's list: what is, then what to do."""

from odoo.addons.foodcoop_sheet.lib.table import TOO_LONG

from ..lib import fill_xlsx, place
from ..lib.fill import NO_COLUMN, OTHER_KIND

NO_LIST = "no_list"


def fill_sentence(env, reason, where=""):
    sentences = {
        NO_LIST: env._(
            "there is no list of this supplier in Excel, OpenDocument or CSV."
        ),
        NO_COLUMN: env._(
            "no column of its list asks for a quantity. Name the column in the "
            "supplier's format, under Orders."
        ),
        OTHER_KIND: env._(
            "its list is in a kind of file that cannot be filled in (old .xls, PDF)."
        ),
        TOO_LONG: env._(
            "to fill in its list takes more time or memory than a price list needs. "
            "Ask the supplier for a plain spreadsheet."
        ),
        fill_xlsx.FORMULA_THERE: env._(
            "the cell for the quantity holds a formula (%s). Name another column in "
            "the supplier's format.",
            where,
        ),
        fill_xlsx.NO_SHEET: env._("its list has no sheet %s any more.", where),
    }
    unusual = env._(
        "its list is damaged or unusual, and was left as it is. Ask the supplier for a "
        "file saved anew."
    )
    return sentences.get(reason, unusual)


def apart_sentence(env, reason, lines):
    """Why these order lines stand in a second file."""
    sentences = {
        place.NOT_LISTED: env._("Not on that list, so in a second file: %s."),
        place.OTHER_PACK: env._(
            "On that list in other packs than ordered, so in a second file: %s. Order "
            "one of the list's packs."
        ),
        place.BROKEN_CASE: env._(
            "No whole number of the list's cases, so in a second file: %s. Order whole "
            "cases."
        ),
    }
    return sentences[reason] % ", ".join(lines.mapped("product_id.display_name"))
