# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Where New Goods Come From",
    "summary": "New goods take origin and labels from the supplier's price list",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue_range", "foodcoop_values"],
    "data": ["views/catalogue_adding_views.xml"],
    "auto_install": True,
}
