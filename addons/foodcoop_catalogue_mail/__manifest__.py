# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Price Lists by Mail",
    "summary": "A supplier's mail becomes a list to look at; a ready answer goes back",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_catalogue", "mail"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/mail_alias.xml",
        "views/answer_templates.xml",
        "views/catalogue_mail_supplier_views.xml",
        "views/catalogue_mail_views.xml",
        "views/catalogue_import_views.xml",
    ],
}
