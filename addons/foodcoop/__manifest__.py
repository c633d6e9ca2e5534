# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative",
    "summary": "Everything for a member-run supermarket: installs the five addons",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": [
        "foodcoop_barcode",
        "foodcoop_barcode_audit",
        "foodcoop_barcode_checkup",
        "foodcoop_barcode_gtin",
        "foodcoop_catalogue",
        "foodcoop_catalogue_dfc",
        "foodcoop_catalogue_mail",
        "foodcoop_label",
        "foodcoop_reception",
        "foodcoop_reorder",
        "foodcoop_shift",
    ],
    "application": True,
}
