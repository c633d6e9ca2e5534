# SPDX-License-Identifier: AGPL-3.0-or-later
"""The terminal with an order of 300 lines and 10,000 codes: scanning, opening, closing.

Scanning is held against asking the server first, as the peers do: here the same server
keeps one scan and the page shows it then, which is the cheapest that their way can be.
Closing is held against Odoo's own validation of an order just like it, opening against
the buyer's page of the same order.
"""

import json
import statistics
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from e2e import large
from e2e.conftest import LAUNCH, browser_path
from e2e.reception import ReceptionTerminal
from e2e.story import ask, sign_in

from house import databases, odoo
from house.bench import Row, percentile
from house.place import step
from house.server import Server

CLOSING = Path(__file__).with_name("_reception_close.py")
SUPPLIER, LINES, CODES = "Banc de mesure", 300, 10_000
FRAME = 1000 / 60
ROUNDS = 60
OPENINGS = 5

# Both ways end when the answer is painted: a message that is sent after the change is
# handled after the frame that shows it.
PAINTED = """
window.painted = (began, resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - began);
    channel.port2.postMessage(null);
};
"""
# One scan as a scanner sends it; answers the time from Enter to the painted answer.
SCAN = """
(code) => new Promise((resolve) => {
    const key = (key) => document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    const hand = () => document.querySelector(".fc-hand").dataset.flash;
    const before = hand();
    [...code].forEach(key);
    const began = performance.now();
    const watch = new MutationObserver(() => {
        if (hand() !== before) {
            watch.disconnect();
            painted(began, resolve);
        }
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    key("Enter");
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
    requestAnimationFrame(() => {
        document.querySelector(".fc-bar").classList.toggle("bench");
        painted(began, resolve);
    });
})
"""
# What came over the wire, the page itself too (bytes).
BYTES = """
performance.getEntries()
    .filter(({ entryType }) => ["navigation", "resource"].includes(entryType))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
"""
# A storeroom's bad Wi-Fi: each answer comes this much later (milliseconds).
WIFI = 100


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


class Shop:
    """A server with the large order, and pages that open it anew each time."""

    def __init__(self, server, browser):
        self.server, self.browser = server, browser
        [(self.order,)] = ask(
            server.database,
            "SELECT o.id FROM purchase_order o JOIN res_partner r"
            " ON r.id = o.partner_id WHERE r.name = %s",
            SUPPLIER,
        )

    def page(self):
        size = {"width": 1280, "height": 800}
        return self.browser.new_context(
            base_url=self.server.url, viewport=size, locale="fr-FR"
        ).new_page()

    def terminal(self):
        page = self.page()
        terminal = ReceptionTerminal(page).sign_in()
        page.evaluate(PAINTED)
        terminal.open(SUPPLIER)
        [(reception,)] = ask(
            self.server.database, "SELECT max(id) FROM foodcoop_reception"
        )
        return page, reception

    def scanning(self):
        page, reception = self.terminal()
        codes = [piece for _name, piece, *_ in self.lines()]
        near = run(page, codes, reception)
        slow_down(page, WIFI)
        far = run(page, codes[ROUNDS:], reception)
        page.context.close()
        return near, far

    def lines(self):
        return large.lines_of(self.server.database, SUPPLIER)

    def openings(self):
        """(milliseconds, bytes): the terminal's page and the buyer's of the order."""
        page, reception = self.terminal()
        ours = self.opened(page, f"/reception#{reception}", ".fc-row >> nth=0")
        buyer = self.page()
        sign_in(buyer, "acheteuse")
        buyer.wait_for_load_state()
        form = f"/odoo/action-purchase.purchase_form_action/{self.order}"
        return ours, self.opened(buyer, form, ".o_field_widget .o_data_row >> nth=0")

    def opened(self, page, address, shown):
        """A browser that was here before: its programs are kept, its page is closed."""
        took = []
        for _ in range(OPENINGS):
            page.goto("about:blank")
            began = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.wait_for_selector(shown)
            took.append(1000 * (time.perf_counter() - began))
        size = page.evaluate(BYTES) / 1000
        page.context.close()
        return statistics.median(took), size


def closing(database):
    told = odoo.shell(
        database, f"{large.program({SUPPLIER: LINES}, CODES)}\n{CLOSING.read_text()}"
    )
    return json.loads(told.split("FIGURES")[1])


def measure():
    databases.clone(databases.demo(), "bench_reception")
    try:
        with step("Closing"):
            closed = closing("bench_reception")
        server = Server("bench_reception", arguments=["--max-cron-threads=0"]).start()
        try:
            with step("Scanning and opening"), sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=browser_path(), args=LAUNCH
                )
                shop = Shop(server, browser)
                near, far = shop.scanning()
                opened = shop.openings()
                browser.close()
        finally:
            server.stop()
    finally:
        databases.drop("bench_reception")
    return [
        *rows(near, "server on this machine"),
        *rows(far, f"Wi-Fi of {WIFI} ms"),
        close_row(closed),
        *open_rows(*opened),
    ]


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


def close_row(rounds):
    ours, other = (
        statistics.median(one[way] for one in rounds) for way in ("ours", "odoo")
    )
    what = f"a count of {LINES} lines closed"
    return Row(what, ours, other, "Odoo's own validation", at_most=1.5)


def open_rows(ours, buyer):
    what, against = f"an order of {LINES} lines opened", "the buyer's page of it"
    return [
        Row(what, ours[0], buyer[0], against),
        Row(f"{what}: bytes", ours[1], buyer[1], against, "kB"),
    ]
