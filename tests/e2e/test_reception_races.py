# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several terminals at once, double taps, a power cut: nothing lost, nothing doubled.

Real HTTP from real threads; the shop's database is asked what it holds.
"""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from e2e.calls import Till


def at_once(actions):
    with ThreadPoolExecutor(len(actions)) as pool:
        return [future.result() for future in [pool.submit(a) for a in actions]]


@pytest.fixture
def delivery(server, ask):
    """The next waiting delivery, opened: reception, picking and its products."""
    [(picking,)] = ask(
        "SELECT id FROM stock_picking p WHERE state = 'assigned' AND EXISTS (SELECT 1"
        " FROM purchase_order o WHERE o.name = p.origin) ORDER BY id LIMIT 1"
    )
    opened, _ = Till(server).ask("open", pickings=[picking])
    products = [(line["product"], line["ordered"]) for line in opened["lines"]]
    return opened["reception"], picking, products


def received(ask, picking):
    return dict(
        ask(
            "SELECT product_id, sum(quantity) FROM stock_move WHERE picking_id = %s"
            " AND state = 'done' GROUP BY product_id",
            picking,
        )
    )


def test_two_open_a_delivery_at_the_same_moment(server, ask):
    [(picking,)] = ask(
        "SELECT max(id) FROM stock_picking WHERE state = 'assigned'"
        " AND origin LIKE 'P0%%'"
    )
    tills = [Till(server) for _ in range(4)]
    answers = at_once(
        [lambda t=till: t.ask("open", pickings=[picking]) for till in tills]
    )
    assert len({result["reception"] for result, _ in answers}) == 1


def test_four_open_a_supplier_without_an_order_at_the_same_moment(server, ask):
    [(partner,)] = ask(
        "SELECT min(id) FROM res_partner WHERE supplier_rank > 0 AND parent_id IS NULL"
    )
    tills = [Till(server) for _ in range(4)]
    answers = at_once([lambda t=till: t.ask("open", partner=partner) for till in tills])
    assert len({result["reception"] for result, _ in answers}) == 1


def test_a_scan_sent_by_four_at_once_is_kept_once(server, ask, delivery):
    reception, _picking, products = delivery
    tills, uid = [Till(server) for _ in range(4)], str(uuid.uuid4())
    at_once([lambda t=t: t.scan(reception, products[0][0], 1, uid=uid) for t in tills])
    kept = ask("SELECT count(*) FROM foodcoop_reception_scan WHERE uuid = %s", uid)
    assert kept == [(1,)]


def test_close_against_scans_loses_none_that_was_acknowledged(server, ask, delivery):
    reception, picking, products = delivery
    product = products[0][0]
    first = Till(server)
    tills = [Till(server) for _ in range(3)]
    for other, ordered in products[1:]:
        first.scan(reception, other, ordered)
    scans = [
        lambda t=till: t.scan(reception, product, 1) for till in tills for _ in "ab"
    ]
    closes = [lambda: first.ask("close", reception=reception, accept_missing=True)] * 2
    answers = at_once([*scans, *closes])
    kept = sum(1 for result, _ in answers[: len(scans)] if result)
    counted = ask(
        "SELECT coalesce(sum(quantity), 0) FROM foodcoop_reception_scan"
        " WHERE reception_id = %s AND product_id = %s",
        reception,
        product,
    )[0][0]
    assert counted >= kept  # the scan of the test before may be among them
    assert received(ask, picking).get(product, 0) == counted
    refused = [error for result, error in answers[: len(scans)] if not result]
    assert all("close" in error["message"] for error in refused)


def test_a_double_tap_receives_once(server, ask, delivery):
    reception, picking, products = delivery
    till = Till(server)
    for product, ordered in products:
        till.scan(reception, product, ordered)
    tills = [Till(server) for _ in range(3)]
    answers = at_once([lambda t=t: t.ask("close", reception=reception) for t in tills])
    assert sorted(result["already"] for result, _ in answers) == [False, True, True]
    assert received(ask, picking) == {
        product: pytest.approx(ordered) for product, ordered in products
    }


def test_a_power_cut_while_closing_receives_once_or_not_at_all(server, ask, delivery):
    reception, picking, products = delivery
    till = Till(server)
    for product, ordered in products:
        till.scan(reception, product, ordered)
    with ThreadPoolExecutor(1) as pool:
        tap = pool.submit(till.ask, "close", reception=reception)
        server.kill()
        assert tap.exception() is not None or tap.result()
    server.start()
    before = received(ask, picking)
    assert before == {} or len(before) == len(products)
    result, _ = till.ask("close", reception=reception)
    assert result["received"] == len(products)
    assert received(ask, picking) == {
        product: pytest.approx(ordered) for product, ordered in products
    }
