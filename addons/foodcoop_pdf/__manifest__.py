# SPDX-License-Identifier: AGPL-3.0-or-later
{
    "name": "Food Cooperative: Tables in PDF",
    "summary": "A PDF becomes plain sheets, ruled or not",
    "version": "19.0.1.0.0",
    "license": "AGPL-3",
    "author": "foodcoop contributors",
    "category": "Food Cooperative",
    "depends": ["foodcoop_pdf_page"],
    "external_dependencies": {"python": ["pypdfium2"]},
}
