# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who signs in, and what each may do: the groups given, not those these imply."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "fourmi"


@dataclass(frozen=True, slots=True)
class Role:
    """A sign-in of the shop; ``name`` is the person, or the terminal they share."""

    login: str
    name: str
    groups: tuple[str, ...]


ROLES = (
    Role(
        "reception",
        "Terminal de réception",
        # A portal account: it counts deliveries and sees nothing else of Odoo.
        ("base.group_portal", "foodcoop_reception.group_terminal"),
    ),
    Role(
        "caisse",
        "Terminal de caisse",
        ("base.group_user", "point_of_sale.group_pos_user"),
    ),
    Role(
        "acheteuse",
        "Solène Abgrall",
        (
            "base.group_user",
            "base.group_partner_manager",
            "product.group_product_manager",
            "purchase.group_purchase_user",
            "stock.group_stock_user",
            "foodcoop_barcode.group_manager",
            "foodcoop_catalogue_list.group_manager",
            "foodcoop_reorder.group_buyer",
        ),
    ),
    Role(
        "coordination",
        "Karim Prigent",
        (
            "base.group_user",
            "foodcoop_reception.group_coordinator",
            "foodcoop_shift.group_coordinator",
        ),
    ),
    Role(
        "bureau",
        "Odile Marchand",
        (
            "base.group_user",
            "base.group_partner_manager",
            "foodcoop_barcode.group_manager",
            "foodcoop_shift.group_office",
        ),
    ),
    Role("membre", "Lucie Kermarrec", ("base.group_portal",)),
)
