# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Phrases of Price Lists",
    "summary": "What one cell says: prices, codes, packs, units, origin, labels",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_sheet"],
    "external_dependencies": {"python": ["python-stdnum"]},
}
