# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.tools import SQL, sql

from ..lib import forecast


class FoodcoopBarcodeRange(models.Model):
    """Where a range stands: a sequence of the database, which nobody waits for.

    A number drawn and not used may be lost, that is fine. A number may also come out
    again; the register holds it then and it is passed over, and where two draw it at
    the same moment the register's unique index has the last word.
    """

    _inherit = "foodcoop.barcode.range"

    next_item = fields.Integer("Next item", compute="_compute_room")
    capacity = fields.Integer(compute="_compute_room")
    used = fields.Integer(compute="_compute_room")
    free = fields.Integer(compute="_compute_room")
    share_used = fields.Float("Share given (%)", compute="_compute_room", digits=(5, 1))

    def init(self):
        """Ranges from before their counters go on after their highest number."""
        self.env.cr.execute(
            "SELECT r.id, max(c.item) FROM foodcoop_barcode_range r"
            " LEFT JOIN foodcoop_barcode_code c ON c.range_id = r.id"
            " WHERE to_regclass('foodcoop_barcode_range_item_' || r.id) IS NULL"
            " GROUP BY r.id"
            if sql.table_exists(self.env.cr, "foodcoop_barcode_code")
            else "SELECT id, NULL FROM foodcoop_barcode_range"
        )
        for id_, highest in self.env.cr.fetchall():
            range_ = self.browse(id_)
            range_._open_counter()
            if highest:
                range_._advance_past(highest)

    @api.model_create_multi
    def create(self, vals_list):
        ranges = super().create(vals_list)
        for range_ in ranges:
            range_._open_counter()
        return ranges

    def _open_counter(self):
        self.env.cr.execute(
            SQL(
                "CREATE SEQUENCE %s OWNED BY foodcoop_barcode_range.id",
                SQL.identifier(self._counter_name()),
            )
        )

    def unlink(self):
        counters = [range_._counter_name() for range_ in self]
        gone = super().unlink()
        for counter in counters:
            self.env.cr.execute(SQL("DROP SEQUENCE %s", SQL.identifier(counter)))
        return gone

    def _last_items(self):
        """{range id: the last item drawn}, read now: counters know no snapshot."""
        return dict(
            self.env.execute_query(
                SQL(
                    "SELECT id, coalesce(pg_sequence_last_value("
                    "('foodcoop_barcode_range_item_' || id)::regclass), 0)"
                    " FROM foodcoop_barcode_range WHERE id = ANY(%s)",
                    self.ids,
                )
            )
        )

    @api.depends("item_digits")
    def _compute_room(self):
        last_items = self._last_items()
        for range_ in self:
            last = last_items.get(range_._origin.id, 0)
            range_.capacity = range_._spec().capacity
            range_.next_item = last + 1
            range_.used = min(last, range_.capacity)
            range_.free = range_.capacity - range_.used
            range_.share_used = 100 * range_.used / (range_.capacity or 1)

    def _draw(self, count):
        """The next ``count`` items."""
        rows = self.env.execute_query(
            SQL(
                "SELECT nextval(%s) FROM generate_series(1, %s)",
                self._counter_name(),
                count,
            )
        )
        self._forget_room()
        items = [item for (item,) in rows]
        self._warn(forecast.crossed(items, self._spec().capacity))
        return items

    def _advance_past(self, item):
        """Go on after this item; not back, unless somebody draws meanwhile."""
        if self._last_items()[self.id] < item <= self._spec().capacity:
            self.env.cr.execute(
                SQL("SELECT setval(%s, %s)", self._counter_name(), item)
            )
            self._forget_room()

    def _advance_over(self, items):
        """Go on after these items, but not after one far ahead of the others."""
        last = self._last_items()[self.id]
        self._advance_past(self._spec().reach(last, items))

    def _go_back_to(self, last):
        """Stand where a request found us that came to nothing.

        What others drew meanwhile comes out again: see the class.
        """
        self.env.cr.execute(
            SQL("SELECT setval(%s, %s, %s)", self._counter_name(), last or 1, last > 0)
        )
        self._forget_room()

    def _counter_name(self):
        return f"foodcoop_barcode_range_item_{self.id:d}"

    def _forget_room(self):
        self.invalidate_recordset(
            ["next_item", "used", "free", "share_used"], flush=False
        )
