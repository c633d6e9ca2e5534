# SPDX-License-Identifier: AGPL-3.0-or-later
from stdnum import ean

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import AuditCase

PEN, JAM = "4006381333931", "3017620422003"
OURS, FOREIGN, WEIGHED = "2098700000428", "2900000000001", "2100001000004"
WRONG = "4006381333930"


@tagged("post_install", "-at_install")
class TestAudit(AuditCase):
    """Every code on goods, judged; the register filled on a person's word."""

    def setUp(self):
        super().setUp()
        self.pen = self.product("Pen", PEN)
        self.tea = self.product("Tea", OURS, active=False)
        self.leek = self.product("Leek", FOREIGN)
        self.cheese = self.product("Cheese", WEIGHED)

    def verdict(self, audit, raw):
        return self.line(audit, raw).verdict

    def test_each_code_is_counted_under_what_it_is(self):
        self.product("Crayon", WRONG)
        audit = self.audit()
        self.assertEqual(
            [self.verdict(audit, c) for c in (PEN, OURS, FOREIGN, WEIGHED, WRONG)],
            ["gtin", "ours", "foreign", "weighed", "malformed"],
        )
        self.assertIn("expected check digit 1", self.line(audit, WRONG).sentence)

    def test_looking_writes_nothing_but_the_page_itself(self):
        before = self.env["foodcoop.barcode.code"].search_count([])
        counter = self.range.next_item
        self.audit()
        self.assertEqual(self.env["foodcoop.barcode.code"].search_count([]), before)
        self.assertEqual(self.range.next_item, counter)

    def test_take_over_fills_the_register_and_moves_the_range_past_the_highest(self):
        audit = self.audit()
        told = audit.action_take_over()["params"]["message"]
        self.assertIn(self.range._spec().number(43).code, told)
        states = {row.code: row.state for row in self.ledger(PEN, OURS, FOREIGN)}
        self.assertEqual(states, {PEN: "foreign", OURS: "imported", FOREIGN: "foreign"})
        self.assertEqual(self.ledger(OURS).range_id, self.range)
        self.assertEqual(self.ledger(OURS).product_id, self.tea)
        self.range.invalidate_recordset()
        self.assertEqual(self.range.next_item, 43)

    def test_a_second_time_changes_nothing(self):
        self.audit().action_take_over()
        count = self.env["foodcoop.barcode.code"].search_count([])
        again = self.audit()
        self.assertEqual(self.line(again, PEN).state, "known")
        self.assertFalse(again.ready_count)
        with self.assertRaisesRegex(UserError, "nothing ready"):
            again.action_take_over()
        self.assertEqual(self.env["foodcoop.barcode.code"].search_count([]), count)

    def test_looking_again_after_taking_over_counts_each_code_once(self):
        audit = self.audit()
        codes = audit.line_count
        audit.action_take_over()
        audit.action_look()
        self.assertEqual(audit.line_count, codes)

    def test_nothing_is_taken_before_somebody_looked(self):
        audit = self.env["foodcoop.barcode.audit"].with_user(self.office).create({})
        with self.assertRaisesRegex(UserError, "Look at the codes first"):
            audit.action_take_over()

    def test_a_code_changed_since_the_look_is_not_entered(self):
        audit = self.audit()
        self.pen.barcode = JAM
        with self.assertRaisesRegex(UserError, "Pen"):
            audit.action_take_over()
        self.assertFalse(self.ledger(PEN, JAM, OURS))

    def test_dirt_is_put_right_in_one_go(self):
        pot = self.product("Pot", " 3017620422003")
        audit = self.audit()
        self.assertEqual(audit.safe_count, 1)
        audit.action_fix_safe()
        self.assertEqual(pot.barcode, JAM)
        self.assertEqual(self.line(audit, JAM).state, "ready")
        self.assertEqual(self.line(audit, " 3017620422003").state, "fixed")

    def test_an_archived_twin_by_a_dropped_zero_loses_its_code(self):
        long = self.product("Card", "0490010003694")
        short = self.before_us(self.product("Old card", active=False), "490010003694")
        audit = self.audit()
        line = self.line(audit, "490010003694")
        self.assertIn("leading zeros", line.sentence)
        self.assertIn("Card (0490010003694)", line.sentence)
        audit.action_fix_safe()
        self.assertFalse(short.barcode)
        self.assertEqual(long.barcode, "0490010003694")
        self.assertEqual(self.verdict(audit, "0490010003694"), "foreign")

    def test_of_two_goods_on_the_shelf_a_person_takes_the_code_off_one(self):
        card = self.product("Card", "0490010003694")
        self.before_us(self.product("Other card"), "490010003694")
        audit = self.audit()
        self.assertFalse(audit.safe_count)
        self.line(audit, "490010003694").action_fix()
        self.assertEqual(card.barcode, "0490010003694")
        self.assertEqual(self.line(audit, "0490010003694").state, "ready")

    def test_a_whole_label_becomes_its_base_code(self):
        ham = self.product("Ham", "2100002012341")
        audit = self.audit()
        self.line(audit, "2100002012341").action_fix()
        self.assertEqual(ham.barcode, "2100002000003")

    def test_rows_without_a_proposal_are_left_alone(self):
        audit = self.audit()
        audit.line_ids.action_fix()
        self.assertEqual(self.pen.barcode, PEN)

    def test_a_fix_on_a_product_changed_meanwhile_does_nothing(self):
        pot = self.product("Pot", " 3017620422003")
        audit = self.audit()
        pot.barcode = "96385074"
        with self.assertRaisesRegex(UserError, "Pot"):
            audit.action_fix_safe()
        self.assertEqual(pot.barcode, "96385074")

    def test_one_code_in_two_companies_is_no_duplicate(self):
        other = self.env["res.company"].create({"name": "Elsewhere"})
        stylo = self.before_us(self.product("Stylo", company_id=other.id), PEN)
        audit = self.audit()
        self.assertEqual(self.verdict(audit, PEN), "gtin")
        self.assertNotIn(stylo, audit.line_ids.product_id)

    def test_what_the_register_holds_for_another_company_is_not_named(self):
        self.audit().action_take_over()
        self.pen.company_id = self.env["res.company"].create({"name": "Elsewhere"})
        self.before_us(self.product("Stylo"), PEN)
        line = self.line(self.audit(), PEN)
        self.assertEqual((line.state, line.other or ""), ("known", ""))

    def test_goods_of_the_parent_are_seen_and_not_touched(self):
        shop = self.env.company
        stall = self.env["res.company"].create({"name": "Stall", "parent_id": shop.id})
        self.office.write({"company_ids": [(4, stall.id)]})
        pot = self.product("Pot", " 3017620422003", company_id=shop.id)
        audits = self.env["foodcoop.barcode.audit"].with_user(self.office)
        audit = audits.with_context(allowed_company_ids=stall.ids).create({})
        audit.action_look()
        with self.assertRaisesRegex(UserError, shop.name):
            audit.action_fix_safe()
        self.assertEqual(pot.barcode, " 3017620422003")

    def test_where_no_goods_bear_a_code_it_is_told(self):
        self.env.flush_all()
        self.env.cr.execute("UPDATE product_product SET barcode = NULL")
        self.env.cr.execute("DELETE FROM product_uom")
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "No product bears a code yet"):
            self.audit()

    def test_the_number_of_queries_does_not_grow(self):
        def measured(count, first):
            bodies = [f"{first + i:012d}" for i in range(count)]
            self.env["product.product"].create(
                [{"name": b, "barcode": b + ean.calc_check_digit(b)} for b in bodies]
            )
            self.env.flush_all()
            self.env.invalidate_all()
            self.office.mapped("partner_id.name")  # whoever asks is known already
            self.office._get_company_ids()
            start = self.env.cr.sql_log_count
            audit = self.audit()
            self.env.flush_all()
            self.assertGreaterEqual(audit.line_count, count)
            return self.env.cr.sql_log_count - start

        measured(1, 320000000000)  # what is asked once and then remembered
        few = measured(5, 300000000000)
        many = measured(300, 310000000000)
        self.assertLessEqual(many, few)
