# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terminal's page, and what a browser needs to keep it."""

from odoo import http
from odoo.exceptions import AccessError
from odoo.http import request
from odoo.tools import file_open
from odoo.tools.json import scriptsafe
from odoo.tools.translate import code_translations

ADDON = "foodcoop_reception"
WORKER = f"{ADDON}/static/src/worker/service_worker.js"
SIZES = ("192x192", "512x512")


class TerminalPage(http.Controller):
    @http.route("/reception", type="http", auth="user", readonly=True)
    def page(self):
        user = request.env.user
        language = (user.lang or "en_US").replace("_", "-")
        try:
            request.env["foodcoop.reception"]._check_terminal()
        except AccessError as error:
            other = request.env._("Sign in with another account")
            values = {"sentence": str(error), "other": other, "language": language}
            return request.render(f"{ADDON}.refused", values, status=403)
        # scriptsafe: no text in it can end the script element.
        values = {"boot": scriptsafe.dumps(self._boot(user)), "language": language}
        response = request.render(f"{ADDON}.terminal", values)
        # The service worker keeps it and knows when not to show it; nobody else may.
        response.headers["Cache-Control"] = "no-store"
        request.env["ir.http"]._tell_whose_page()
        return response

    def _boot(self, user):
        words = code_translations.get_web_translations(ADDON, user.lang)
        return {
            "account": user.id,
            "user": user.name,
            "lang": (user.lang or "en_US").replace("_", "-"),
            "words": {word["id"]: word["string"] for word in words["messages"]},
        }

    @http.route(
        "/reception/service_worker.js", type="http", auth="public", readonly=True
    )
    def service_worker(self):
        """Its address lies below the page's; the header lets it serve the page, too."""
        with file_open(WORKER) as file:
            program = file.read()
        headers = {
            "Content-Type": "text/javascript",
            "Service-Worker-Allowed": "/reception",
            "Cache-Control": "no-cache",
        }
        return request.make_response(program, list(headers.items()))

    @http.route(
        "/reception/manifest.webmanifest", type="http", auth="public", readonly=True
    )
    def manifest(self):
        icons = f"/{ADDON}/static/description/icon"
        return request.make_json_response(
            {
                "name": request.env._("Reception"),
                "short_name": request.env._("Reception"),
                "id": "/reception",
                "start_url": "/reception",
                "scope": "/reception",
                "display": "standalone",
                "icons": [
                    {"src": f"{icons}-{size}.png", "sizes": size, "type": "image/png"}
                    for size in SIZES
                ],
            },
            {"Content-Type": "application/manifest+json"},
        )
