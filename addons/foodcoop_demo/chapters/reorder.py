# SPDX-License-Identifier: AGPL-3.0-or-later
"""When each supplier takes orders and what it asks: what proposals are made from."""

from ..lib.suppliers import SUPPLIERS

COVER_DAYS = 1


def apply(book):
    """One policy a supplier."""
    book.env["foodcoop.reorder.policy"].create(
        [
            {
                "partner_id": book.suppliers[supplier.key].id,
                "order_weekdays": supplier.order_weekdays,
                "lead_days": supplier.lead_days,
                "every_weeks": supplier.every_weeks,
                "anchor_date": supplier.anchor,
                "minimum_value": supplier.minimum_value,
                "cover_days": COVER_DAYS,
            }
            for supplier in SUPPLIERS
        ]
    )
