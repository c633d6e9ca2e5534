# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the scanner's Enter to the painted answer, against asking the server first.

The peers ask the server at each scan. Here the same server keeps one scan and the page
shows it then: the cheapest that their way can be.
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
    const key = (key) => document.body.dispatchEvent(
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
# The same scan as the peers do it: the server keeps it, then the page shows it.
ASK_FIRST = """
([reception, number]) => new Promise(async (resolve) => {
    const began = performance.now();
    const scan = { uuid: `bench-${number}-${began}`, kind: "unknown", product: null,
        quantity: 1, code: "bench", reverses: null, at: new Date().toISOString() };
    const body = JSON.stringify({ jsonrpc: "2.0", method: "call",
        params: { reception, scans: [scan] } });
    const headers = { "Content-Type": "application/json" };
    await (await fetch("/reception/scans", { method: "POST", headers, body })).json();
    document.querySelector(".fc-bar").classList.toggle("bench");
    requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.now() - began)));
})
"""
# A storeroom's bad Wi-Fi: each answer comes this much later (milliseconds).
WIFI = 100


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
        codes = [code for (code,) in cr.fetchall()]
        cr.execute("SELECT max(id) FROM foodcoop_reception")
        return codes, cr.fetchone()[0]


def run(page, codes, reception):
    """Scans and their counterparts in turn, so that both see the same machine."""
    ours, peers = [], []
    for number in range(ROUNDS):
        ours.append(page.evaluate(SCAN, codes[number % len(codes)]))
        # What the terminal sends in the background must not wait for the peer's scan.
        page.wait_for_selector(".fc-mark.fc-done")
        peers.append(page.evaluate(ASK_FIRST, [reception, number]))
    return ours, peers


def slow_down(page, latency):
    client = page.context.new_cdp_session(page)
    conditions = {"offline": False, "latency": latency}
    client.send(
        "Network.emulateNetworkConditions",
        {**conditions, "downloadThroughput": -1, "uploadThroughput": -1},
    )


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
            codes, reception = known_codes(server.database)
            near = run(page, codes, reception)
            slow_down(page, WIFI)
            far = run(page, codes, reception)
            browser.close()
    finally:
        server.stop()
        databases.drop("bench_reception")
    return [*rows(near, "server on this machine"), *rows(far, f"Wi-Fi of {WIFI} ms")]


def rows(figures, where):
    (scan, peer), (slow, slow_peer) = (
        map(statistics.median, figures),
        (percentile(some, 0.95) for some in figures),
    )
    peers_way = f"server first, {where}"
    return [
        Row("scan to painted answer, p50", scan, peer, peers_way),
        Row("scan to painted answer, p95", slow, slow_peer, peers_way),
        Row("scan to painted answer, p95", slow, 100, f"the limit, {where}", at_most=1),
        Row("scan to painted answer, p50", scan, FRAME, f"one frame, {where}"),
    ]
