# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: What Members Ask About",
    "summary": "Where goods come from, how they are grown, how far they travelled",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["product"],
    "data": [
        "security/ir.model.access.csv",
        "data/marks.xml",
        "views/product_mark_views.xml",
        "views/product_views.xml",
    ],
}
