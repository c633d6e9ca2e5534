# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Labels",
    "summary": "Labels on sheets and rolls, shelf labels with the price per kilogram",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_barcode", "foodcoop_values"],
    "external_dependencies": {
        "python": [
            "pypdfium2",
            "python-barcode",
            "python-stdnum",
            "reportlab",
            "zxing-cpp",
        ]
    },
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/printers.xml",
        "wizards/label_wizard_views.xml",
        "views/label_printer_views.xml",
        "views/label_print_views.xml",
        "views/product_views.xml",
        "views/menus.xml",
    ],
}
