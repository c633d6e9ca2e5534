# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Papers of Receptions",
    "summary": "Report to the buyer, claim, count sheets on paper, three-way match",
    "version": "19.0.1.0.0",
    "category": "Food Cooperative",
    "author": "foodcoop contributors",
    "license": "AGPL-3",
    "depends": ["foodcoop_reception_review", "mail"],
    "external_dependencies": {"python": ["python-stdnum", "reportlab"]},
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/mail_templates.xml",
        "views/reception_waiting_views.xml",
        "views/reception_views.xml",
        "views/reception_match_views.xml",
        "views/reception_scorecard_views.xml",
        "views/reception_typed_views.xml",
        "views/res_config_settings_views.xml",
    ],
}
