# SPDX-License-Identifier: AGPL-3.0-or-later
from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ReorderCase


@tagged("post_install", "-at_install")
class TestDesk(ReorderCase):
    def policy_of(self, name, weekdays, **values):
        partner = self.env["res.partner"].create({"name": name})
        return self.policy.create(
            {"partner_id": partner.id, "order_weekdays": weekdays, **values}
        )

    def test_suppliers_stand_in_the_order_of_their_next_order_day(self):
        today = self.policy_of("Zoé, maraîchère", "6")
        late = self.policy_of("Abeilles et miel", "3")
        desk = today | late | self.policy
        found = self.policy.with_user(self.buyer).search(
            [("id", "in", desk.ids)], order="next_order_date, partner_id"
        )
        self.assertEqual(list(found), [today, self.policy, late])

    def test_the_desk_says_when_it_arrives_and_how_long_it_lasts(self):
        self.assertEqual(self.policy.next_order_date, fields.Date.to_date("2026-11-23"))
        self.assertEqual(self.policy.arrives_on, fields.Date.to_date("2026-11-25"))
        self.assertEqual(self.policy.covers_until, fields.Date.to_date("2026-12-01"))

    def test_order_days_are_read_back_as_words(self):
        self.assertEqual(
            self.policy_of("Laiterie", "14").weekdays_text, "Monday, Thursday"
        )

    def test_what_is_no_weekday_is_refused_by_the_database(self):
        for text in ("8", "lundi", "1,4"):
            with (
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
                self.cr.savepoint(),
            ):
                self.policy_of("Fromager", text)

    def test_every_other_week_needs_a_week_to_count_from(self):
        with self.assertRaisesRegex(ValidationError, "counted"):
            self.policy_of("Apiculteur", "1", every_weeks=2)

    def test_a_supplier_has_one_set_of_terms(self):
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.cr.savepoint(),
        ):
            self.policy.copy({"partner_id": self.mill.id})
