# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Orders in the Supplier's Own Form",
    "summary": "Fills an order into a copy of the supplier's last list",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue"],
    "data": ["views/catalogue_format_views.xml", "views/purchase_order_views.xml"],
}
