# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Barcodes of New Goods",
    "summary": "New goods of a price list get a number of our own",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue", "foodcoop_barcode"],
    "data": [
        "views/catalogue_adding_views.xml",
        "views/catalogue_import_views.xml",
    ],
    "auto_install": True,
}
