# SPDX-License-Identifier: AGPL-3.0-or-later
"""Deliveries that wait, as the shop's database knows them, and a network to cut."""

from e2e import large
from e2e.reception import ReceptionTerminal

WAITING = """
    SELECT p.id, p.origin FROM stock_picking p
    JOIN stock_move m ON m.picking_id = p.id
    JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL
    WHERE p.state = 'assigned' AND p.reception_id IS NULL AND p.origin LIKE 'P0%%'
    GROUP BY p.id HAVING count(DISTINCT x.id) >= 3 ORDER BY count(*), p.id LIMIT 1
"""
PRODUCTS = """
    SELECT COALESCE(t.name->>'fr_FR', t.name->>'en_US'), x.barcode, x.id
    FROM stock_move m
    JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL
    JOIN product_template t ON t.id = x.product_tmpl_id
    WHERE m.picking_id = %s ORDER BY m.id LIMIT 3
"""
KEPT = """
    SELECT s.product_id, sum(s.quantity)::int, count(*), count(DISTINCT s.uuid)
    FROM foodcoop_reception_scan s JOIN stock_picking p USING (reception_id)
    WHERE p.id = %s GROUP BY s.product_id
"""


def order_more(server):
    """The demonstration has more or fewer deliveries by the day on which it is told."""
    large.make(server.database, {f"Ferme {number}": 4 for number in range(1, 10)})


class Delivery:
    """One that waits, as the shop's database knows it."""

    def __init__(self, ask):
        self.ask = ask
        [(self.picking, self.order)] = ask(WAITING)
        products = ask(PRODUCTS, self.picking)
        self.names = [name for name, _code, _id in products]
        self.codes = [code for _name, code, _id in products]
        self.ids = [number for _name, _code, number in products]

    def kept(self):
        """What the server has: product to sum. No scan may be there twice."""
        rows = self.ask(KEPT, self.picking)
        assert all(scans == uuids for _product, _sum, scans, uuids in rows)
        return {product: total for product, total, *_counts in rows}

    def received(self):
        rows = self.ask(
            "SELECT product_id, sum(quantity)::int FROM stock_move"
            " WHERE picking_id = %s AND state = 'done' GROUP BY product_id",
            self.picking,
        )
        return dict(rows)


class Watched(ReceptionTerminal):
    """A terminal of which is looked at what it keeps and what it tells of others."""

    def wait_until_kept_here(self, count):
        """So many scans lie on this terminal only."""
        said = f".fc-saved:has-text('{count} gardé')"
        self.page.wait_for_selector(said)

    def wait_until_page_is_kept(self):
        """The service worker has the page and all of its parts."""
        self.page.wait_for_function(
            "async () => Boolean(await caches.match('/reception'))"
        )

    def come_back(self):
        """The page again, as after a reload or a restart; the delivery is open."""
        self.page.goto("/reception")
        self.page.wait_for_selector(".fc-rows")
        return self

    def wait_for_count(self, name, count):
        row = f'.fc-row:has-text("{name}") .fc-row-count:has-text("{count} / ")'
        self.page.wait_for_selector(row)

    def where(self, name):
        """Whether the scans of a product are "here" only, or "there", too."""
        row = self.page.locator(f'.fc-row:has-text("{name}")')
        return row.locator(".fc-where").get_attribute("data-here")

    def wait_for_remark(self, words):
        self.page.wait_for_selector(f".fc-bar .fc-mark:has-text('{words}')")

    def wait_for_closing(self, words):
        """What became of a wish to close."""
        self.page.wait_for_selector(f".fc-closing:has-text('{words}')")


class Network:
    """Cut by ending the server as a power cut would; mended by starting it again."""

    def __init__(self, server):
        self.server = server
        self.is_cut = False

    def cut(self):
        self.server.kill()
        self.is_cut = True

    def mend(self):
        if self.is_cut:
            self.server.start()
            self.is_cut = False


def count(terminal, code, number):
    terminal.scan(code)
    terminal.type_number(str(number))


def opened(page, delivery):
    return Watched(page).sign_in().open(delivery.order)
