# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_catalogue_list.tests.common import ListCase
from odoo.addons.foodcoop_words.lib.vocabulary import meanings
from odoo.tests import Form, tagged


@tagged("post_install", "-at_install")
class TestCatalogueValues(ListCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.organic = cls.env.ref("foodcoop_values.mark_organic")
        cls.demeter = cls.env.ref("foodcoop_values.mark_demeter")
        cls.fair = cls.env.ref("foodcoop_values.mark_fair")

        cls.count = 0

    def offer(self, **said):
        """One that a list left behind, beside the range."""
        type(self).count += 1
        return self.env["foodcoop.catalogue.item"].create(
            {
                "partner_id": self.supplier.id,
                "company_id": self.env.company.id,
                "key": f"N{self.count}",
                "title": f"Tapenade {self.count}",
                "unit": "piece",
                "price": 2,
                **said,
            }
        )

    def adding(self, item):
        action = item.with_user(self.buyer).action_add_to_range()
        adding = self.env[action["res_model"]].with_user(self.buyer)
        return Form(adding.with_context(**action["context"]))

    def added(self, item):
        self.adding(item).save().action_add()
        return item.product_id

    def test_a_new_product_takes_origin_and_labels_from_the_list(self):
        product = self.added(self.offer(origin="Italie", labels="bio, demeter"))
        self.assertEqual(product.origin, "Italie")
        self.assertEqual(product.mark_ids, self.organic | self.demeter)
        self.assertTrue(product.organic)

    def test_an_offer_that_says_nothing_makes_a_product_that_says_nothing(self):
        product = self.added(self.offer())
        self.assertFalse(product.origin or product.mark_ids or product.organic)

    def test_a_person_sees_and_corrects_what_the_list_says(self):
        item = self.offer(origin="UE", labels="bio")
        form = self.adding(item)
        self.assertEqual((form.product_origin, form.organic), ("UE", True))
        form.product_origin = "Drôme"
        form.mark_ids.remove(id=self.organic.id)
        self.assertFalse(form.organic)
        form.mark_ids.add(self.fair)
        form.save().action_add()
        product = item.product_id
        self.assertEqual((product.origin, product.mark_ids), ("Drôme", self.fair))
        self.assertFalse(product.organic)

    def test_organic_without_a_label_on_a_persons_word(self):
        item = self.offer()
        form = self.adding(item)
        form.organic = True
        form.save().action_add()
        self.assertTrue(item.product_id.organic)

    def test_made_without_asking_each_takes_its_own(self):
        items = self.offer(origin="Italie", labels="bio") | self.offer(origin="France")
        items |= self.offer(origin="Italie", labels="bio")
        first, second, third = items._create_products()
        self.assertEqual((first.origin, first.mark_ids), ("Italie", self.organic))
        self.assertEqual((third.origin, third.mark_ids), ("Italie", self.organic))
        self.assertEqual((second.origin, len(second.mark_ids)), ("France", 0))

    def test_every_label_that_lists_are_understood_to_name_is_one_of_ours(self):
        words = {*meanings("label").values()}
        known = self.env["foodcoop.product.mark"]._named(words)
        self.assertEqual({*known.mapped("code")}, words)

    def test_a_hundred_more_cost_no_more_queries(self):
        def made(count, **said):
            items = self.env["foodcoop.catalogue.item"]
            for _number in range(count):
                items |= self.offer(**said)
            self.env.flush_all()
            before = self.cr.sql_log_count
            items._create_products()
            self.env.flush_all()
            return self.cr.sql_log_count - before

        def cost(count):
            """Of origin and labels, beside that of products which say nothing."""
            return made(count, origin="Italie", labels="bio, demeter") - made(count)

        cost(2)
        few, many = cost(5), cost(105)
        self.assertLessEqual(many, few + 2)
