# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Price Lists",
    "summary": "Read any supplier's price list and remember how it is written",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_desk", "foodcoop_difference", "purchase"],
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/ir_cron.xml",
        "views/catalogue_import_views.xml",
        "views/catalogue_format_views.xml",
        "views/menus.xml",
    ],
    "assets": {
        "web.assets_backend": ["foodcoop_catalogue_list/static/src/**/*"],
    },
}
