# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Columns Understood",
    "summary": "Which column of a list holds what, by title and by content",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_words"],
}
