# SPDX-License-Identifier: AGPL-3.0-or-later
"""Purchase orders on their way: what the door expects today, and the days after."""

from odoo import Command

from .book import at

BUYER = "acheteuse"


def apply(book):
    """Confirmed orders become deliveries; drafts wait for a person."""
    buyer = book.env["res.users"].search([("login", "=", BUYER)])
    orders = book.env["purchase.order"].create(
        [_prepare_order(book, order, buyer) for order in book.shop.orders]
    )
    for order, record in zip(book.shop.orders, orders, strict=True):
        if not order.draft:
            record.button_confirm()


def _prepare_order(book, order, buyer):
    """A draft has until tonight to be sent."""
    expected = at(order.expected, 8)
    return {
        "partner_id": book.suppliers[order.supplier].id,
        "user_id": buyer.id,
        "date_order": at(order.placed, 23 if order.draft else 10),
        "date_planned": expected,
        "order_line": [
            Command.create(_prepare_line(book, line, expected)) for line in order.lines
        ],
    }


def _prepare_line(book, line, expected):
    product = book.of(line.reference)
    return {
        "product_id": book.products[line.reference].id,
        "product_qty": line.packs,
        "product_uom_id": book.pack(product).id,
        "price_unit": float(product.cost * product.pack),
        "date_planned": expected,
    }
