# SPDX-License-Identifier: AGPL-3.0-or-later
"""The members of the demonstration: invented, each with a name of their own."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_demo.lib.people import LUCIE, mail_address, members

TODAY = date(2026, 11, 21)


@given(st.integers(LUCIE, 600))
def test_names_and_addresses_are_as_many_as_members(count):
    people = members(TODAY, count)
    assert len({person.name for person in people}) == count
    assert len({person.email for person in people}) == count
    assert [person.number for person in people] == list(range(1, count + 1))


def test_no_address_can_be_reached():
    assert all(p.email.endswith(".example") for p in members(TODAY, 300))


def test_older_members_have_smaller_numbers():
    joined = [person.joined_on for person in members(TODAY, 300)]
    assert joined == sorted(joined)
    assert joined[-1] < TODAY


def test_lucie_is_there():
    assert members(TODAY, 300)[LUCIE - 1].name == "Lucie Kermarrec"


def test_the_same_people_every_time():
    assert members(TODAY, 300) == members(TODAY, 300)


def test_accents_and_apostrophes_do_not_reach_the_address():
    assert mail_address("Naïma Lozac'h") == "naima.lozach@fourmiliere.example"
