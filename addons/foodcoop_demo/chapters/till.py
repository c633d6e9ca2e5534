# SPDX-License-Identifier: AGPL-3.0-or-later
"""The till: one, paid in cash or by card, with everything the shop sells."""

from odoo import Command

NAME = "Caisse"
CASH = "Espèces"
CARD = "Carte bancaire"
COLOURS = 11


def apply(book):
    """Ready to open: whoever signs in as ``caisse`` only counts the float."""
    env = book.env
    # What is sold leaves the shelf at once, not when the till is closed at night.
    env.company.point_of_sale_update_stock_quantities = "real"
    env["pos.config"].create(
        {
            "name": NAME,
            "payment_method_ids": [Command.set([_cash(env).id, _card(env).id])],
            "iface_tax_included": "total",
            "show_product_images": False,
            "show_category_images": False,
        }
    )
    _on_show(book)


def _cash(env):
    journal = env["account.journal"].create(
        {"name": CASH, "type": "cash", "code": "CAI1"}
    )
    return env["pos.payment.method"].create({"name": CASH, "journal_id": journal.id})


def _card(env):
    bank = [("type", "=", "bank"), ("company_id", "=", env.company.id)]
    journal = env["account.journal"].search(bank, limit=1)
    return env["pos.payment.method"].create({"name": CARD, "journal_id": journal.id})


def _on_show(book):
    """The till's keys are the shop's own shelves."""
    shelves = book.env["product.template"]._read_group(
        [
            (
                "id",
                "in",
                [record.product_tmpl_id.id for record in book.products.values()],
            )
        ],
        ["categ_id"],
        ["id:recordset"],
        order="categ_id",
    )
    keys = book.env["pos.category"].create(
        [
            {"name": shelf.name, "sequence": position, "color": 1 + position % COLOURS}
            for position, (shelf, _goods) in enumerate(shelves, 1)
        ]
    )
    for key, (_shelf, goods) in zip(keys, shelves, strict=True):
        goods.write({"available_in_pos": True, "pos_categ_ids": [Command.set(key.ids)]})
