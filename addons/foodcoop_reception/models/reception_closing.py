# SPDX-License-Identifier: AGPL-3.0-or-later
"""The end of a count: the deliveries are written, once."""

from odoo import fields, models
from odoo.exceptions import UserError

from ..lib import tally
from ..lib.events import UnreadableEvent, parse_wish


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def _lock(self):
        """One close at a time. Odoo's own lock gives up where this one waits.

        Scans that came in during the wait have touched the row: PostgreSQL then
        refuses, and Odoo begins the close anew with them in sight.
        """
        self.flush_recordset()
        self.env.cr.execute(
            "SELECT id FROM foodcoop_reception WHERE id = %s FOR UPDATE", [self.id]
        )
        self.invalidate_recordset()

    def action_close(self, accept_missing=False, seen=None):
        """Write the count into the delivery, once.

        :param accept_missing: the person said that what nobody counted did not come.
        :param seen: how many scans the person's terminal knows; with fewer than
            there are, somebody else counted too and the person has to look first.
        :returns: how many lines were received, how many are missing something, and
            whether the delivery was closed before.
        """
        self.ensure_one()
        self.check_access("read")
        self._lock()
        # sudo: a terminal's account may close a delivery but has no rights on stock.
        reception = self.sudo()
        already = reception.state == "closed"
        if not already:
            reception._check_seen(seen)
            reception._apply_close(reception._closing_shares(accept_missing))
        return {"already": already, **reception._closed_summary()}

    def close_as_wished(self, accept_missing, seen, wish):
        """Close as somebody wanted it at a terminal, perhaps without network.

        :param wish: its uuid, the person and the moment. Sent once more it gets the
            same answer: the first one may have been lost on its way.
        """
        self.ensure_one()
        self._check_terminal()
        self.check_access("read")
        try:
            wished = parse_wish(wish)
        except UnreadableEvent as error:
            raise UserError(
                self.env._("This cannot be closed so. Reload the page and try again.")
            ) from error
        answer = self.action_close(accept_missing, seen)
        reception = self.sudo()  # sudo: as in action_close
        if not answer["already"]:
            reception.write(wished)
        uuid = wished["closing_uuid"]
        repeated = bool(uuid) and reception.closing_uuid == uuid
        return {**answer, "already": answer["already"] and not repeated}

    def _check_seen(self, seen):
        if seen is not None and seen < len(self.scan_ids):
            raise UserError(
                self.env._(
                    "Somebody else has counted too. The counts are up to date now: "
                    "look at them once more, then close."
                )
            )

    def _closing_shares(self, accept_missing):
        """What each line receives, or a sentence why the delivery cannot be closed."""
        if any(picking.state in ("done", "cancel") for picking in self.picking_ids):
            raise UserError(
                self.env._(
                    "This delivery was received or cancelled elsewhere. "
                    "Your count is kept; show it to the office."
                )
            )
        counts = tally.accepted(self._events())
        shares = tally.share_out(self._lines(), self._counts_on_order(counts))
        reason = tally.refusal(shares, counts, accept_missing)
        if reason:
            raise UserError(self._refusal_sentence(reason, shares))
        return shares

    def _counts_on_order(self, counts):
        """What the orders receive; for addons that receive some of it apart."""
        return counts

    def _refusal_sentence(self, reason, shares):
        if reason == tally.Refusal.BELOW_ZERO:
            return self.env._(
                "A product is counted below zero. Touch it and say how many there are."
            )
        if reason == tally.Refusal.NOTHING_COUNTED:
            return self.env._("Nothing is counted yet. Scan the delivery first.")
        return self.env._(
            "%s products are not counted yet. Count them, or say that they did not "
            "come.",
            sum(share.counted is None for share in shares),
        )

    def _apply_close(self, shares):
        """Write the count into the deliveries; what nothing came of stays waiting."""
        by_picking = {}
        lots = self._lots_of(shares)
        for share in shares:
            move = self.env["stock.move"].browse(share.line.line)
            laid = (move, float(share.counted or 0), lots.get(move.id, ()))
            by_picking.setdefault(move.picking_id, []).append(laid)
        for picking, laid in by_picking.items():
            if any(counted for _move, counted, _lots in laid):
                self._receive(picking, laid)
            else:
                picking.reception_id = False
        self.write(
            {
                "state": "closed",
                "closed_at": fields.Datetime.now(),
                "closed_by_id": self.env.uid,
            }
        )
        self._after_close(shares)

    def _lots_of(self, shares):
        """{line: the lots that it receives}; for addons that follow goods by lot."""
        return {}

    def _receive(self, picking, laid):
        """Odoo fills a receipt with what was ordered; here the count replaces that."""
        for move, counted, lots in laid:
            self._fill(move, counted, lots)
        moves = self.env["stock.move"].union(*(move for move, _n, _lots in laid))
        came = moves.browse(move.id for move, counted, _lots in laid if counted)
        came.picked = True  # all in one: a line at a time takes longer than the rest
        (moves - came).picked = False
        # Dates were asked at the terminal; nobody here answers Odoo's question again.
        answered = picking.with_context(skip_backorder=True, skip_expired=True)
        answered.button_validate()
        if picking.state != "done":
            raise UserError(
                self.env._(
                    "Odoo did not accept this delivery. Your count is kept; "
                    "show it to the office."
                )
            )

    def _fill(self, move, counted, lots=()):
        """So much of a line has come, in the product's own unit.

        :param lots: for a product that is followed by lot, all of it.
        """
        quantity = move.product_id.uom_id._compute_quantity(
            counted, move.product_uom, round=False
        )
        # What came as ordered stands there already, as Odoo filled it in.
        if move.product_uom.compare(move.quantity, quantity):
            move.quantity = quantity

    def _next_things(self):
        """What is to do now that the goods are here, for addons that know of some.

        :returns: a list of {"text": a sentence, "url": where to do it or None}.
        """
        return []

    def _after_close(self, shares):
        """For addons that go on from what was received: reviews, labels."""

    def _closed_summary(self):
        moves = self.picking_ids.move_ids
        return {
            "received": len(moves.filtered(lambda move: move.state == "done")),
            "missing": len(self.picking_ids.backorder_ids.move_ids)
            + len(moves.filtered(lambda move: move.state == "cancel")),
            "next": self._next_things(),
        }
