# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Differences of Price Lists",
    "summary": "What the shop knows against what a supplier offers now",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_pricelist"],
    "external_dependencies": {"python": ["rapidfuzz"]},
}
