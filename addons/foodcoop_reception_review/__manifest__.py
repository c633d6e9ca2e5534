# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Review of Receptions",
    "summary": "What a delivery lacked, who decides what follows, what was learned",
    "version": "19.0.1.0.0",
    "category": "Food Cooperative",
    "author": "foodcoop contributors",
    "license": "AGPL-3",
    "depends": ["foodcoop_reception"],
    "data": [
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/reception_correction_views.xml",
        "views/reception_line_views.xml",
        "views/reception_code_views.xml",
        "views/reception_views.xml",
        "views/res_partner_views.xml",
    ],
}
