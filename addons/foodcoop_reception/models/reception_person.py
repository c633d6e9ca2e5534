# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who stands at the terminal, and who else counts at this moment."""

from collections import defaultdict
from datetime import timedelta

from odoo import api, models
from odoo.exceptions import UserError

from ..lib.events import plain_text

SHORTEST_BADGE = 4  # characters: below it nobody's badge is looked for
LATELY = timedelta(minutes=15)


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    @api.model
    def person(self, badge):
        """The name of whoever carries this badge, or None; nothing else of them."""
        self._check_terminal()
        code = plain_text(badge, 64).strip()
        if len(code) < SHORTEST_BADGE:
            return None
        # sudo: the terminal's account sees no partners; it gets this one name only.
        partners = self.env["res.partner"].sudo()
        ours = [("company_id", "in", [False, *self.env.companies.ids])]
        found = partners.search([("barcode", "=", code), *ours], limit=2)
        if len(found) > 1:  # nothing in the database forbids it
            raise UserError(
                self.env._(
                    "Two people have this badge. Touch or type your name, and tell "
                    "the office."
                )
            )
        return found.name or None

    def _counting_lately(self, now):
        """{reception id: names of those whose scans came in the last minutes}."""
        found = self.env["foodcoop.reception.scan"]._read_group(
            [
                ("reception_id", "in", self.ids),
                # By the server's clock; a terminal's may be a day off.
                ("create_date", ">=", now - LATELY),
                ("create_date", "<=", now),
                ("person", "not in", [False, ""]),
            ],
            ["reception_id", "person"],
        )
        names = defaultdict(list)
        for reception, person in found:
            names[reception.id].append(person)
        return names
