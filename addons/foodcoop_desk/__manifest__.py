# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: A List on the Desk",
    "summary": "What is shown of a list that was read, and what an answer changes",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_file", "foodcoop_pricelist"],
}
