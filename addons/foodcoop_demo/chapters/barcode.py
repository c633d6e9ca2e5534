# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers of our own for the bakery; other small producers wait for the buyer."""

NUMBERED = "fournil"


def apply(book):
    """Allocated from the shop's range, as a buyer does."""
    goods = book.env["product.product"].union(
        *(
            book.products[product.reference]
            for product in book.shop.goods
            if product.supplier == NUMBERED and not product.weighed
        )
    )
    goods.action_allocate_barcode()
