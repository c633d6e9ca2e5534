# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Trade Files",
    "summary": "BNN, UBL, XML, web tables and JSON-LD become plain sheets",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_sheet"],
}
