# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Net Content of New Goods",
    "summary": "New goods take their net content from the supplier's price list",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue_range", "foodcoop_label"],
    "auto_install": True,
}
