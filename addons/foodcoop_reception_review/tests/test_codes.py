# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.exceptions import ValidationError

from .common import ReviewCase

CODE = "9520000000059"


class TestCodes(ReviewCase):
    def identified(self, quantity):
        scanned = self.scan(None, 1, kind="unknown", code=CODE)
        said = self.scan(self.rice, quantity, kind="link", code=CODE, person="Anne")
        reception = self.closed(scanned, said, oil=12, carrots=7.5)
        return reception.code_ids

    def test_what_a_volunteer_said_counts_and_waits_for_the_buyer(self):
        code = self.identified(4)
        self.assertEqual((code.code, code.person), (CODE, "Anne"))
        self.assertEqual(self.on_hand(self.rice), 4)
        self.assertEqual(code.reception_id.to_decide, 1)

    def test_an_accepted_pack_is_known_from_now_on(self):
        self.identified(4).action_accept()
        pack = self.rice.sudo().product_uom_ids
        self.assertEqual((pack.barcode, pack.uom_id.relative_factor), (CODE, 4))
        _, later = self._order()
        _, delivery = self.open_delivery(later)
        self.assertEqual(delivery["codes"]["0" + CODE][:2], [self.rice.id, 4])

    def test_a_code_of_one_is_a_further_barcode_of_the_product(self):
        self.identified(1).action_accept()
        self.assertEqual(self.rice.sudo().product_uom_ids.uom_id, self.rice.uom_id)

    def test_a_mistake_is_taken_back(self):
        code = self.identified(4)
        code.action_accept()
        code.action_refuse()
        self.assertFalse(self.rice.sudo().product_uom_ids)
        self.assertEqual(code.state, "refused")

    def test_a_code_that_is_another_product_s_by_now_is_refused_with_a_sentence(self):
        code = self.identified(4)
        self.carrots.barcode = CODE
        with self.assertRaises(ValidationError):
            code.action_accept()

    def test_what_was_taken_back_at_the_terminal_waits_for_nobody(self):
        scanned = self.scan(None, 1, kind="unknown", code=CODE)
        said = self.scan(self.rice, 4, kind="link", code=CODE)
        undo = self.scan(self.rice, -4, kind="undo", reverses=said["uuid"])
        reception = self.closed(scanned, said, undo, oil=12, rice=4, carrots=7.5)
        self.assertFalse(reception.code_ids)
