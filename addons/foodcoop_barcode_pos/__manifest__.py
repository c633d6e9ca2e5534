# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Barcodes at the Till",
    "summary": "The till charges exactly what a price label says",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_barcode", "point_of_sale"],
    "assets": {
        "point_of_sale._assets_pos": [
            "foodcoop_scan/static/src/model/**/*",
            "foodcoop_barcode_pos/static/src/**/*",
        ],
    },
    "post_init_hook": "weigh_in_grams",
    "auto_install": True,
}
