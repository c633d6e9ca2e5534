# SPDX-License-Identifier: AGPL-3.0-or-later
"""A card for a drawer: scan it, and the terminal says how its scanner is set."""

import base64

from odoo import http
from odoo.http import request

from .page import ADDON

# The same as in static/src/model/trial.js; the numbers are nobody's products.
EAN, LETTERS = "0200000000004", "TEST-0123456789"


class TestCard(http.Controller):
    @http.route("/reception/card", type="http", auth="user", readonly=True)
    def card(self):
        request.env["foodcoop.reception"]._check_terminal()
        values = {
            "language": (request.env.lang or "en_US").replace("_", "-"),
            "title": request.env._("Test of the scanner"),
            "how": request.env._(
                "Scan both codes on the terminal, on any screen: it says how the "
                "scanner is set."
            ),
            "keep": request.env._(
                "Print this page, cut the card out and keep it beside the terminal."
            ),
            "back": request.env._("Back to the terminal"),
            "ean": _picture("EAN13", EAN),
            "ean_text": EAN,
            "letters": _picture("Code128", LETTERS),
            "letters_text": LETTERS,
        }
        return request.render(f"{ADDON}.card", values)


def _picture(kind, code):
    """A barcode in the page itself: the card prints whole, or not at all."""
    png = request.env["ir.actions.report"].barcode(kind, code, width=600, height=200)
    return "data:image/png;base64," + base64.b64encode(png).decode()
