# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Scans",
    "summary": "What a scan is: explained, and resolved to product, unit and quantity",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["product"],
    "external_dependencies": {"python": ["biip", "python-stdnum"]},
    "data": ["views/scan_views.xml"],
    "assets": {
        "web.assets_backend": ["foodcoop_scan/static/src/**/*"],
    },
}
