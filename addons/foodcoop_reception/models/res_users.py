# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, models
from odoo.exceptions import AccessError


class ResUsers(models.Model):
    _inherit = "res.users"

    @api.model
    def _is_terminal(self):
        """Whether the one who asks is a terminal: everybody who counts shares it."""
        user = self.env.user
        return user.share and user.has_group("foodcoop_reception.group_terminal")

    def _rpc_api_keys_only(self):
        """Its password opens its page; programs of others are behind the same door."""
        return self.with_user(self)._is_terminal() or super()._rpc_api_keys_only()

    @api.model
    def _self_accessible_fields(self):
        """Nobody at a terminal may give its account another name or address."""
        readable, writeable = super()._self_accessible_fields()
        return readable, frozenset() if self._is_terminal() else writeable

    def _change_password(self, new_passwd):
        """Nobody at a terminal may lock out the others."""
        if self == self.env.user and self._is_terminal():
            raise AccessError(
                self.env._(
                    "A terminal's account cannot change its own password. "
                    "Ask the office."
                )
            )
        return super()._change_password(new_passwd)
