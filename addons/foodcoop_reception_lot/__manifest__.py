# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Lots at Reception",
    "summary": "Lots and dates of a count are written into the delivery",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_reception"],
}
