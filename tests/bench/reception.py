# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the scanner's Enter to the painted answer, against one server round trip.

The peers ask the server at each scan; the round trip here is the cheapest call that
the terminal has, on the same machine, without any radio in between.
"""

import statistics

from playwright.sync_api import sync_playwright

from e2e.conftest import LAUNCH, browser_path
from e2e.reception import ReceptionTerminal

from house import databases
from house.bench import Row, percentile
from house.place import step
from house.server import Server

SUPPLIER = "Biocéane"
FRAME = 1000 / 60
ROUNDS = 60

# One scan as a scanner sends it; answers the time from Enter to the frame that shows
# the answer. The second requestAnimationFrame runs when the first frame is painted.
SCAN = """
(code) => new Promise((resolve) => {
    const key = (key) => document.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const hand = () => document.querySelector(".fc-hand").dataset.flash;
    const before = hand();
    [...code].forEach(key);
    const began = performance.now();
    key("Enter");
    const look = () => hand() === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => resolve(performance.now() - began));
    look();
})
"""
ROUND_TRIP = """
async () => {
    const began = performance.now();
    const body = JSON.stringify({ jsonrpc: "2.0", method: "call", params: {} });
    const headers = { "Content-Type": "application/json" };
    await (await fetch("/reception/deliveries", { method: "POST", headers, body })).json();
    return performance.now() - began;
}
"""


def known_codes(database):
    with databases.cursor(database) as cr:
        cr.execute(
            "SELECT DISTINCT x.barcode FROM stock_move m"
            " JOIN product_product x ON x.id = m.product_id"
            " JOIN stock_picking p ON p.id = m.picking_id AND p.state = 'assigned'"
            " JOIN res_partner r ON r.id = p.partner_id AND r.name = %s"
            " WHERE x.barcode IS NOT NULL ORDER BY 1",
            [SUPPLIER],
        )
        return [code for (code,) in cr.fetchall()]


def measure():
    databases.clone(databases.demo(), "bench_reception")
    server = Server("bench_reception", arguments=["--max-cron-threads=0"]).start()
    try:
        with step("Scanning"), sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=browser_path(), args=LAUNCH
            )
            page = browser.new_page(
                base_url=server.url, viewport={"width": 1280, "height": 800}
            )
            ReceptionTerminal(page).sign_in().open(SUPPLIER)
            codes = known_codes(server.database)
            painted, trips = [], []
            for number in range(ROUNDS):
                painted.append(page.evaluate(SCAN, codes[number % len(codes)]))
                trips.append(page.evaluate(ROUND_TRIP))
            browser.close()
    finally:
        server.stop()
        databases.drop("bench_reception")
    trip, slow_trip = statistics.median(trips), percentile(trips, 0.95)
    scan, slow_scan = statistics.median(painted), percentile(painted, 0.95)
    limit = '100 ms, the limit of "at once"'
    return [
        Row("scan to painted answer, p50", scan, trip, "one round trip, p50"),
        Row("scan to painted answer, p95", slow_scan, slow_trip, "one round trip, p95"),
        Row("scan to painted answer, p95", slow_scan, 100, limit, at_most=1),
        Row("scan to painted answer, p50", scan, FRAME, "one frame of 60 a second"),
    ]
