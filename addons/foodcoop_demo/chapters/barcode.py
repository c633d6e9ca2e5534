# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers of our own: the bakery's, and what labels of weighed goods start with.

Other small producers wait for the buyer, and the goods in bulk for the scale.
"""

NUMBERED = "fournil"
LABELLED = {
    "weight": ("jardins", "vergers"),  # members weigh these themselves
    "price": ("fromages", "criee", "ferme"),  # priced at the counter
}


def apply(book):
    """Allocated from the shop's ranges, as a buyer does."""
    _goods(book, (NUMBERED,), weighed=False).action_allocate_barcode()
    for purpose, suppliers in LABELLED.items():
        _goods(book, suppliers, weighed=True)._allocate_barcode(purpose=purpose)


def _goods(book, suppliers, weighed):
    return book.env["product.product"].union(
        *(
            book.products[product.reference]
            for product in book.shop.goods
            if product.supplier in suppliers and product.weighed == weighed
        )
    )
