# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Words of the Trade",
    "summary": "Prices, codes, packs, origins and titles in six languages",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_sheet"],
    "external_dependencies": {"python": ["babel", "python-stdnum"]},
}
