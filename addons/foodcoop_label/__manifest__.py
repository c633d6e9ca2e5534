# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Labels",
    "summary": "Barcode labels on sheets and rolls, shelf labels with the price per kilogram",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_barcode"],
}
