# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Ordering",
    "summary": "Proposes supplier orders from stock and sales, and says why",
    "version": "19.0.1.0.0",
    "category": "Food Cooperative",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "depends": ["purchase_stock"],
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/reorder_proposal_views.xml",
        "views/reorder_policy_views.xml",
        "views/menus.xml",
    ],
}
