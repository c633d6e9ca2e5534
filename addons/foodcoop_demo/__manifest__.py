# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Demonstration",
    "summary": "La Fourmilière: an invented shop with a year of life behind it",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": [
        "foodcoop",
        "foodcoop_barcode_pos",
        "foodcoop_label",
        "l10n_fr_account",
    ],
    "external_dependencies": {"python": ["python-stdnum"]},
    "post_init_hook": "build",
}
