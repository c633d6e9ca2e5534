# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import TransactionCase, new_test_user


class BarcodeCase(TransactionCase):
    """A shop with a small range of its own and somebody who numbers goods."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, tracking_disable=True))
        ranges = cls.env["foodcoop.barcode.range"]
        ranges.search([]).active = False
        cls.range = ranges.create(
            {"name": "Our own goods", "prefix": "20987", "item_digits": 7}
        )
        cls.manager = new_test_user(
            cls.env, "office", groups="foodcoop_barcode.group_manager"
        )
        cls.volunteer = new_test_user(cls.env, "volunteer", groups="base.group_user")
        cls.member = new_test_user(cls.env, "member", groups="base.group_portal")

    def setUp(self):
        super().setUp()
        self.stand_at(1)  # a counter of the database is not rolled back

    @classmethod
    def product(cls, name, **values):
        return cls.env["product.product"].create({"name": name, **values})

    @classmethod
    def products(cls, count):
        return cls.env["product.product"].create(
            [{"name": f"Tisane {index}"} for index in range(count)]
        )

    @classmethod
    def number(cls, item):
        return cls.range._spec().number(item).code

    def allocate(self, products, user=None):
        return products.with_user(user or self.manager).action_allocate_barcode()

    def stand_at(self, next_item):
        """The range's counter as if the items before were given."""
        self.env.cr.execute(
            "SELECT setval(%s, %s, %s)",
            [self.range._counter_name(), max(next_item - 1, 1), next_item > 1],
        )
        self.range.invalidate_recordset()

    def ledger(self, domain=()):
        return self.env["foodcoop.barcode.code"].search(list(domain), order="id")
