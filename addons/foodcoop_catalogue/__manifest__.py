# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Catalogues",
    "summary": "A supplier's price list: differences, apply, undo, beside the range",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue_shop"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/catalogue_line_views.xml",
        "views/catalogue_import_apply_views.xml",
    ],
}
