# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a delivery costs the person: interactions, and waiting for the server.

Counted from the delivery's card to its close; who counts was said before.

40 lines, 100 cases, four of them not as ordered: at most 54 interactions, and while
they count no answer of the server is needed.
"""

import pytest

from e2e import large
from e2e.reception import ReceptionTerminal
from e2e.story import picture

BUDGET = 54
SUPPLIER, LINES = "Grand marché", 40
LARGE, MANY = "Très grand marché", 300
NEW_CODE = "9529999999998"


@pytest.fixture(scope="module", autouse=True)
def orders(server):
    large.make(server.database, {SUPPLIER: LINES, LARGE: MANY})


class Frugal(ReceptionTerminal):
    """Counts what the person does: a scan is one, so are each key and each touch."""

    def __init__(self, page):
        super().__init__(page)
        self.spent = 0
        page.expose_function("foodcoopTouched", self.touched)

    def touched(self):
        self.spent += 1

    def watch(self):
        self.page.evaluate(
            "document.addEventListener('click', () => foodcoopTouched(), true)"
        )
        return self

    def scan(self, code):
        self.spent += 1
        super().scan(code)

    def type_number(self, number):
        self.spent += len(number) + 1
        super().type_number(number)


class LateServer:
    """Answers nothing until it is let go."""

    def __init__(self, page):
        self.held, self.is_late = [], True
        page.route("**/reception/*", self.take)

    def take(self, route):
        if self.is_late:
            self.held.append(route)
        else:
            route.continue_()

    def let_go(self):
        self.is_late = False
        for route in self.held:
            route.continue_()


@pytest.fixture
def lines(server):
    return large.lines_of(server.database, SUPPLIER)


def count_all(counting, lines):
    """Half by the piece's code, half by the case's; the last one has a new code."""
    *known, (last, *_codes) = lines
    for number, (name, piece, case, _ordered) in enumerate(known):
        counting.scan(case if number % 2 else piece)
        assert counting.in_hand == name
        if number in (3, 9, 20):
            counting.type_number({3: "6", 9: "24", 20: "11"}[number])
    counting.scan(NEW_CODE)
    counting.page.click(".fc-identify")
    counting.page.click(f".fc-guess:has-text('{last}') button >> nth=0")
    counting.page.wait_for_selector(".fc-hand h1")
    assert counting.in_hand == last


def test_forty_lines_four_of_them_wrong(terminal, lines, ask):
    assert sum(ordered for *_, ordered in lines) == 100 * 6
    counting = Frugal(terminal).sign_in()
    counting.watch().open(SUPPLIER)
    server = LateServer(terminal)
    count_all(counting, lines)
    assert counting.number == str(lines[-1][3])
    assert terminal.inner_text(".fc-mark >> nth=-1")  # told that it waits, not blocked
    assert server.held, "the scans are on their way, unanswered"
    picture(terminal, "reception-budget")
    server.let_go()
    counting.wait_until_saved()
    counting.finish()
    terminal.click(".fc-at-once")  # all differences are as they were counted
    counting.close()
    assert counting.spent <= BUDGET
    received = ask(
        "SELECT m.quantity::int, m.product_qty::int FROM stock_move m"
        " JOIN stock_picking p ON p.id = m.picking_id"
        " JOIN res_partner r ON r.id = p.partner_id"
        " WHERE r.name = %s AND m.state = 'done' ORDER BY m.id",
        SUPPLIER,
    )
    assert len(received) == LINES
    assert sum(quantity for quantity, _ in received) == 600 - 12 + 6 - 1


WATCH = """
() => {
    window.drawn = new Set();
    const row = (node) => (node.nodeType === 1 ? node : node.parentElement)
        ?.closest(".fc-rows > li");
    new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
        const touched = [target, ...addedNodes].map(row).filter(Boolean);
        touched.forEach((one) => window.drawn.add(one));
    })).observe(document.querySelector(".fc-rows"),
        { subtree: true, childList: true, characterData: true, attributes: true });
}
"""


def test_a_scan_draws_three_rows_of_three_hundred(terminal, server):
    lines = large.lines_of(server.database, LARGE)
    counting = ReceptionTerminal(terminal).sign_in().open(LARGE)
    assert terminal.locator(".fc-row").count() == MANY
    for _name, piece, _case, _ordered in lines[:20]:
        counting.scan(piece)
    counting.wait_until_saved()  # an answer draws the row that it is about
    terminal.evaluate(WATCH)
    for name, piece, _case, ordered in lines[-20:]:
        counting.scan(piece)
        assert counting.in_hand == name
        assert counting.number == str(ordered)
        counting.wait_until_saved()
        # The row that was in hand, the one that is now, and one that gave way to it.
        assert terminal.evaluate("drawn.size") <= 3
        terminal.evaluate("drawn.clear()")
    picture(terminal, "reception-300")
