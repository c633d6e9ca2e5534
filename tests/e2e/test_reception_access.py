# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every screen of the terminal: axe-core finds nothing, nothing is cut off.

In light, dark and high contrast; in a phone's narrowest width and at 200 % zoom.
"""

import os
from pathlib import Path

import pytest

from e2e.reception import ReceptionTerminal
from e2e.story import picture

AXE = (
    Path(os.environ.get("FOODCOOP_HOME", ".")) / "node/node_modules/axe-core/axe.min.js"
)
UNKNOWN = "9529999999998"
LOOKS = [("light", "normal"), ("dark", "normal"), ("light", "high"), ("dark", "high")]
# The contrast of a terminal is 7:1; axe's own rules ask for 4.5:1.
RUN = """
async () => {
    const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const tags = [...wcag, "best-practice"];
    const { violations } = await axe.run(document, {
        runOnly: { type: "tag", values: tags },
        rules: { "color-contrast-enhanced": { enabled: true } },
    });
    return violations
        .filter(({ impact }) => ["serious", "critical"].includes(impact))
        .flatMap(({ id, nodes }) => nodes.map(({ html, any }) =>
            `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`));
}
"""
# What lies outside the page: its names, or nothing.
CUT = """
() => {
    const width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll(
        ".fc button, .fc h1, .fc h2, .fc input:not(.fc-catcher), .fc p, .fc-mark")];
    const cut = all.filter((one) => {
        const { left, right, width: own } = one.getBoundingClientRect();
        return own > 0 && (left < -1 || right > width + 1);
    });
    const wide = document.documentElement.scrollWidth > width + 1;
    const found = cut.map((one) => one.outerHTML.slice(0, 120));
    return wide ? [...found, "page"] : found;
}
"""


@pytest.fixture
def code(ask):
    return ask(
        "SELECT x.barcode, r.name FROM stock_move m"
        " JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL"
        " JOIN stock_picking p ON p.id = m.picking_id AND p.state = 'assigned'"
        " JOIN res_partner r ON r.id = p.partner_id WHERE p.origin IS NOT NULL"
        " ORDER BY r.name, m.id LIMIT 1"
    )[0]


def check(page, name):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = []
    for scheme, contrast in LOOKS:
        page.evaluate(
            "([scheme, contrast]) => Object.assign(document.documentElement.dataset,"
            " { scheme, contrast })",
            [scheme, contrast],
        )
        found += [f"{name}, {scheme}, {contrast}: {one}" for one in page.evaluate(RUN)]
    found += cut_off(page, name)
    for scheme, contrast in (LOOKS[1], LOOKS[2]):
        page.evaluate(
            "([scheme, contrast]) => Object.assign(document.documentElement.dataset,"
            " { scheme, contrast })",
            [scheme, contrast],
        )
        sizes = ["terminal"] if scheme == "dark" else ["terminal", "tablet", "phone"]
        picture(page, f"reception-access-{name}-{scheme}", sizes=sizes)
    return found


def cut_off(page, name):
    """A narrow phone, and the terminal at 200 %: half as many points each way."""
    before, found = page.viewport_size, []
    for width, height in ((360, 740), (640, 400)):
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{name}, {width} wide: {one}" for one in page.evaluate(CUT)]
    page.set_viewport_size(before)
    return found


def test_nothing_serious_before_a_delivery(terminal):
    page = ReceptionTerminal(terminal).sign_in()
    found = check(terminal, "deliveries")
    page.somebody_else()
    found += check(terminal, "who")
    page.say_who("Anne")
    terminal.click("text=Une livraison sans commande")
    found += check(terminal, "without-order")
    terminal.click(".fc-button-bar >> nth=0")
    page.settings()
    found += check(terminal, "settings")
    page.badge("0200000000004")
    terminal.wait_for_selector(".fc-trial li")
    found += check(terminal, "trial")
    terminal.goto("/reception/card")
    found += check(terminal, "card")
    assert not found, "\n".join(found)


def test_nothing_serious_while_counting(terminal, code):
    barcode, supplier = code
    page = ReceptionTerminal(terminal).sign_in().open(supplier)
    page.scan(barcode)
    page.scan(UNKNOWN)
    page.scan(barcode)
    found = check(terminal, "counting")
    terminal.click("button.fc-number")
    found += check(terminal, "keypad")
    terminal.click(".fc-keypad .fc-foot button >> nth=0")
    page.identify()
    found += check(terminal, "identify")
    page.go_on()
    page.what_was_counted()
    found += check(terminal, "events")
    page.go_on()
    page.finish()
    found += check(terminal, "finishing")
    assert not found, "\n".join(found)


def test_the_keyboard_alone_reaches_everything_in_order(terminal, code):
    page = ReceptionTerminal(terminal).sign_in()
    reached = []
    for _ in range(terminal.locator(".fc button:visible").count()):
        terminal.keyboard.press("Tab")
        reached.append(terminal.evaluate("document.activeElement.innerText.trim()"))
    shown = [
        text.strip()
        for text in terminal.locator(".fc button:visible").all_inner_texts()
    ]
    assert reached == shown
    page.settings()
    assert terminal.evaluate("document.activeElement.tagName") == "H1"
    page.leave_settings()
    assert (
        terminal.evaluate("document.activeElement.innerText")
        .strip()
        .endswith("Terminal")
    )
