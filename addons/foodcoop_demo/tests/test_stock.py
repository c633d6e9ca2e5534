# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo.addons.foodcoop_demo.chapters.book import at
from odoo.addons.foodcoop_demo.lib.sales import UNIT, Cause

from .common import DemoCase


class TestStock(DemoCase):
    """Moves written in SQL, read back through Odoo."""

    def stock_after(self, year, day):
        """What the story says lay on the shelf when the shop closed on a day."""
        return sum(
            moved.thousandths if moved.comes_in else -moved.thousandths
            for moved in year.movements
            if moved.day <= day
        )

    def test_stock_now_is_what_the_year_left(self):
        for year in self.shop.years:
            record = self.product[year.reference]
            self.assertEqual(round(record.qty_available * UNIT), year.stock)

    def test_stock_of_any_past_day_is_what_the_story_says(self):
        years = self.shop.years[3::40]
        goods = self.goods.browse([self.product[y.reference].id for y in years])
        for back in (1, 30, 117, 250, 364):
            day = self.shop.today - timedelta(days=back)
            then = goods.with_context(to_date=at(day, 23))
            for year, record in zip(years, then, strict=True):
                found = round(record.qty_available * UNIT)
                self.assertEqual(found, self.stock_after(year, day), (record.name, day))

    def test_what_left_for_customers_is_what_was_sold(self):
        year = self.shop.years[0]
        sold = sum(m.thousandths for m in year.movements if m.cause is Cause.SALE)
        moves = self.env["stock.move"].search(
            [
                ("product_id", "=", self.product[year.reference].id),
                ("location_dest_id.usage", "=", "customer"),
                ("state", "=", "done"),
            ]
        )
        self.assertEqual(round(sum(moves.mapped("quantity")) * UNIT), sold)

    def test_a_move_of_the_story_reads_like_one_of_odoos(self):
        """Reports recompute stored fields: what SQL wrote must be what they find."""
        moves = self.env["stock.move"].search(
            [("state", "=", "done"), ("reference", "!=", False)], limit=40
        )
        fields = ("quantity", "product_qty", "picked", "is_in", "is_out")
        written = moves.read(fields)
        for name in fields:
            self.env.add_to_compute(moves._fields[name], moves)
        moves.flush_recordset(fields)
        self.assertEqual(moves.read(fields), written)
        self.assertEqual(len(moves.move_line_ids), len(moves))

    def test_the_shop_can_count_a_shelf(self):
        record = self.product["F0001"]
        quant = record.stock_quant_ids.filtered(
            lambda q: q.location_id.usage == "internal"
        )
        quant.with_context(inventory_mode=True).inventory_quantity = 7
        quant.action_apply_inventory()
        self.assertEqual(record.qty_available, 7)
