# SPDX-License-Identifier: AGPL-3.0-or-later
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

from odoo import SUPERUSER_ID, api, fields
from odoo.exceptions import UserError
from odoo.service.model import retrying
from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from ..lib.booking import Refusal


@tagged("post_install", "-at_install")
class TestTwoAtOnce(TransactionCase):
    """Two real connections that both saw the seat free, at the same moment."""

    def setUp(self):
        super().setUp()
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
            self.ids = self.committed(env)
        self.addCleanup(self.remove)

    def committed(self, env):
        day = fields.Date.today() + timedelta(days=30)
        cycle = env["foodcoop.shift.cycle"].create({"name": "Two at once"})
        teams = env["foodcoop.shift.team"].create(
            [
                {"cycle_id": cycle.id, "week": "0", "weekday": "0", "seats": 1},
                {"cycle_id": cycle.id, "week": "0", "weekday": "0", "start": 10},
            ]
        )
        shifts = env["foodcoop.shift"].create(
            [{"team_id": team.id, "date": day} for team in teams]
        )
        people = env["res.partner"].create([{"name": "Anne"}, {"name": "Karim"}])
        members = env["foodcoop.member"].create([{"partner_id": p.id} for p in people])
        made = (shifts, members, teams, cycle, people)
        return {records._name: records.ids for records in made}

    def remove(self):
        with self.registry.cursor() as cr:
            cr.execute(
                "DELETE FROM foodcoop_shift_assignment WHERE shift_id IN %s",
                [tuple(self.ids["foodcoop.shift"])],
            )
            for model, ids in self.ids.items():
                table = SQL.identifier(model.replace(".", "_"))
                cr.execute(SQL("DELETE FROM %s WHERE id IN %s", table, tuple(ids)))

    def book_at_once(self, *requests):
        """Each request: (place of the shift, place of the member, uuid)."""
        barrier = Barrier(len(requests), timeout=20)

        def book(request):
            shift, member, uuid = request
            with self.registry.cursor() as cr:
                env = api.Environment(cr, SUPERUSER_ID, {})
                shift = env["foodcoop.shift"].browse(self.ids["foodcoop.shift"][shift])
                member = env["foodcoop.member"].browse(
                    self.ids["foodcoop.member"][member]
                )
                shift.mapped("assignment_ids.state")  # both see the seats as they are
                barrier.wait()
                seat, refusals = retrying(lambda: shift._book(member, uuid), env)
                return seat.id, refusals

        with ThreadPoolExecutor(len(requests)) as threads:
            return list(threads.map(book, requests))

    def test_the_last_seat_goes_to_one_and_the_other_is_told(self):
        results = self.book_at_once((0, 0, str(uuid4())), (0, 1, str(uuid4())))
        self.assertEqual(
            sorted(refusals for _seat, refusals in results), [[], [Refusal.FULL]]
        )

    def test_two_seats_for_two_people_at_once(self):
        results = self.book_at_once((1, 0, str(uuid4())), (1, 1, str(uuid4())))
        self.assertEqual([refusals for _seat, refusals in results], [[], []])
        self.assertNotEqual(results[0][0], results[1][0])

    def test_one_member_in_two_windows_gets_one_of_two_clashing_shifts(self):
        results = self.book_at_once((0, 0, str(uuid4())), (1, 0, str(uuid4())))
        self.assertEqual(
            sorted(refusals for _seat, refusals in results), [[], [Refusal.OVERLAPS]]
        )

    def cycle(self, cr):
        env = api.Environment(cr, SUPERUSER_ID, {"lang": "en_US"})
        return env["foodcoop.shift.cycle"].browse(self.ids["foodcoop.shift.cycle"])

    def test_a_press_during_the_night_s_work_gets_a_sentence(self):
        with self.registry.cursor() as night, self.registry.cursor() as press:
            self.cycle(night).lock_for_update(allow_referencing=True)
            with self.assertRaisesRegex(UserError, "being made just now"):
                self.cycle(press).action_generate()

    def test_the_night_s_work_passes_over_a_cycle_in_other_hands(self):
        with self.registry.cursor() as press, self.registry.cursor() as night:
            self.cycle(press).lock_for_update(allow_referencing=True)
            cycle = self.cycle(night)
            cycle._cron_generate()
            made = cycle.team_ids.shift_ids.ids
            night.rollback()
        self.assertCountEqual(made, self.ids["foodcoop.shift"])

    def test_a_button_pressed_twice_is_one_seat(self):
        request = (1, 0, str(uuid4()))
        (first, _none), (again, _none) = self.book_at_once(request, request)
        self.assertEqual(first, again)
