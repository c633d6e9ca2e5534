# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: What the Shop Knows of a Supplier's Goods",
    "summary": "What a price list is held against, in a few queries",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue_range"],
}
