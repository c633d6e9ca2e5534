# SPDX-License-Identifier: AGPL-3.0-or-later
"""A delivery on the terminal: scanned, touched, corrected, reloaded, offline."""

import pytest

from e2e.reception import ReceptionTerminal
from e2e.story import picture


@pytest.fixture
def delivery(ask):
    """A waiting delivery: its supplier's name, and its products with a code."""
    [(picking, supplier)] = ask(
        "SELECT p.id, r.name FROM stock_picking p JOIN res_partner r"
        " ON r.id = p.partner_id JOIN stock_move m ON m.picking_id = p.id"
        " JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL"
        " WHERE p.state = 'assigned' AND p.origin IS NOT NULL"
        " GROUP BY p.id, r.name ORDER BY count(*) DESC LIMIT 1",
    )
    products = ask(
        "SELECT t.name->>'fr_FR', x.barcode, m.product_qty FROM stock_move m"
        " JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL"
        " JOIN product_template t ON t.id = x.product_tmpl_id"
        " WHERE m.picking_id = %s ORDER BY m.id",
        picking,
    )
    return supplier, products


@pytest.fixture
def counting(terminal, delivery):
    terminal_page = ReceptionTerminal(terminal).sign_in().open(delivery[0])
    yield terminal_page
    while "fc-refuse" not in terminal.locator(".fc-say >> nth=0").get_attribute(
        "class"
    ):
        terminal_page.undo()  # the next test finds nothing counted
    terminal_page.wait_until_saved()


def test_the_page_has_its_style_and_speaks_french(counting):
    height = counting.page.locator(".fc-button-main").bounding_box()["height"]
    assert height >= 64
    assert counting.in_hand == "Scannez un produit"


def test_one_scan_counts_a_line_as_ordered(counting, delivery):
    _supplier, [(name, barcode, ordered), (other, second, _), *_rest] = delivery
    counting.scan(barcode)
    assert counting.in_hand == name
    assert float(counting.number.replace(",", ".")) == float(ordered)
    counting.scan(second)
    assert counting.in_hand == other
    counts = counting.count_of(name).split()
    assert counts[0] == counts[2]


def test_scanning_again_counts_one_two_three(counting, delivery):
    barcode = delivery[1][0][1]
    for _ in range(3):
        counting.scan(barcode)
    assert counting.number == "3"


def test_digits_change_the_number_and_enter_presses_nothing(counting, delivery):
    counting.scan(delivery[1][0][1])
    counting.page.focus(".fc-foot .fc-button-main")
    counting.type_number("7")
    assert counting.number == "7"
    assert counting.page.locator(".fc-rows").count() == 1


def test_a_scan_never_lands_in_the_search_field(counting, delivery):
    name, barcode, _ordered = delivery[1][0]
    counting.page.focus(".fc-search")
    counting.scan(barcode)
    assert counting.in_hand == name
    assert counting.page.input_value(".fc-search") == ""


@pytest.mark.parametrize(
    "noise", ["#" * 60, "9529999999998", "https://example.com/?a=1", "ÀÉ%$£*9520"]
)
def test_noise_is_set_aside_and_the_count_goes_on(counting, delivery, noise):
    name, barcode, _ordered = delivery[1][0]
    counting.scan(noise)
    assert "connaît" in counting.says
    counting.scan(barcode)
    assert counting.in_hand == name


def test_a_reload_loses_nothing(counting, delivery):
    name, barcode, _ordered = delivery[1][0]
    counting.scan(barcode)
    counting.type_number("5")
    counting.page.reload()
    counting.page.wait_for_selector(".fc-rows")
    assert counting.count_of(name).startswith("5 ")


def test_without_network_the_count_goes_on_and_a_reload_loses_nothing(
    counting, delivery
):
    name, barcode, _ordered = delivery[1][0]
    counting.page.route("**/reception/scans", lambda route: route.abort())
    counting.scan(barcode)
    counting.type_number("4")
    counting.page.wait_for_selector(".fc-mark.fc-ask:has-text('gardés ici')")
    picture(counting.page, "reception-offline")
    counting.page.reload()
    counting.page.wait_for_selector(".fc-rows")
    assert counting.count_of(name).startswith("4 ")
    counting.page.unroute("**/reception/scans")
    counting.wait_until_saved()


def test_what_another_terminal_counted_is_seen(counting, delivery, tablet):
    name, barcode, _ordered = delivery[1][0]
    counting.scan(barcode)
    counting.wait_until_saved()
    other = ReceptionTerminal(tablet).sign_in().open(delivery[0])
    assert other.count_of(name) == counting.count_of(name)


def test_touch_and_keypad_do_what_the_scanner_does(counting, delivery):
    name = delivery[1][1][0]
    counting.touch(name)
    counting.page.click(".fc-number")
    for key in "12":
        counting.page.click(f".fc-keys button:text-is('{key}')")
    flashes = counting.flashes
    counting.page.click(".fc-keypad .fc-button-main")
    counting.wait_for_flash(flashes)
    assert counting.number == "12"


def test_finishing_shows_what_differs_and_nothing_counted_cannot_be_closed(counting):
    counting.finish()
    assert counting.page.locator(".fc-foot .fc-button-main").count() == 0
    counting.page.click(".fc-foot button")
    counting.page.wait_for_selector(".fc-search")
