# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common import BarcodeCase


@tagged("post_install", "-at_install")
class TestForecast(BarcodeCase):
    """A small range, and who is told before it is full."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.range.active = False
        cls.range = cls.range.create(
            {"name": "Petite plage", "prefix": "209861234", "item_digits": 3}
        )

    def tasks(self, user=None):
        return self.env["mail.activity"].search(
            [
                ("res_model", "=", self.range._name),
                ("res_id", "=", self.range.id),
                ("user_id", "=", (user or self.manager).id),
            ]
        )

    def test_who_numbers_goods_is_told_at_80_percent_and_only_once(self):
        self.stand_at(799)
        self.allocate(self.products(1))
        self.assertFalse(self.tasks())
        self.allocate(self.products(1))
        self.allocate(self.products(1))
        self.assertEqual(len(self.tasks()), 1)
        self.assertIn("80 %", self.tasks().summary)
        self.assertEqual(self.range.warning, "80")

    def test_at_95_percent_once_more(self):
        self.stand_at(795)
        self.allocate(self.products(160))
        self.assertEqual(self.range.warned, 95)
        self.assertEqual(len(self.tasks()), 1)
        self.allocate(self.products(10))
        self.assertEqual(len(self.tasks()), 1)

    def test_a_task_that_is_done_does_not_come_back(self):
        self.stand_at(799)
        self.allocate(self.products(2))
        self.tasks().action_done()
        self.env["foodcoop.barcode.range"]._cron_warn()
        self.assertFalse(self.tasks())

    def test_the_daily_job_tells_what_was_missed_and_only_once(self):
        self.stand_at(900)
        for _day in range(2):
            self.env["foodcoop.barcode.range"]._cron_warn()
        self.assertEqual(len(self.tasks()), 1)

    def test_a_volunteer_is_not_bothered(self):
        self.stand_at(900)
        self.env["foodcoop.barcode.range"]._cron_warn()
        self.assertFalse(self.tasks(self.volunteer))

    def test_the_forecast_goes_by_the_last_twelve_months(self):
        self.allocate(self.products(100))
        year_ago = fields.Datetime.now() - timedelta(days=364)
        self.env.cr.execute(
            "UPDATE foodcoop_barcode_code SET create_date = %s WHERE range_id = %s",
            [year_ago, self.range.id],
        )
        self.env.invalidate_all()
        days = (self.range.exhausted_on - fields.Date.today()).days
        self.assertAlmostEqual(days, 899 / 100 * 364, delta=15)
        self.assertIn(str(self.range.exhausted_on.year), self.range.outlook)

    def test_an_unused_range_has_no_forecast(self):
        self.assertFalse(self.range.exhausted_on)
        self.assertEqual(self.range.outlook, "No number given yet.")

    def test_codes_taken_over_say_nothing_about_the_rate(self):
        code = self.number(10)
        self.env["foodcoop.barcode.code"]._take_over(
            [{"code": code, "gtin14": "0" + code, "state": "imported", "reason": "x"}]
        )
        self.assertFalse(self.range.exhausted_on)
