# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Shifts",
    "version": "19.0.1.0.0",
    "summary": "Members' shifts: teams, make-ups, attendance and an account",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "license": "AGPL-3",
    "depends": ["mail", "portal"],
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/rules.xml",
        "data/data.xml",
        "views/cycle_views.xml",
        "views/member_views.xml",
        "views/team_views.xml",
        "views/shift_views.xml",
        "views/entry_views.xml",
        "views/menus.xml",
        "views/member_pages.xml",
        "views/portal_home.xml",
    ],
    "assets": {
        "foodcoop_shift.assets_member": [
            "foodcoop_shift/static/src/member/member.css",
        ],
    },
    "application": True,
}
