# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest

from odoo.addons.foodcoop_reception.lib.door import is_open_to_terminals
from odoo.addons.foodcoop_reception.lib.events import UnreadableEvent, parse_wish


@pytest.mark.parametrize(
    "path",
    ["/reception", "/reception/scans", "/web/login", "/web/session/logout"],
)
def test_a_terminal_has_to_do_here(path):
    assert is_open_to_terminals(path)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/my/account",
        "/my/security",
        "/odoo",
        "/receptions",
        "/web/dataset/call_kw/res.users/write",
        "/web/session/modules",
        "/web/loginx",
    ],
)
def test_a_terminal_has_nothing_to_do_here(path):
    assert not is_open_to_terminals(path)


def test_a_wish_is_read():
    wish = parse_wish({"uuid": "a", "person": "Anne", "at": "2026-11-21T07:00:00Z"})
    assert (wish["closing_uuid"], wish["closed_person"]) == ("a", "Anne")
    assert wish["finished_at"].hour == 7


def test_an_old_terminal_sends_no_wish():
    assert set(parse_wish({}).values()) == {None, ""}


@pytest.mark.parametrize("wrong", [{"at": "yesterday"}, {"at": 7}, {"at": ["x"]}])
def test_a_wish_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(UnreadableEvent):
        parse_wish(wrong)
