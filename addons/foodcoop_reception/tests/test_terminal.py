# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import UserError

from .common import OIL, OIL_CASE, RICE, ReceptionCase


class TestWaiting(ReceptionCase):
    def test_a_waiting_delivery_is_listed_with_its_supplier(self):
        receptions = self.env["foodcoop.reception"].with_user(self.terminal)
        listed = {row["picking"]: row for row in receptions.deliveries()}
        self.assertEqual(listed[self.picking.id]["supplier"], "Biodivers'")
        self.assertEqual(listed[self.picking.id]["lines"], 3)

    def test_what_was_missing_is_listed_as_the_rest(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=10, rice=4, carrots=7.5)
        reception.action_close()
        listed = {row["picking"]: row["rest"] for row in reception.deliveries()}
        self.assertIs(listed[self.picking.backorder_ids.id], True)


class TestTerminal(ReceptionCase):
    def test_a_line_ordered_in_cases_is_expected_in_units(self):
        _, delivery = self.open_delivery()
        oil = next(row for row in delivery["lines"] if row["product"] == self.oil.id)
        self.assertEqual(oil["ordered"], 12)
        self.assertEqual((oil["packs"], oil["pack"]), (2, "Case of 6"))

    def test_a_case_code_stands_for_its_content(self):
        _, delivery = self.open_delivery()
        self.assertEqual(delivery["codes"]["0" + OIL], [self.oil.id, 1])
        self.assertEqual(delivery["codes"]["0" + OIL_CASE], [self.oil.id, 6])

    def test_opening_twice_is_one_reception(self):
        first, _ = self.open_delivery()
        second, _ = self.open_delivery()
        self.assertEqual(first, second)

    def test_a_second_order_joins_the_count_of_the_first(self):
        first, _ = self.open_delivery()
        _, later = self._order()
        joined, delivery = self.open_delivery(self.picking | later)
        self.assertEqual(first, joined)
        self.assertEqual(len(delivery["lines"]), 6)

    def test_deliveries_of_two_suppliers_are_counted_apart(self):
        _, other = self._order()
        other.partner_id = self.env["res.partner"].create({"name": "Another"})
        with self.assertRaisesRegex(UserError, "one supplier"):
            self.open_delivery(self.picking | other)

    def test_two_counts_that_were_begun_apart_stay_apart(self):
        _, later = self._order()
        self.open_delivery()
        self.open_delivery(later)
        with self.assertRaisesRegex(UserError, "counted apart"):
            self.open_delivery(self.picking | later)

    def test_what_is_told_comes_back_as_it_was_sent(self):
        reception, _ = self.open_delivery()
        sent = self.scan(
            self.oil,
            2,
            kind="refuse",
            reason="expired",
            lot="L1",
            expiry="2027-03-31",
            price=1.2345,
            other=self.rice.id,
            note="wet",
            person="Anne",
        )
        reception.record_scans([sent])
        [kept] = reception.news()["events"]
        del kept["id"]  # the server's own number for it
        self.assertEqual(kept, sent)

    def test_a_delivery_that_is_gone_cannot_be_opened(self):
        self.picking.action_cancel()
        with self.assertRaisesRegex(UserError, "no longer waiting"):
            self.open_delivery()

    def test_a_scan_sent_twice_is_kept_once(self):
        reception, _ = self.open_delivery()
        scan = self.scan(self.oil, 12)
        reception.record_scans([scan])
        answer = reception.record_scans([scan])
        self.assertEqual(answer, {"kept": [scan["uuid"]], "total": 1})
        self.assertEqual(len(reception.scan_ids), 1)

    def test_a_terminal_that_opens_later_sees_what_was_counted(self):
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(self.oil, 12, code=OIL)])
        _, delivery = self.open_delivery()
        self.assertEqual(delivery["events"][0]["quantity"], 12)
        self.assertEqual(delivery["events"][0]["code"], OIL)

    def test_nonsense_is_refused_with_a_sentence_and_nothing_is_kept(self):
        reception, _ = self.open_delivery()
        good = self.scan(self.oil, 12)
        for wrong in (
            {"kind": "steal"},
            {"quantity": "many"},
            {"quantity": 1e9},
            {"at": "yesterday"},
            {"uuid": ""},
        ):
            with self.subTest(wrong), self.assertRaisesRegex(UserError, "Reload"):
                reception.record_scans([good, {**good, **wrong}])
        self.assertFalse(reception.scan_ids)

    def test_a_product_that_is_gone_is_kept_as_a_code_to_identify(self):
        reception, _ = self.open_delivery()
        gone = self.env["product.product"].browse(2**40)
        reception.record_scans([self.scan(gone, 1, code="9520000000059")])
        self.assertEqual(reception.sudo().unknown_codes, "9520000000059")

    def test_sixty_characters_of_noise_are_kept_as_unknown(self):
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(None, 1, kind="unknown", code="¿" * 60)])
        self.assertEqual(reception.sudo().unknown_codes, "¿" * 60)

    def test_a_database_that_lives_in_its_own_zone_keeps_times_in_utc(self):
        self.env.cr.execute("SET LOCAL TIME ZONE 'Pacific/Auckland'")
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(self.oil, 1, person="Anne")])
        now = self.env.cr.now()
        reception.sudo().invalidate_recordset()
        kept = reception.sudo().scan_ids
        for told in (kept.create_date, kept.write_date, reception.write_date):
            self.assertEqual(told.replace(microsecond=0), now.replace(microsecond=0))

    def test_noise_in_a_name_or_a_badge_harms_nobody(self):
        reception, _ = self.open_delivery()
        noise = "a\0\ud800b"
        reception.record_scans([self.scan(self.oil, 1)], device=noise)
        self.assertEqual(reception.sudo().scan_ids.device, "a?b")
        self.assertIsNone(reception.person(f"1234{noise}"))
        self.assertEqual(reception.suppliers(noise), [])
        devices = self.env["foodcoop.reception.device"].with_user(self.terminal)
        devices._see("noisy", "")
        self.assertEqual(devices._call("noisy", noise), "a?b")

    def test_a_scan_is_never_edited_nor_deleted(self):
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(self.oil, 12)])
        with self.assertRaisesRegex(UserError, "never changed"):
            reception.sudo().scan_ids.write({"quantity": 1})
        with self.assertRaisesRegex(UserError, "never deleted"):
            reception.sudo().scan_ids.unlink()

    def test_opening_asks_no_more_questions_for_a_longer_delivery(self):
        self.add_lines(20)
        short = self.queries_to_open()
        self.add_lines(20)
        self.assertLessEqual(self.queries_to_open(), short)

    def add_lines(self, number):
        for _ in range(number):
            values = {
                "order_id": self.order.id,
                "product_id": self._product("Produit", False).id,
                "product_qty": 1,
                "price_unit": 1,
            }
            self.env["purchase.order.line"].create(values)

    def queries_to_open(self):
        for _ in range(2):  # the first fills Odoo's caches of rules, which are not ours
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.open_delivery()
        return self.env.cr.sql_log_count - before


class TestCodes(ReceptionCase):
    def codes(self):
        return self.open_delivery()[1]["codes"]

    def test_an_archived_product_of_the_order_is_known_by_its_code(self):
        self.rice.active = False
        self.assertEqual(self.codes()["0" + RICE], [self.rice.id, 1.0])

    def test_of_two_products_with_one_code_the_order_s_is_meant(self):
        other = self._product("Vieille huile", False)  # read after ours
        self.env.cr.execute(  # as shops have it from before anybody looked
            "UPDATE product_product SET barcode = %s WHERE id = %s",
            ["0" + OIL, other.id],
        )
        self.env.invalidate_all()
        self.assertEqual(self.codes()["0" + OIL], [self.oil.id, 1.0])
