# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a terminal needs to count calmly: who, cold goods, packs, the other order."""

from datetime import timedelta

from odoo.addons.mail.tests.common import mail_new_test_user
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .common import ReceptionCase


class TestPerson(ReceptionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.anne = cls.env["res.partner"].create(
            {"name": "Anne", "barcode": "0420001", "email": "anne@example.com"}
        )
        cls.receptions = cls.env["foodcoop.reception"].with_user(cls.terminal)

    def test_a_badge_gives_the_name_and_nothing_else(self):
        self.assertEqual(self.receptions.person(" 0420001 "), "Anne")

    def test_nobody_s_badge_and_no_badge_give_no_name(self):
        for badge in ("0420002", "042", "", "%", "0420001' OR 1=1"):
            with self.subTest(badge):
                self.assertIsNone(self.receptions.person(badge))

    def test_a_badge_that_two_people_have_names_neither(self):
        other = self.anne.create({"name": "Karim"})
        self.env.cr.execute(
            "UPDATE res_partner SET barcode ="
            " (SELECT barcode FROM res_partner WHERE id = %s) WHERE id = %s",
            [self.anne.id, other.id],
        )
        with self.assertRaisesRegex(UserError, "Two people"):
            self.receptions.person("0420001")

    def test_a_badge_of_another_company_gives_no_name(self):
        self.anne.company_id = self.env["res.company"].create({"name": "Another"})
        self.assertIsNone(self.receptions.person("0420001"))

    def test_strangers_ask_for_no_names_and_add_no_orders(self):
        reception, _ = self.open_delivery()
        _, later = self._order()
        for groups in ("base.group_portal", "base.group_user"):
            user = mail_new_test_user(self.env, login=f"s_{groups}", groups=groups)
            receptions = self.env["foodcoop.reception"].with_user(user)
            with self.subTest(groups):
                with self.assertRaises(AccessError):
                    receptions.person("0420001")
                with self.assertRaises(AccessError):
                    receptions.browse(reception.id).add_deliveries(later.ids)
        self.assertFalse(later.reception_id)

    def test_who_counted_lately_is_on_the_card(self):
        reception, _ = self.open_delivery()
        reception.record_scans(
            [self.scan(self.oil, 1, person=name) for name in ("Anne", "Anne", "")]
        )
        [card] = [
            row
            for row in self.receptions.deliveries()
            if row["picking"] == self.picking.id
        ]
        self.assertEqual(card["counting"], ["Anne"])

    def test_who_counted_long_ago_is_not(self):
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(self.oil, 1, person="Anne")])
        later = self.env.cr.now() + timedelta(minutes=16)
        self.assertEqual(dict(reception._counting_lately(later)), {})


class TestCold(ReceptionCase):
    def test_cold_goods_are_told_their_category_s_children_too(self):
        categories = self.env["product.category"]
        fresh = categories.create({"name": "Frais", "cold": True})
        below = categories.create({"name": "Fromages", "parent_id": fresh.id})
        self.rice.categ_id = below
        _, delivery = self.open_delivery()
        cold = {line["name"]: line["cold"] for line in delivery["lines"]}
        self.assertEqual(
            cold, {"Huile d'olive": False, "Riz complet": True, "Carottes": False}
        )

    def test_a_card_says_that_something_is_cold(self):
        receptions = self.env["foodcoop.reception"].with_user(self.terminal)

        def cold():
            listed = {row["picking"]: row for row in receptions.deliveries()}
            return listed[self.picking.id]["cold"]

        self.assertFalse(cold())
        self.rice.categ_id = self.env["product.category"].create(
            {"name": "Frais", "cold": True}
        )
        self.assertTrue(cold())

    def test_it_says_how_long_ago_it_was_opened(self):
        _, delivery = self.open_delivery()
        self.assertGreaterEqual(delivery["age"], 0)
        self.assertLess(delivery["age"], 3600)


