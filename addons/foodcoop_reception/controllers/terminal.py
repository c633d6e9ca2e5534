# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import http
from odoo.addons.portal.controllers.web import Home
from odoo.exceptions import AccessError
from odoo.http import request
from odoo.tools.json import scriptsafe
from odoo.tools.translate import code_translations

ADDON = "foodcoop_reception"
GROUP = f"{ADDON}.group_terminal"


class TerminalHome(Home):
    def _login_redirect(self, uid, redirect=None):
        """A terminal's account has one page: its own."""
        user = request.env["res.users"].browse(uid)
        if not redirect and user.share and user.has_group(GROUP):
            redirect = "/reception"
        return super()._login_redirect(uid, redirect=redirect)


class Terminal(http.Controller):
    """The terminal's page and the few things that it asks of the server."""

    @http.route("/reception", type="http", auth="user", readonly=True)
    def page(self):
        user = request.env.user
        language = (user.lang or "en_US").replace("_", "-")
        try:
            self._receptions()._check_terminal()
        except AccessError as error:
            other = request.env._("Sign in with another account")
            values = {"sentence": str(error), "other": other, "language": language}
            return request.render(f"{ADDON}.refused", values, status=403)
        words = code_translations.get_web_translations(ADDON, user.lang)
        boot = {
            "user": user.name,
            "lang": language,
            "words": {word["id"]: word["string"] for word in words["messages"]},
        }
        # scriptsafe: no text in it can end the script element.
        values = {"boot": scriptsafe.dumps(boot), "language": language}
        return request.render(f"{ADDON}.terminal", values)

    @http.route("/reception/deliveries", type="jsonrpc", auth="user", readonly=True)
    def deliveries(self):
        return self._receptions().deliveries()

    @http.route("/reception/open", type="jsonrpc", auth="user")
    def open_delivery(self, pickings=(), partner=None, reception=None):
        """Deliveries of a supplier, one without an order, or a count begun before."""
        pickings = [int(one) for one in pickings]
        if reception and pickings:
            begun = self._receptions().browse(int(reception))
            return begun.add_deliveries(pickings)
        if reception:
            return self._receptions().open_again(int(reception))
        if partner:
            return self._receptions().open_without_order(int(partner))
        return self._receptions().open_delivery(pickings)

    @http.route("/reception/person", type="jsonrpc", auth="user", readonly=True)
    def person(self, badge):
        return self._receptions().person(str(badge))

    @http.route("/reception/suppliers", type="jsonrpc", auth="user", readonly=True)
    def suppliers(self, words):
        return self._receptions().suppliers(str(words))

    @http.route("/reception/scans", type="jsonrpc", auth="user")
    def record_scans(self, reception, scans, device=""):
        return self._receptions().browse(int(reception)).record_scans(scans, device)

    @http.route("/reception/known", type="jsonrpc", auth="user", readonly=True)
    def known_scans(self, reception):
        return self._receptions().browse(int(reception)).scans()

    @http.route("/reception/close", type="jsonrpc", auth="user")
    def close(self, reception, accept_missing=False, seen=None):
        counted = self._receptions().browse(int(reception))
        return counted.action_close(accept_missing, seen)

    def _receptions(self):
        return request.env["foodcoop.reception"]
