# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Our Range for Other Platforms",
    "summary": "Products as a Data Food Consortium file that other platforms read",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue", "foodcoop_scan", "foodcoop_values"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/product_views.xml",
    ],
}
