# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Barcodes at Reception",
    "summary": "Reception understands weight and price labels",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_reception", "foodcoop_barcode"],
    "data": ["views/reception_views.xml"],
    "assets": {
        "foodcoop_reception.terminal": [
            "foodcoop_barcode/static/src/model/**/*",
            "foodcoop_reception_barcode/static/src/**/*",
        ],
    },
    "auto_install": True,
}
