# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_reception.tests.common import ReceptionCase
from odoo.tests import tagged


@tagged("post_install", "-at_install")
class TestReceptionBarcode(ReceptionCase):
    def test_a_terminal_is_told_how_labels_are_read_and_what_is_weighed(self):
        self.carrots.barcode = "2112345000008"
        _reception, delivery = self.open_delivery()
        patterns = [rule["pattern"] for rule in delivery["labels"]["rules"]]
        self.assertIn("21IIIIINNDDDC", patterns)
        weighed = delivery["labels"]["weighed"]
        self.assertEqual(weighed[self.carrots.id], [1.0, self.carrots.lst_price])
        self.assertNotIn(self.oil.id, weighed)

    def test_a_terminal_may_ask_what_a_scan_is(self):
        products = self.env["product.product"].with_user(self.terminal)
        found = products.resolve_scan("9520000000028")
        self.assertEqual((found["product_id"], found["factor"]), (self.oil.id, "6.0"))

    def test_the_office_reads_what_an_unknown_code_may_be(self):
        reception, _delivery = self.open_delivery()
        event = {"kind": "unknown", "code": "9520000000010"}
        reception.record_scans([self.scan(None, 1, **event)])
        self.assertIn("should be 1", reception.sudo().unknown_why)

    def test_noise_of_a_scanner_is_kept_and_stops_nothing(self):
        reception, _delivery = self.open_delivery()
        noise = {"kind": "unknown", "code": "12\0\ud8003"}
        reception.record_scans([self.scan(None, 1, **noise)])
        self.assertEqual(reception.scan_ids.code, "12?3")

    def test_a_scanned_number_of_ours_is_noted_as_still_in_use(self):
        code = self.env["foodcoop.barcode.code"].create(
            {
                "code": "2000000000015",
                "gtin14": "02000000000015",
                "range_id": self.env["foodcoop.barcode.range"].search([], limit=1).id,
                "item": 1,
            }
        )
        reception, _delivery = self.open_delivery()
        reception.record_scans([self.scan(self.oil, 1, code="2000000000015")])
        self.assertTrue(code.last_scan)
