# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Catalogues",
    "summary": "Read a supplier's price list, look at the differences, apply them",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_pricelist", "purchase"],
    "external_dependencies": {"python": ["rapidfuzz"]},
    "data": [
        "security/foodcoop_catalogue_groups.xml",
        "security/ir.model.access.csv",
        "security/foodcoop_catalogue_rules.xml",
        "data/ir_cron.xml",
        "views/catalogue_import_views.xml",
        "views/catalogue_line_views.xml",
        "views/catalogue_import_apply_views.xml",
        "views/catalogue_item_views.xml",
        "views/catalogue_answer_views.xml",
        "views/catalogue_format_views.xml",
        "views/menus.xml",
    ],
    "assets": {
        "web.assets_backend": ["foodcoop_catalogue/static/src/**/*"],
    },
}
