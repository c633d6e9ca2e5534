# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: What We Buy, by Year",
    "summary": "How much of the money goes to organic, near and labelled goods",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_values", "purchase"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/value_year_views.xml",
    ],
    "auto_install": True,
}
