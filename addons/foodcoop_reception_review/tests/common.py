# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reception.tests.common import ReceptionCase
from odoo.addons.mail.tests.common import mail_new_test_user


class ReviewCase(ReceptionCase):
    """A delivery that was counted and closed, and who reviews it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.coordinator = mail_new_test_user(
            cls.env,
            login="coordinator_test",
            groups="foodcoop_reception.group_coordinator",
        )

    def closed(self, *facts, **counts):
        """The lines of a closed count, as the coordinator sees them."""
        reception, _ = self.open_delivery()
        self.count(reception, **counts)
        reception.record_scans(list(facts))
        reception.action_close(accept_missing=True)
        self.env.invalidate_all()
        return reception.with_user(self.coordinator)

    def line(self, reception, product):
        lines = reception.line_ids
        return lines.filtered(lambda line: line.sudo().product_id == product)

    def on_hand(self, product):
        location = self.picking.location_dest_id.id
        return product.with_context(location=location).qty_available

    def expected(self, product):
        moves = self.env["stock.move"].search(
            [("product_id", "=", product.id), ("state", "not in", ("done", "cancel"))]
        )
        return sum(moves.mapped("product_qty"))
