# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Labels of a Delivery",
    "summary": "As many labels as goods were received",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_label", "stock"],
    "data": ["views/stock_picking_views.xml"],
    "auto_install": True,
}
