# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.portal.controllers.web import Home
from odoo.http import request


class TerminalHome(Home):
    def _login_redirect(self, uid, redirect=None):
        """A terminal's account has one page: its own."""
        page = request.env["res.users"].browse(uid)._terminal_page()
        return super()._login_redirect(uid, redirect=redirect or page)
