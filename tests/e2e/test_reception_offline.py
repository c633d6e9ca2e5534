# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terminal without network and with others: nothing lost, nothing doubled.

The network is cut by ending the server; only where one of two browsers is cut off, the
browser itself is told so.
"""

import os
import signal
from pathlib import Path

import pytest

from e2e.conftest import LAUNCH, browser_path
from e2e.deliveries import Delivery, Network, Watched, count, opened, order_more
from e2e.finishing import Finishing
from e2e.story import picture


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


def test_a_reload_without_network_shows_the_delivery(terminal, delivery, network):
    counting = opened(terminal, delivery)
    first, second, third = delivery.names
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()
    assert counting.where(first) == "there"
    counting.wait_until_page_is_kept()
    network.cut()
    count(counting, delivery.codes[1], 7)
    counting.wait_until_kept_here(2)
    assert counting.where(second) == "here"
    picture(terminal, "reception-no-network")
    counting.come_back()
    assert counting.count_of(first).startswith("5 ")
    assert counting.count_of(second).startswith("7 ")
    count(counting, delivery.codes[2], 3)
    counting.come_back()
    assert counting.count_of(third).startswith("3 ")
    network.mend()
    counting.come_back()
    counting.wait_until_saved()
    assert delivery.kept() == dict(zip(delivery.ids, (5, 7, 3), strict=True))


def test_the_list_without_network_shows_what_was_opened_here(
    terminal, delivery, network
):
    counting = opened(terminal, delivery)
    counting.wait_until_page_is_kept()
    network.cut()
    terminal.click(".fc-bar button")
    terminal.wait_for_selector(".fc-problem:has-text('pas de réseau')")
    picture(terminal, "reception-no-network-list")
    counting.open(delivery.order)
    count(counting, delivery.codes[0], 2)
    counting.wait_until_kept_here(2)


@pytest.fixture
def start(browser, server, tmp_path):
    """start(): a browser of its own with a profile on the disk, on its first page."""

    def started():
        context = browser.browser_type.launch_persistent_context(
            tmp_path / "tablet",
            executable_path=browser_path(),
            args=LAUNCH,
            base_url=server.url,
            locale="fr-FR",
        )
        context.set_default_timeout(15_000)
        return context.pages[0]

    return started


def test_a_tablet_whose_battery_ended_goes_on_without_network(
    start, delivery, network, tmp_path
):
    counting = opened(start(), delivery)
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()
    counting.wait_until_page_is_kept()
    # cookies are written to the disk when a browser ends by itself
    counting.page.context.close()
    counting = Watched(start()).come_back()
    network.cut()
    count(counting, delivery.codes[1], 7)
    os.kill(process_of(tmp_path / "tablet"), signal.SIGKILL)
    counting = Watched(start()).come_back()
    assert counting.count_of(delivery.names[0]).startswith("5 ")
    assert counting.count_of(delivery.names[1]).startswith("7 ")
    network.mend()
    counting.come_back().wait_until_saved()
    counting.page.context.close()
    assert delivery.kept() == dict(zip(delivery.ids[:2], (5, 7), strict=True))


def process_of(profile):
    """The browser itself among its processes: the one without a type."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text()
        except OSError:
            continue  # it has ended meanwhile
        if f"--user-data-dir={profile}" in words and "--type=" not in words:
            return int(folder.name)
    raise AssertionError(f"no browser has the profile {profile}")


def finish(counting):
    counting.finish()
    Finishing(counting).all_missing()
    counting.close()


def test_what_is_closed_without_network_is_received_when_it_is_back(
    terminal, delivery, network
):
    counting = opened(terminal, delivery)
    count(counting, delivery.codes[0], 5)
    counting.wait_until_saved()
    counting.wait_until_page_is_kept()
    network.cut()
    count(counting, delivery.codes[1], 7)
    finish(counting)
    assert "Clôturée ici" in counting.in_hand
    picture(terminal, "reception-closed-here")
    terminal.goto("/reception")
    counting.wait_for_closing("au retour du réseau")
    network.mend()
    terminal.goto("/reception")
    counting.wait_for_closing("La livraison est reçue")
    picture(terminal, "reception-closed-there")
    assert delivery.received() == dict(zip(delivery.ids[:2], (5, 7), strict=True))
    terminal.goto("/reception")
    counting.wait_for_closing("La livraison est reçue")  # until somebody has seen it
    terminal.click(".fc-closing button")
    terminal.wait_for_selector(".fc-closing", state="detached")


def test_two_count_one_delivery_and_one_of_them_loses_the_network(
    terminal, tablet, delivery
):
    here, there = opened(terminal, delivery), opened(tablet, delivery)
    first, second, third = delivery.names
    count(here, delivery.codes[0], 5)
    there.wait_for_count(first, 5)  # seen without doing anything
    tablet.context.set_offline(True)
    count(there, delivery.codes[1], 7)
    there.wait_until_kept_here(2)
    count(here, delivery.codes[2], 3)
    here.wait_until_saved()
    finish(there)
    tablet.context.set_offline(False)
    there.wait_for_closing("Pas clôturée")  # the other has counted meanwhile
    picture(tablet, "reception-not-closed")
    assert delivery.received() == {}
    tablet.click(".fc-closing button >> nth=0")
    there.wait_for_count(third, 3)
    here.wait_for_count(second, 7)
    there.finish()
    Finishing(there).answer(third, 0)  # the others were answered before
    there.close()
    here.wait_for_remark("clôturée")
    assert delivery.received() == dict(zip(delivery.ids, (5, 7, 3), strict=True))


def test_two_tabs_of_one_terminal_count_together(terminal, delivery):
    one = opened(terminal, delivery)
    count(one, delivery.codes[0], 5)
    page = terminal.context.new_page()
    other = Watched(page).come_back()
    other.wait_for_remark("autre onglet")
    picture(page, "reception-two-tabs", sizes=["tablet"])
    terminal.context.set_offline(True)
    count(other, delivery.codes[1], 7)
    one.wait_for_count(delivery.names[1], 7)
    one.type_number("6")
    other.wait_for_count(delivery.names[0], 6)
    terminal.context.set_offline(False)
    one.wait_until_saved()
    other.wait_until_saved()
    assert delivery.kept() == dict(zip(delivery.ids[:2], (6, 7), strict=True))
