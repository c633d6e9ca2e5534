# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Terminals",
    "summary": "Accounts that everybody shares: one page each, nothing else of Odoo",
    "version": "19.0.1.0.0",
    "category": "Food Cooperative",
    "author": "foodcoop contributors",
    "license": "AGPL-3",
    "depends": ["portal"],
}
