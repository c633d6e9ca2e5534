# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Prices from Catalogues",
    "summary": "Differences of a price list: taken, refused, applied, undone",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue", "foodcoop_difference"],
    "data": [
        "security/ir.model.access.csv",
        "security/foodcoop_catalogue_price_rules.xml",
        "views/catalogue_line_views.xml",
        "views/catalogue_import_apply_views.xml",
        "views/catalogue_item_views.xml",
        "views/catalogue_answer_views.xml",
    ],
    "auto_install": True,
}
