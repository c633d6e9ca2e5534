# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Labels after a Reception",
    "summary": "A counted delivery says which labels it needs",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_label_stock", "foodcoop_reception"],
    "data": ["views/reception_views.xml"],
    "auto_install": True,
}
