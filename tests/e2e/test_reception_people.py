# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who counts, what nobody knew, what was counted by mistake, two at one delivery."""

import pytest

from e2e.reception import ReceptionTerminal
from e2e.story import picture

BADGE, UNKNOWN = "0429999001", "9529999999998"


@pytest.fixture
def delivery(ask):
    """A waiting delivery of several products: its supplier, and name, code, ordered."""
    [(picking, supplier)] = ask(
        "SELECT p.id, r.name FROM stock_picking p JOIN res_partner r"
        " ON r.id = p.partner_id JOIN stock_move m ON m.picking_id = p.id"
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
    return ReceptionTerminal(terminal).sign_in("Anne").open(delivery[0])


@pytest.fixture
def badge(ask, change):
    """The badge of a member, and the name that it stands for."""
    [(partner, name, company)] = ask(
        "SELECT p.id, p.name, (SELECT min(id) FROM res_company) FROM res_partner p"
        " WHERE NOT is_company AND p.active AND p.company_id IS NULL"
        " AND p.email IS NOT NULL ORDER BY p.id DESC LIMIT 1"
    )
    query = "UPDATE res_partner SET barcode = jsonb_build_object(%s, %s) WHERE id = %s"
    change(query, str(company), BADGE, partner)
    return name


def person_of_last_event(ask):
    return ask(
        "SELECT person FROM foodcoop_reception_scan ORDER BY scanned_at DESC LIMIT 1"
    )[0][0]


def test_a_badge_says_who_counts_and_each_event_keeps_it(
    counting, delivery, badge, ask
):
    counting.somebody_else()
    picture(counting.page, "reception-who")
    counting.badge(BADGE)
    counting.page.wait_for_selector(".fc-hand")
    assert counting.person == badge
    counting.scan(delivery[1][0][1])
    counting.wait_until_saved()
    assert person_of_last_event(ask) == badge


def test_nobody_s_badge_asks_for_the_name_and_a_typed_one_is_enough(counting):
    counting.somebody_else().badge("0429999999")
    counting.page.wait_for_selector(".fc-problem:has-text('badge')")
    counting.say_who("Frédérique")
    assert counting.person == "Frédérique"


def test_without_network_a_badge_s_number_is_the_person(counting):
    counting.page.route("**/reception/person", lambda route: route.abort())
    counting.somebody_else().badge("0429999002")
    counting.page.wait_for_selector(".fc-hand")
    assert counting.person == "0429999002"


def test_an_order_s_code_opens_its_delivery(terminal, delivery, ask):
    [(order,)] = ask(
        "SELECT p.origin FROM stock_picking p JOIN res_partner r ON r.id = p.partner_id"
        " WHERE p.state = 'assigned' AND r.name = %s LIMIT 1",
        delivery[0],
    )
    page = ReceptionTerminal(terminal).sign_in()
    page.badge("P99999")
    terminal.wait_for_selector(".fc-problem:has-text('P99999')")
    page.badge(order)
    terminal.wait_for_selector(".fc-rows")
    assert delivery[0] in terminal.inner_text(".fc-which")


def test_a_delivery_without_an_order_is_counted(terminal, delivery):
    supplier, [(name, barcode, _ordered), *_rest] = delivery
    page = ReceptionTerminal(terminal).sign_in()
    terminal.click("text=Une livraison sans commande")
    terminal.fill(".fc-who input", supplier[:5])
    terminal.click(f".fc-name:has-text('{supplier}')")
    terminal.wait_for_selector(".fc-rows")
    page.scan(barcode)
    assert page.in_hand == name
    assert page.number == "1"
    # It is on the order of this supplier that waits, unless somebody counts that one.
    terminal.wait_for_selector(".fc-say.fc-ask")


def test_an_unknown_code_is_identified_with_one_touch_and_taken_back(counting):
    counting.scan(UNKNOWN)
    picture(counting.page, "reception-unknown")
    counting.identify()
    picture(counting.page, "reception-identify")
    name = counting.page.inner_text(".fc-guess b >> nth=0")
    counting.page.click(".fc-guess >> nth=0 >> button >> nth=0")
    counting.page.wait_for_selector(".fc-hand h1")
    assert counting.in_hand == name
    assert not counting.page.locator(".fc-identify").count()
    counting.undo()
    counting.undo()
    counting.page.wait_for_selector(".fc-identify")
    assert counting.count_of(name).startswith("–")


def test_any_event_is_taken_back_from_the_list(counting, delivery):
    _supplier, [_first, (name, code, _), (other, second, _), *_rest] = delivery
    counting.scan(code)
    counting.scan(second)
    counting.what_was_counted()
    picture(counting.page, "reception-events")
    assert "Anne" in counting.page.inner_text(".fc-event >> nth=1")
    counting.take_back(1)
    counting.go_on()
    assert counting.count_of(name).startswith("–")
    assert not counting.count_of(other).startswith("–")


def test_what_another_added_meanwhile_is_never_replaced_silently(
    counting, delivery, tablet
):
    name, code, _ordered = delivery[1][-1]
    counting.scan(code)
    counting.wait_until_saved()
    karim = ReceptionTerminal(tablet).sign_in("Karim").open(delivery[0])
    karim.touch(name)
    tablet.click(".fc-step >> nth=1")
    karim.wait_until_saved()
    flashes = counting.flashes
    counting.page.click(".fc-step >> nth=1")
    counting.wait_for_flash(flashes)
    counting.page.wait_for_selector(".fc-shares:has-text('Karim')")
    counting.type_number("5")
    assert "Karim" in counting.says
    picture(counting.page, "reception-asks")
    assert counting.number == "6"
    counting.answer(1)
    assert counting.number == "5"


def test_cold_goods_come_first_with_a_timer(terminal, ask):
    [(supplier,)] = ask(
        "SELECT r.name FROM stock_picking p JOIN res_partner r ON r.id = p.partner_id"
        " JOIN stock_move m ON m.picking_id = p.id"
        " JOIN product_product x ON x.id = m.product_id"
        " JOIN product_template t ON t.id = x.product_tmpl_id"
        " JOIN product_category c ON c.id = t.categ_id"
        " WHERE p.state = 'assigned' AND p.origin IS NOT NULL AND c.cold LIMIT 1"
    )
    page = ReceptionTerminal(terminal).sign_in()
    card = terminal.inner_text(f".fc-card:has-text('{supplier}')")
    assert "❄" in card
    assert "froids" in card
    page.open(supplier)
    assert "min" in terminal.inner_text(".fc-cold-wait")
    assert "froid" in terminal.inner_text(".fc-rows button >> nth=0")
