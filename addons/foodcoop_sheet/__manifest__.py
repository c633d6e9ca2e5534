# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Spreadsheets",
    "summary": "Excel, OpenDocument and CSV become plain sheets, safely",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["base"],
    "external_dependencies": {"python": ["xlrd"]},
}
