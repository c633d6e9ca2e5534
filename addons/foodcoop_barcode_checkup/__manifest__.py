# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Barcode Check-up",
    "summary": "The scanning rules that swallow goods, narrowed after a dry run",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_barcode"],
    "external_dependencies": {"python": ["biip", "python-stdnum"]},
    "data": [
        "security/ir.model.access.csv",
        "security/barcode_checkup_rules.xml",
        "views/barcode_rule_change_views.xml",
        "views/barcode_checkup_views.xml",
        "views/menus.xml",
    ],
}
