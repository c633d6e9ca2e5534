# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.exceptions import AccessError


class ResUsers(models.Model):
    _inherit = "res.users"

    def _terminal_page(self):
        """The one page of a terminal's account; None for people, who have the others.

        An addon that has a terminal says which accounts are its own.
        """
        return

    def _rpc_api_keys_only(self):
        """Its password opens its page; programs of others are behind the same door."""
        own = self.with_user(self)
        return bool(own.env.user._terminal_page()) or super()._rpc_api_keys_only()

    @api.model
    def _self_accessible_fields(self):
        """Nobody at a terminal may give its account another name or address."""
        readable, writeable = super()._self_accessible_fields()
        return readable, frozenset() if self.env.user._terminal_page() else writeable

    def _change_password(self, new_passwd):
        """Nobody at a terminal may lock out the others."""
        if self == self.env.user and self._terminal_page():
            raise AccessError(
                self.env._(
                    "A terminal's account cannot change its own password. "
                    "Ask the office."
                )
            )
        return super()._change_password(new_passwd)
