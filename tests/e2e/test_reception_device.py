# SPDX-License-Identifier: AGPL-3.0-or-later
"""A terminal that keeps nothing, has the wrong day, is signed out, is withdrawn."""

import pytest

from e2e.deliveries import Delivery, Network, Watched, count, opened, order_more
from e2e.story import picture, sign_in

NO_STORE = """
    IDBFactory.prototype.open = () => {
        throw new DOMException("no room", "QuotaExceededError");
    };
"""
FULL = """
    IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
    };
"""
LIST = "foodcoop_reception.device_action"
A_DAY_BEHIND = """
    const right = Date.now.bind(Date);
    Date.now = () => right() - 24 * 3600 * 1000;
"""


@pytest.fixture(scope="module", autouse=True)
def more_orders(server):
    order_more(server)


@pytest.fixture
def delivery(ask):
    return Delivery(ask)


@pytest.fixture
def network(server):
    network = Network(server)
    yield network
    network.mend()


@pytest.mark.parametrize("trouble", [NO_STORE, FULL], ids=["refused", "full"])
def test_a_terminal_that_keeps_nothing_counts_on_the_server(
    terminal, delivery, trouble
):
    counting = Watched(terminal).sign_in()
    if trouble is NO_STORE:
        terminal.add_init_script(trouble)
        terminal.reload()
        counting.say_who("Anne")
    counting.open(delivery.order)
    terminal.evaluate(f"() => {{ {trouble} }}")
    count(counting, delivery.codes[0], 5)
    counting.wait_for_remark("ne garde rien")
    assert delivery.kept() == {delivery.ids[0]: 5}
    terminal.context.set_offline(True)
    counting.scan(delivery.codes[1])
    assert counting.says.startswith("✕") and "Pas compté" in counting.says
    picture(terminal, f"reception-keeps-nothing-{len(trouble)}", sizes=["tablet"])
    assert counting.count_of(delivery.names[1]).startswith("–")
    terminal.context.set_offline(False)
    count(counting, delivery.codes[1], 7)
    assert delivery.kept() == dict(zip(delivery.ids[:2], (5, 7), strict=True))


def test_a_clock_a_day_behind_tells_the_server_s_time(terminal, delivery, ask):
    terminal.add_init_script(A_DAY_BEHIND)
    counting = opened(terminal, delivery)
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()
    assert ask(
        "SELECT bool_and(abs(extract(epoch FROM s.scanned_at - s.create_date)) < 60)"
        " FROM foodcoop_reception_scan s JOIN stock_picking p USING (reception_id)"
        " WHERE p.id = %s",
        delivery.picking,
    ) == [(True,)]


def test_where_the_page_cannot_be_kept_a_person_is_told(terminal, delivery):
    """A shop's server without HTTPS: browsers give no service worker there."""
    terminal.add_init_script("delete Navigator.prototype.serviceWorker")
    counting = opened(terminal, delivery)
    counting.wait_for_remark("recharger la page demande le réseau")
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()


def test_after_signing_out_the_kept_page_shows_nothing(terminal, delivery, network):
    counting = opened(terminal, delivery)
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()
    counting.wait_until_page_is_kept()
    terminal.goto("/web/session/logout?redirect=/web/login")
    network.cut()
    terminal.goto("/reception")
    terminal.wait_for_selector(".fc-question:has-text('Personne')")
    picture(terminal, "reception-signed-out", sizes=["tablet"])
    assert delivery.names[0] not in terminal.inner_text("body")


class Office:
    """The coordinator's list of terminals."""

    def __init__(self, page, number):
        sign_in(page, "coordination", then=f"/odoo/action-{LIST}")
        self.page = page
        self.row = page.locator(f".o_data_row:has-text('Terminal {number[:4]}')")

    def revoke(self):
        self.row.get_by_role("button", name="Retirer").click()
        self.page.click(".modal-footer .btn-primary")
        self.row.get_by_role("button", name="Autoriser").wait_for()

    def allow(self):
        self.row.get_by_role("button", name="Autoriser").click()
        self.row.get_by_role("button", name="Retirer").wait_for()


def test_a_terminal_that_is_withdrawn_keeps_its_scans_until_it_may_count_again(
    terminal, open_page, delivery
):
    counting = opened(terminal, delivery)
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()
    number = terminal.evaluate("() => localStorage.getItem('foodcoop_device')")
    office = Office(open_page("terminal"), number)
    office.revoke()
    picture(office.page, "reception-devices", sizes=["terminal"])
    count(counting, delivery.codes[1], 7)
    counting.wait_until_kept_here(2)
    sign_in(terminal, "reception", then="/reception")
    terminal.wait_for_selector(".fc-problem:has-text('a retiré ce terminal')")
    picture(terminal, "reception-withdrawn", sizes=["tablet"])
    assert delivery.kept() == {delivery.ids[0]: 5}
    office.allow()
    terminal.goto("/reception")
    counting.say_who("Anne").open(delivery.order)
    counting.wait_until_saved()
    assert delivery.kept() == dict(zip(delivery.ids[:2], (5, 7), strict=True))
