# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Price Lists Understood",
    "summary": "Sheets become offers; every row ends in exactly one list",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_column"],
}
