# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Barcodes in Use",
    "summary": "The codes the shop uses already, looked at and taken over",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_barcode"],
    "external_dependencies": {"python": ["openpyxl"]},
    "data": [
        "security/ir.model.access.csv",
        "security/barcode_audit_rules.xml",
        "views/barcode_audit_views.xml",
        "views/menus.xml",
    ],
}
