# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import TransactionCase, new_test_user

DEFAULTS = [  # barcodes, stock, point_of_sale and pos_loyalty, as Odoo 19 brings them
    ("Price Barcodes 2 Decimals", "price", "ean13", "23.....{NNNDD}", 14),
    ("Discount Barcodes", "discount", "any", "22{NN}", 20),
    ("Weight Barcodes 3 Decimals", "weight", "ean13", "21.....{NNDDD}", 36),
    ("Customer Barcodes", "client", "any", "042", 40),
    ("Cashier Barcodes", "cashier", "any", "041", 50),
    ("Coupon & Gift Card Barcodes", "coupon", "any", "043|044", 50),
    ("Location barcodes", "location", "any", "414", 60),
    ("Package barcodes", "package", "any", "PACK", 70),
    ("Lot barcodes", "lot", "any", "10", 80),
    ("Product Barcodes", "product", "any", ".*", 90),
]


class CheckupCase(TransactionCase):
    """A shop that reads its codes by the rules Odoo brings."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, tracking_disable=True))
        groups = "foodcoop_barcode.group_manager"
        cls.office = new_test_user(cls.env, "checkup_office", groups=groups)
        cls.till_keeper = new_test_user(
            cls.env, "checkup_keeper", groups=f"{groups},base.group_erp_manager"
        )
        cls.volunteer = new_test_user(
            cls.env, "checkup_volunteer", groups="base.group_user"
        )
        cls.rules = cls.env.company.nomenclature_id

    @classmethod
    def needs_default_rules(cls, case):
        """The types of the till's rules exist only where the till is installed."""
        types = {key for key, _ in cls.env["barcode.rule"]._fields["type"].selection}
        if not {rule[1] for rule in DEFAULTS} <= types:
            case.skipTest("point_of_sale and pos_loyalty are not installed")

    @classmethod
    def rule(cls, type_):
        return cls.rules.rule_ids.filtered(lambda rule: rule.type == type_)[:1]

    @classmethod
    def product(cls, name, barcode=False, **values):
        return cls.env["product.product"].create(
            {"name": name, "barcode": barcode, **values}
        )

    def checkup(self, user=None):
        wizard = self.env["foodcoop.barcode.checkup"].with_user(
            user or self.till_keeper
        )
        return wizard.browse(wizard.action_open()["res_id"])

    def finding(self, wizard, type_):
        return wizard.finding_ids.filtered(lambda f: f.rule_id.type == type_)
