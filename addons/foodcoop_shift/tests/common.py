# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, datetime, timedelta
from uuid import uuid4

from freezegun import freeze_time

from odoo.tests import TransactionCase, new_test_user

NOW = datetime.fromisoformat("2026-11-21 10:00")
TODAY = NOW.date()
ANCHOR = date(2026, 11, 2)
THURSDAY = date(2026, 11, 26)


class ShiftCase(TransactionCase):
    """Saturday 21 November 2026: the last but one day of week C of cycle 0.

    The team "D Thu 09:00" of four seats: Lucie, Paul and Inès.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(NOW))
        cls.env["res.lang"]._activate_lang("en_US")
        cls.env = cls.env(context={"lang": "en_US"})
        cls.cycle = cls.env["foodcoop.shift.cycle"].create(
            {"name": "Four weeks", "anchor": ANCHOR, "tz": "Europe/Paris"}
        )
        cls.team = cls.make_team(week="3", weekday="3", start=9, seats=4, task="Till")
        cls.lucie, cls.paul, cls.ines = cls.make_members(
            "Lucie Martin", "Paul Petit", "Inès Roy", team=cls.team
        )
        cls.coordinator = new_test_user(
            cls.env, "coordinator", "foodcoop_shift.group_coordinator", lang="en_US"
        )
        cls.office = new_test_user(
            cls.env, "office", "foodcoop_shift.group_office", lang="en_US"
        )

    @classmethod
    def make_team(cls, **values):
        defaults = {"cycle_id": cls.cycle.id, "duration": 3, "seats": 5}
        return cls.env["foodcoop.shift.team"].create(defaults | values)

    @classmethod
    def make_members(cls, *names, team=None, **values):
        partners = cls.env["res.partner"].create([{"name": name} for name in names])
        defaults = {"team_id": team and team.id, "joined_on": date(2026, 1, 1)}
        return cls.env["foodcoop.member"].create(
            [defaults | {"partner_id": partner.id} | values for partner in partners]
        )

    @classmethod
    def generate(cls, teams=None, since=TODAY, weeks=8):
        teams = teams or cls.team
        return teams._generate_shifts(since + timedelta(weeks=weeks), since=since)

    @classmethod
    def sign_in_of(cls, member, login):
        user = new_test_user(cls.env, login, "base.group_portal")
        member.partner_id = user.partner_id
        return user

    def seat(self, shift, member):
        return shift.assignment_ids.filtered(
            lambda seat: seat.member_id == member and seat.state != "freed"
        )

    def count_queries(self, act):
        """Queries of an act on a cold cache; rights and the like are warm."""
        act()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        act()
        self.env.flush_all()
        return self.env.cr.sql_log_count - before

    def book(self, shift, member, request_uuid=None):
        return shift._book(member, request_uuid or str(uuid4()))
