# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Reception",
    "summary": "Scan a delivery against its order on a terminal",
    "version": "19.0.1.0.0",
    "category": "Food Cooperative",
    "author": "foodcoop contributors",
    "license": "AGPL-3",
    "depends": ["foodcoop_terminal", "purchase_stock"],
    "external_dependencies": {"python": ["python-stdnum"]},
    "data": [
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/rules.xml",
        "views/product_category_views.xml",
        "views/reception_views.xml",
        "views/device_views.xml",
        "views/terminal_templates.xml",
        "views/card_templates.xml",
    ],
    "assets": {
        # The terminal's page is light on purpose: OWL, Odoo's template loader and ours.
        "foodcoop_reception.terminal": [
            "web/static/src/module_loader.js",
            "web/static/lib/owl/owl.js",
            "web/static/lib/owl/odoo_module.js",
            "web/static/src/core/template_inheritance.js",
            "web/static/src/core/templates.js",
            "foodcoop_reception/static/src/**/*",
            # A program of its own: the browser fetches it by its own address.
            ("remove", "foodcoop_reception/static/src/worker/**/*"),
        ],
    },
    "application": True,
}
