# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Barcodes",
    "summary": "Numbers of the shop's own for goods that have none",
    "version": "19.0.1.0.0",
    "category": "Food Cooperative",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "depends": ["barcodes", "foodcoop_scan"],
    "external_dependencies": {"python": ["python-stdnum"]},
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/ranges.xml",
        "data/cron.xml",
        "views/barcode_code_views.xml",
        "views/barcode_range_views.xml",
        "views/product_views.xml",
        "views/question_views.xml",
        "views/menus.xml",
    ],
    "application": True,
}
