# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: A GTIN Arrives",
    "summary": "A real GTIN takes over; our own number still scans, then retires",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_barcode"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/gtin_views.xml",
    ],
}