class TestGuessing(ReceptionCase):
    def line_of(self, product):
        _, delivery = self.open_delivery()
        [line] = [row for row in delivery["lines"] if row["product"] == product.id]
        return line, delivery

    def offer(self, product, code, partner=None, **values):
        self.env["product.supplierinfo"].create(
            {
                "partner_id": (partner or self.supplier).id,
                "product_tmpl_id": product.product_tmpl_id.id,
                "product_code": code,
                **values,
            }
        )

    def test_a_line_brings_its_supplier_s_number(self):
        another = self.env["res.partner"].create({"name": "Another"})
        self.offer(self.rice, "RC-5", product_id=self.rice.id)
        self.offer(self.oil, "THEIRS", partner=another)
        self.assertEqual(self.line_of(self.rice)[0]["supplier_code"], "RC-5")
        self.assertEqual(self.line_of(self.oil)[0]["supplier_code"], "")

    def test_the_packs_of_a_product_come_with_their_content(self):
        crate = self.env["uom.uom"].create(
            {"name": "Crate", "relative_factor": 4, "relative_uom_id": self.case.id}
        )
        self.oil.uom_ids = [Command.set(crate.ids)]
        line, delivery = self.line_of(self.oil)
        self.assertEqual(line["pack_size"], 6)
        self.assertEqual(
            delivery["packs"][self.oil.id], [["Case of 6", 6], ["Crate", 24]]
        )
        self.assertEqual(delivery["packs"][self.rice.id], [])


class TestAnotherOrder(ReceptionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.honey = cls._product("Miel", False)
        line = {"product_id": cls.honey.id, "product_qty": 3, "price_unit": 5}
        cls.later = cls.env["purchase.order"].create(
            {"partner_id": cls.supplier.id, "order_line": [Command.create(line)]}
        )
        cls.later.button_confirm()

    def test_a_product_that_another_order_waits_for_is_named(self):
        _, delivery = self.open_delivery()
        self.assertEqual(
            delivery["elsewhere"][self.honey.id],
            {"picking": self.later.picking_ids.id, "order": self.later.name},
        )

    def test_the_other_order_joins_and_what_was_counted_stays(self):
        reception, _ = self.open_delivery()
        reception.record_scans([self.scan(self.honey, 1)])
        delivery = reception.add_deliveries(self.later.picking_ids.ids)
        self.assertEqual(delivery["reception"], reception.id)
        self.assertIn(self.honey.id, [line["product"] for line in delivery["lines"]])
        self.assertEqual(delivery["elsewhere"], {})
        self.assertEqual(len(delivery["events"]), 1)

    def test_an_order_joins_a_delivery_that_had_none(self):
        receptions = self.env["foodcoop.reception"].with_user(self.terminal)
        self.supplier.supplier_rank = 1
        opened = receptions.open_without_order(self.supplier.id)
        self.assertIn(self.honey.id, opened["elsewhere"])
        reception = receptions.browse(opened["reception"])
        joined = reception.add_deliveries(self.later.picking_ids.ids)
        self.assertEqual(joined["order"], self.later.name)

    def test_another_supplier_s_order_does_not_join(self):
        reception, _ = self.open_delivery()
        another = self.env["res.partner"].create({"name": "Another"})
        self.later.picking_ids.partner_id = another
        with self.assertRaisesRegex(UserError, "one supplier"):
            reception.add_deliveries(self.later.picking_ids.ids)
        self.assertNotIn(self.honey.id, self.open_delivery()[1]["elsewhere"])

    def test_an_order_that_is_counted_apart_does_not_join(self):
        reception, _ = self.open_delivery()
        self.open_delivery(self.later.picking_ids)
        with self.assertRaisesRegex(UserError, "counted apart"):
            reception.add_deliveries(self.later.picking_ids.ids)

    def test_nothing_joins_a_closed_count(self):
        reception, _ = self.open_delivery()
        self.count(reception, oil=12, rice=4, carrots=7.5)
        reception.action_close()
        with self.assertRaisesRegex(UserError, "closed"):
            reception.add_deliveries(self.later.picking_ids.ids)
