# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Pages of PDF",
    "summary": "Letters, words, rules and frames of a PDF's page, as they stand on it",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_sheet"],
    "external_dependencies": {"python": ["pypdfium2"]},
}
