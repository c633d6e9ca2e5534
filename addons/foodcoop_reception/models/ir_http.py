# SPDX-License-Identifier: AGPL-3.0-or-later
"""A browser is told whose page it keeps, and forgets it when they sign out."""

from odoo import models
from odoo.http import request

# Tells the page that the browser keeps whose it is. Nothing on the server trusts it:
# who really is signed in, the session says.
COOKIE = "foodcoop_reception"
YEAR = 365 * 24 * 3600  # seconds; a tablet may lie in a drawer


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _post_dispatch(cls, response):
        """Whoever signs out, however, leaves no page behind that shows their work."""
        told = request.cookies.get(COOKIE)
        if told and told != str(request.session.uid) and not cls._tells_whose_page():
            request.future_response.set_cookie(COOKIE, max_age=0, expires=0)
        return super()._post_dispatch(response)

    @classmethod
    def _tell_whose_page(cls):
        request.future_response.set_cookie(
            COOKIE, str(request.env.uid), max_age=YEAR, samesite="Lax"
        )

    @classmethod
    def _tells_whose_page(cls):
        cookies = request.future_response.headers.getlist("Set-Cookie")
        return any(cookie.startswith(f"{COOKIE}=") for cookie in cookies)
