# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Files of Suppliers",
    "summary": "Any list is read by what it is, in a process apart",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_pdf", "foodcoop_trade_file"],
}
