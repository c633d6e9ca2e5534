# SPDX-License-Identifier: AGPL-3.0-or-later
"""The door of the server, as far as a terminal's account is concerned."""

import werkzeug.exceptions

from odoo import models
from odoo.exceptions import AccessError
from odoo.http import request

from ..lib.door import is_open


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, args):
        """A terminal has its own page and does nothing else in Odoo."""
        super()._pre_dispatch(rule, args)
        page = request.env.uid and request.env.user._terminal_page()
        if not page or is_open(request.httprequest.path, page):
            return
        if request.httprequest.method == "GET":
            werkzeug.exceptions.abort(request.redirect(page))
        raise AccessError(
            request.env._(
                "A terminal's account has one page and nothing else: its own."
            )
        )
