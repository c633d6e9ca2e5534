# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reception_review.tests.common import ReviewCase
from odoo.exceptions import UserError


class TestTyped(ReviewCase):
    def sheet(self):
        waiting = self.env["foodcoop.reception.waiting"].with_user(self.coordinator)
        action = waiting.browse(self.picking.id).action_type_in()
        return (
            self.env[action["res_model"]]
            .with_user(self.coordinator)
            .browse(action["res_id"])
        )

    def type_in(self, sheet, *numbers):
        for line, number in zip(sheet.line_ids, numbers, strict=True):
            line.written = number
        return sheet.action_record()

    def counts(self):
        return {
            row.product: row.quantity
            for row in self.picking.reception_id._events()
            if row.kind == "set"
        }

    def test_rows_stand_in_the_order_of_the_paper(self):
        sheet = self.sheet()
        self.assertEqual(sheet.line_ids.mapped("number"), [1, 2, 3])
        names = sheet.line_ids.mapped("product_id.name")
        self.assertEqual(names, ["Huile d'olive", "Riz complet", "Carottes"])

    def test_numbers_are_the_count_and_an_empty_box_is_none(self):
        sheet = self.sheet()
        sheet.person = "Anne"
        self.type_in(sheet, "11", "", "7,5")
        counts = self.counts()
        self.assertEqual(counts, {self.oil.id: 11, self.carrots.id: 7.5})
        scans = self.picking.reception_id.scan_ids
        self.assertEqual(set(scans.mapped("person")), {"Anne"})
        self.assertEqual(set(scans.mapped("device")), {"paper"})
        with self.assertRaisesRegex(UserError, "1 products are not counted"):
            self.picking.reception_id.action_close()

    def test_the_count_is_closed_like_any_other(self):
        self.type_in(self.sheet(), "11", "0", "7.5")
        self.picking.reception_id.action_close()
        self.assertEqual((self.on_hand(self.oil), self.on_hand(self.rice)), (11, 0))

    def test_recorded_twice_it_counts_once(self):
        sheet = self.sheet()
        sheet.remark = "une palette de miel"
        self.type_in(sheet, "11", "4", "7.5")
        sheet.action_record()
        scans = self.picking.reception_id.scan_ids
        self.assertEqual(len(scans), 4)
        self.assertIn("une palette de miel", scans.mapped("note"))

    def test_the_paper_replaces_what_was_scanned_before(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=5)
        sheet = self.sheet()
        self.assertEqual(sheet.line_ids.mapped("before"), [5, 0, 0])
        self.type_in(sheet, "11", "4", "7.5")
        reception.action_close()
        self.assertEqual(self.on_hand(self.oil), 11)

    def test_what_others_counted_meanwhile_asks_before_it_is_replaced(self):
        sheet = self.sheet()
        reception, _ = self.open_delivery()
        self.count(reception, oil=5)
        self.type_in(sheet, "11", "4", "7.5")
        self.assertIn("Huile d'olive", sheet.notice)
        self.assertFalse(self.counts())
        sheet.action_record()
        self.assertEqual(self.counts()[self.oil.id], 6)

    def test_what_is_no_number_names_its_row(self):
        with self.assertRaisesRegex(UserError, "Row 2: 9520000000035"):
            self.type_in(self.sheet(), "11", "9520000000035", "")
        self.assertFalse(self.counts())

    def test_a_closed_delivery_takes_no_paper(self):
        sheet = self.sheet()
        self.closed(oil=12, rice=4, carrots=7.5)
        reception = self.picking.reception_id.with_user(self.coordinator)
        for act in (
            lambda: self.type_in(sheet, "11", "4", "7.5"),
            reception.action_type_in,
        ):
            with self.assertRaisesRegex(UserError, "is closed"):
                act()
