# SPDX-License-Identifier: AGPL-3.0-or-later
"""The server ends without a word, fifty times: between scan and close, while closing.

Each time a bit later: after so many looks at PostgreSQL that found it at work. Mostly
the processes end that answer requests, as the shop's server has them; their master
makes new ones in no time. Now and then all of it ends, and is started again.
"""

import os
import signal
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from e2e.calls import Till
from e2e.proxy import ShopServer

from house import databases, odoo

ROUNDS = 25
WHOLE = 8  # one time in so many all of the server ends
GROWTH = 1.45  # of the looks, from one round to the next: the last come after the end
AT_WORK = """
    SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
"""
# As many deliveries as there are rounds, each like the smallest that waits.
ORDERS = f"""
waiting = env["purchase.order"].search([("state", "=", "purchase")])
waiting = waiting.filtered(lambda o: o.picking_ids.mapped("state") == ["assigned"])
order = waiting.sorted(lambda o: len(o.order_line))[0]
for _ in range({2 * ROUNDS}):
    new = order.copy()
    new.button_confirm()
    print("picking", new.picking_ids.id)
env.cr.commit()
"""


@pytest.fixture(scope="module")
def server():
    database = "e2e_test_reception_kills"
    databases.clone(databases.demo(), database)
    running = ShopServer(database).start()
    yield running
    running.stop()
    databases.drop(database)


@pytest.fixture(scope="module")
def pickings(server):
    words = odoo.shell(server.database, ORDERS).split()
    numbers = [int(words[i + 1]) for i, word in enumerate(words) if word == "picking"]
    assert len(numbers) == 2 * ROUNDS
    return iter(numbers)


@pytest.fixture(scope="module")
def till(server):
    return Till(server)


class Round:
    """One delivery at a terminal that keeps what it scanned until it was answered."""

    def __init__(self, till, picking, ask):
        self.till, self.picking, self.ask = till, picking, ask
        opened, _ = till.ask("open", pickings=[picking])
        self.reception = opened["reception"]
        self.wish = {"uuid": str(uuid.uuid4()), "at": "2026-11-21T08:00:00Z"}
        self.scans = [
            (line["product"], line["ordered"], str(uuid.uuid4()))
            for line in opened["lines"]
        ]

    def scan(self, scans):
        for product, quantity, uid in scans:
            result, error = self.till.scan(self.reception, product, quantity, uid=uid)
            assert result, error

    def close(self):
        return self.till.ask("close", reception=self.reception, wish=self.wish)

    def received(self):
        rows = self.ask(
            "SELECT product_id, sum(quantity) FROM stock_move"
            " WHERE picking_id = %s AND state = 'done' GROUP BY product_id",
            self.picking,
        )
        return {product: float(quantity) for product, quantity in rows}

    def kept(self):
        [(rows, uuids)] = self.ask(
            "SELECT count(*), count(DISTINCT uuid) FROM foodcoop_reception_scan"
            " WHERE reception_id = %s",
            self.reception,
        )
        assert rows == uuids
        return rows

    @property
    def counted(self):
        sums = {}
        for product, quantity, _uid in self.scans:
            sums[product] = sums.get(product, 0) + quantity
        return pytest.approx(sums)


def cut_while(action, server, number, looks):
    """End the server at the n-th look that finds it at work on an action."""
    with (
        ThreadPoolExecutor(1) as pool,
        closing(psycopg2.connect(dbname=server.database)) as connection,
        connection.cursor() as cr,
    ):
        connection.autocommit = True
        asked, seen = pool.submit(action), 0
        while seen <= looks and not asked.done():
            cr.execute(AT_WORK)
            seen += cr.rowcount
        end(server, whole=number % WHOLE == 0)
        return asked.exception() is None


def end(server, whole):
    if whole:
        server.kill()
        server.start()
        return
    for worker in workers(server.process.pid):
        os.kill(worker, signal.SIGKILL)


def workers(master):
    """The processes that answer requests; the one for websockets is another program."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    programs = {int(one): Path(f"/proc/{one}/cmdline").read_text() for one in children}
    found = [one for one, program in programs.items() if "gevent\0" not in program]
    assert found, programs
    return found


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_power_cut_between_scan_and_close(server, ask, till, pickings, number):
    counting = Round(till, next(pickings), ask)
    first, *rest = counting.scans
    counting.scan([first])
    cut_while(lambda: counting.scan(rest or [first]), server, number, number)
    assert counting.kept() >= 1  # what was acknowledged is there
    counting.scan(counting.scans)
    assert counting.kept() == len(counting.scans)
    result, error = counting.close()
    assert result and not result["already"], error
    assert counting.received() == counting.counted


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_power_cut_while_closing(server, ask, till, pickings, number):
    counting = Round(till, next(pickings), ask)
    counting.scan(counting.scans)
    answered = cut_while(counting.close, server, number, int(GROWTH**number))
    before = counting.received()
    assert before in ({}, counting.counted)  # nothing, or everything
    assert before or not answered
    result, error = counting.close()
    assert result and not result["already"], error
    assert counting.received() == counting.counted
