# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.http import root
from odoo.tools import SQL

from ..lib.events import plain_text


class ReceptionDevice(models.Model):
    """A terminal, tablet or phone on which deliveries are counted.

    A browser gives itself a number and tells it with each call. A coordinator may
    withdraw it: its session ends, and its calls are refused until it is allowed again.
    """

    _name = "foodcoop.reception.device"
    _description = "Terminal of the reception"
    _order = "last_seen desc, id desc"

    name = fields.Char(required=True)
    uuid = fields.Char(string="Number", required=True, readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    user_id = fields.Many2one("res.users", string="Account", readonly=True)
    last_seen = fields.Datetime(string="Last seen", required=True, readonly=True)
    state = fields.Selection(
        [("allowed", "Allowed"), ("revoked", "Revoked")],
        default="allowed",
        required=True,
        readonly=True,
    )
    # The part of a session's name that Odoo itself keeps in its list of devices.
    session = fields.Char(groups="base.group_system", readonly=True)

    _uuid_uniq = models.Constraint(
        "unique(uuid, company_id)", "This terminal is listed already."
    )

    @api.model
    def _check_allowed(self, uuid):
        """:raises UserError: when a coordinator withdrew this terminal."""
        if self._of(uuid).state == "revoked":
            raise UserError(
                self.env._(
                    "A coordinator has withdrawn this terminal. What was scanned is "
                    "kept on it. Ask the office to allow it again."
                )
            )

    @api.model
    def _of(self, uuid):
        # sudo: a terminal's account has no rights on the list of terminals.
        ours = [("uuid", "=", uuid), ("company_id", "=", self.env.company.id)]
        return self.sudo().search(ours) if uuid else self.sudo()

    @api.model
    def _see(self, uuid, session):
        """Note that a terminal is at work; once a minute is enough.

        By SQL: two calls of a new terminal at the same moment make one row.
        """
        if not uuid:
            return
        self.flush_model()
        self.env.cr.execute(
            SQL(
                "INSERT INTO foodcoop_reception_device AS known (name, uuid, state,"
                " company_id, user_id, session, last_seen, create_date, create_uid)"
                " VALUES (%(name)s, %(uuid)s, 'allowed', %(company)s, %(user)s,"
                " %(session)s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC',"
                " %(user)s) ON CONFLICT (uuid, company_id) DO UPDATE SET"
                " last_seen = excluded.last_seen, user_id = excluded.user_id,"
                " session = excluded.session"
                " WHERE known.last_seen < excluded.last_seen - interval '1 minute'"
                " OR known.session IS DISTINCT FROM excluded.session"
                " OR known.user_id IS DISTINCT FROM excluded.user_id",
                name=f"Terminal {uuid[:4]}",
                uuid=uuid,
                company=self.env.company.id,
                user=self.env.uid,
                session=session,
            )
        )
        self.invalidate_model()

    @api.model
    def _call(self, uuid, name):
        """The name of a terminal: the one that somebody gives it now, or had given."""
        device, name = self._of(uuid), plain_text(name, 64).strip()
        if device and name:
            device.name = name
        return device.name or ""

    def action_revoke(self):
        self.check_access("write")
        # sudo: the coordinator may end a terminal's session without reading its name.
        devices = self.sudo()
        devices.state = "revoked"
        sessions = [session for session in devices.mapped("session") if session]
        root.session_store.delete_from_identifiers(sessions)
        known = self.env["res.device.log"].sudo()  # sudo: as Odoo's own list does
        known.search([("session_identifier", "in", sessions)]).revoked = True

    def action_allow(self):
        self.state = "allowed"
