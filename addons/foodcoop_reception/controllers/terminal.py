# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import http
from odoo.http import STORED_SESSION_BYTES, request


class Terminal(http.Controller):
    """The few things that the terminal's page asks of the server."""

    @http.route("/reception/here", type="jsonrpc", auth="user")
    def here(self, name=""):
        """A terminal is at work; it is told its name, or tells it."""
        self._receptions(at_work=True)._check_terminal()
        devices = request.env["foodcoop.reception.device"]
        return {"name": devices._call(self._device(), name)}

    @http.route("/reception/deliveries", type="jsonrpc", auth="user", readonly=True)
    def deliveries(self):
        return self._receptions().deliveries()

    @http.route("/reception/open", type="jsonrpc", auth="user")
    def open_delivery(self, pickings=(), partner=None, reception=None):
        """Deliveries of a supplier, one without an order, or a count begun before."""
        receptions = self._receptions(at_work=True)
        pickings = [int(one) for one in pickings]
        if reception and pickings:
            return receptions.browse(int(reception)).add_deliveries(pickings)
        if reception:
            return receptions.open_again(int(reception))
        if partner:
            return receptions.open_without_order(int(partner))
        return receptions.open_delivery(pickings)

    @http.route("/reception/person", type="jsonrpc", auth="user", readonly=True)
    def person(self, badge):
        return self._receptions().person(badge)

    @http.route("/reception/suppliers", type="jsonrpc", auth="user", readonly=True)
    def suppliers(self, words):
        return self._receptions().suppliers(words)

    @http.route("/reception/scans", type="jsonrpc", auth="user")
    def record_scans(self, reception, scans, device="", key=None):
        return self._count(reception, key, at_work=True).record_scans(scans, device)

    @http.route("/reception/photo", type="jsonrpc", auth="user")
    def keep_photo(self, reception, uuid, picture, key=None):
        """A photo of what an event tells, in base64."""
        counted = self._count(reception, key, at_work=True)
        return counted.keep_photo(str(uuid), str(picture))

    @http.route("/reception/known", type="jsonrpc", auth="user", readonly=True)
    def known_scans(self, reception, after=0, key=None):
        return self._count(reception, key).news(int(after))

    @http.route("/reception/close", type="jsonrpc", auth="user")
    def close(self, reception, accept_missing=False, seen=None, key=None, wish=None):
        count = self._count(reception, key, at_work=True)
        return count.close_as_wished(accept_missing, seen, wish or {})

    def _count(self, reception, key, at_work=False):
        counted = self._receptions(at_work).browse(int(reception))
        counted._check_key(key)
        return counted

    def _receptions(self, at_work=False):
        """Where each call enters: never from a terminal that was withdrawn."""
        devices = request.env["foodcoop.reception.device"]
        devices._check_allowed(self._device())
        if at_work:
            devices._see(self._device(), request.session.sid[:STORED_SESSION_BYTES])
        return request.env["foodcoop.reception"]

    def _device(self):
        return request.httprequest.headers.get("X-Foodcoop-Device", "")[:64]
