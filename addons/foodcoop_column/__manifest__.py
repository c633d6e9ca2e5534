# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Columns of Price Lists",
    "summary": "Which column is what, by title and by content, and what is remembered",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_phrase"],
}
