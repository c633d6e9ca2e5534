# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans that come in from terminals: each is kept once, whatever is sent twice."""

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..lib.events import UnreadableEvent, parse_event, plain_text, without_strangers

MOST = 1000  # of one call; a terminal sends its scans in parcels of 200
NAMED = ("product", "other")  # what of an event is a product
# The columns of a scan, each by the name that an event has for it.
COLUMNS = {
    "reception_id": "reception",
    "uuid": "uuid",
    "kind": "kind",
    "product_id": "product",
    "quantity": "quantity",
    "code": "code",
    "reverses": "reverses",
    "reason": "reason",
    "lot": "lot",
    "expiry": "expiry",
    "price": "price",
    "other_product_id": "other",
    "note": "note",
    "scanned_at": "at",
    "person": "person",
    "device": "device",
    "user_id": "uid",
    "create_uid": "uid",
    "write_uid": "uid",
}


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def record_scans(self, scans, device=""):
        """Keep scans; one that is already kept changes nothing.

        :param scans: dicts of uuid, kind, product, quantity, code, reverses, at.
        :returns: the uuids that are kept now, those of earlier calls among them, and
            how many scans there are in all, those of other terminals too.
        """
        self.ensure_one()
        self._check_terminal()
        self.check_access("read")
        rows = [self._prepare_scan(scan, device) for scan in self._known(scans)]
        self._touch()
        self._insert_scans(rows)
        self._check_kept({row["uuid"] for row in rows})
        return {"kept": [scan["uuid"] for scan in scans], "total": len(self.scan_ids)}

    def news(self, after=0):
        """The scans that came in after one, of whichever terminal, and the state.

        :param after: the highest number that the terminal has been told.
        """
        self.ensure_one()
        self._check_terminal()
        new = self.scan_ids.search(
            [("reception_id", "=", self.id), ("id", ">", after)], order="id"
        )
        return {"events": [scan._as_sent() for scan in new], "state": self.state}

    def _key(self):
        """What terminals keep this delivery under.

        A restored backup may give its number to another delivery; the moment of its
        beginning tells them apart.
        """
        return f"{self.id} {self.create_date}"

    def _check_key(self, key):
        """A terminal sends what it kept under a key to no other count."""
        if key is not None and not (self.exists() and key == self._key()):
            self._refuse_strange()

    def _refuse_strange(self):
        raise UserError(
            self.env._(
                "The server does not know this count. It is kept on this terminal; "
                "show it to the office."
            )
        )

    def _check_kept(self, uuids):
        """Nothing is thrown away on a terminal that is not kept here, in this count."""
        ours = [("reception_id", "=", self.id), ("uuid", "in", list(uuids))]
        if self.scan_ids.search_count(ours) < len(uuids):
            self._refuse_strange()

    def _touch(self):
        """Written, not only read: a close at the same moment has to see these scans.

        And whoever records next waits here until these are committed, so the numbers
        of a delivery's scans come into sight in their order: a terminal that was told
        number n never misses a smaller one when it asks for what came after n.
        """
        self.flush_recordset()
        self.env.cr.execute(
            "UPDATE foodcoop_reception SET write_date = now() AT TIME ZONE 'UTC'"
            " WHERE id = %s RETURNING state",
            [self.id],
        )
        if self.env.cr.fetchone()[0] == "closed":
            raise UserError(
                self.env._(
                    "This delivery is closed: nothing can be added to its count. "
                    "Tell the office what you found."
                )
            )

    def _known(self, scans):
        """What a terminal sent as events; what makes no sense is refused."""
        if len(scans) > MOST:
            raise UserError(
                self.env._("Too many scans at once: send %s at most.", MOST)
            )
        scan_model = self.env["foodcoop.reception.scan"]
        kinds, reasons = scan_model._choices("kind"), scan_model._choices("reason")
        try:
            events = [parse_event(scan, kinds, reasons) for scan in scans]
        except (UnreadableEvent, TypeError) as error:
            raise UserError(
                self.env._("A scan could not be read. Reload the page and go on.")
            ) from error
        # sudo: no rights on products; archived ones are counted like the others.
        products = self.env["product.product"].sudo().with_context(active_test=False)
        ours = products.search(
            [
                ("id", "in", [event[name] or 0 for event in events for name in NAMED]),
                ("company_id", "in", [False, self.company_id.id]),
            ]
        )
        return [without_strangers(event, set(ours.ids)) for event in events]

    def _prepare_scan(self, event, device):
        return {
            **event,
            "reception": self.id,
            "device": plain_text(device, 64),
            "uid": self.env.uid,
        }

    def _insert_scans(self, rows):
        """By SQL, for one reason: ON CONFLICT makes a repeat harmless."""
        names = SQL(", ").join(map(SQL.identifier, COLUMNS))
        for row in rows:
            values = SQL(", ").join(SQL("%s", row[name]) for name in COLUMNS.values())
            self.env.cr.execute(
                SQL(
                    "INSERT INTO foodcoop_reception_scan"
                    " (%s, create_date, write_date) VALUES"
                    " (%s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC')"
                    " ON CONFLICT (uuid) DO NOTHING",
                    names,
                    values,
                )
            )
        self.invalidate_recordset(["scan_ids"])
