# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import TransactionCase, new_test_user


class AuditCase(TransactionCase):
    """A shop that opens with an own range and nothing else in use."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, tracking_disable=True))
        cls.range = cls.env["foodcoop.barcode.range"].create(
            {"name": "Numbered here", "prefix": "20987", "item_digits": 7}
        )
        groups = "foodcoop_barcode.group_manager"
        cls.office = new_test_user(cls.env, "audit_office", groups=groups)
        cls.volunteer = new_test_user(
            cls.env, "audit_volunteer", groups="base.group_user"
        )

    @classmethod
    def product(cls, name, barcode=False, **values):
        return cls.env["product.product"].create(
            {"name": name, "barcode": barcode, **values}
        )

    @classmethod
    def before_us(cls, product, barcode):
        """A code that was there before the addon and its checks."""
        cls.env.flush_all()
        cls.env.cr.execute(
            "UPDATE product_product SET barcode = %s WHERE id = %s",
            [barcode, product.id],
        )
        product.invalidate_recordset()
        return product

    def audit(self, user=None, **values):
        audit = self.env["foodcoop.barcode.audit"].with_user(user or self.office)
        audit = audit.create(values)
        audit.action_look()
        return audit

    def line(self, audit, raw):
        return audit.line_ids.filtered(lambda line: line.raw == raw)

    def ledger(self, *codes):
        return self.env["foodcoop.barcode.code"].search([("code", "in", codes)])
