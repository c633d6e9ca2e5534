# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: The Catalogue beside the Range",
    "summary": "What suppliers offer, searchable; one touch adds it to the range",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue_list"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/catalogue_answer_views.xml",
        "views/catalogue_item_views.xml",
    ],
}
