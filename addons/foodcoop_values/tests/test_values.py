# SPDX-License-Identifier: AGPL-3.0-or-later
from lxml import etree
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, new_test_user, tagged
from odoo.tools import mute_logger


@tagged("post_install", "-at_install")
class TestValues(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.honey = cls.env["product.template"].create({"name": "Miel de châtaignier"})
        cls.demeter = cls.env.ref("foodcoop_values.mark_demeter")
        cls.fair = cls.env.ref("foodcoop_values.mark_fair")

    def test_a_label_of_organic_goods_says_organic(self):
        self.honey.mark_ids = self.demeter
        self.assertTrue(self.honey.organic)

    def test_fair_trade_alone_does_not(self):
        self.honey.mark_ids = self.fair
        self.assertFalse(self.honey.organic)

    def test_what_a_person_said_stays(self):
        self.honey.organic = True
        self.honey.mark_ids = self.fair
        self.assertTrue(self.honey.organic)

    def test_a_list_fills_in_what_is_empty_and_knows_its_words(self):
        self.honey._take_values("Italie", ("demeter", "nobody knows"))
        self.assertEqual(self.honey.origin, "Italie")
        self.assertEqual(self.honey.mark_ids, self.demeter)

    def test_what_the_shop_wrote_itself_stays(self):
        self.honey.write({"origin": "Ardèche", "mark_ids": self.fair.ids})
        self.honey._take_values("France", ("demeter",))
        self.assertEqual(self.honey.origin, "Ardèche")
        self.assertEqual(self.honey.mark_ids, self.fair)

    def test_goods_are_found_by_what_members_ask(self):
        self.honey.write({"mark_ids": self.demeter.ids, "kilometres": 35})
        found = self.env["product.template"].search(
            [("mark_ids", "=", "Demeter"), ("kilometres", "<=", 100)]
        )
        self.assertIn(self.honey, found)

    def test_near_and_organic_narrow_each_other_and_what_is_sold(self):
        """Filters of one block of the search mean "or", of two blocks "and"."""
        arch = etree.fromstring(
            self.env["product.template"].get_view(view_type="search")["arch"]
        )
        blocks, block = [], []
        for node in arch.iter("filter", "separator"):
            if node.tag == "filter":
                block.append(node.get("name"))
            else:
                blocks.append(block)
                block = []
        blocks.append(block)
        self.assertIn(["organic"], blocks)
        self.assertIn(["near", "no_origin"], blocks)

    @mute_logger("odoo.sql_db")
    def test_kilometres_below_zero_are_refused(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.honey.kilometres = -3
            self.honey.flush_recordset()

    def test_who_sells_reads_labels_and_writes_none(self):
        cashier = new_test_user(self.env, "cashier", groups="base.group_user")
        mark = self.demeter.with_user(cashier)
        self.assertEqual(mark.code, "demeter")
        with self.assertRaises(AccessError):
            mark.name = "Demain"
