# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fingers that come down twice, scans that come too early or too late."""

import pytest

from e2e.deliveries import Delivery, Watched, order_more
from e2e.finishing import Finishing

# A disk that takes its time: what is kept is kept half a second later.
SLOW_DISK = """
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...about) {
    const kept = begin.apply(this, about);
    const listen = kept.addEventListener.bind(kept);
    const later = (then) => (event) => setTimeout(() => then.call(kept, event), 500);
    if (window.isSlow && about[1] === "readwrite") {
        kept.addEventListener = (name, then) =>
            listen(name, name === "complete" ? later(then) : then);
        Object.defineProperty(kept, "oncomplete",
            { set(then) { listen("complete", later(then)); } });
    }
    return kept;
};
"""


@pytest.fixture(scope="module", autouse=True)
def orders(server):
    order_more(server)


@pytest.fixture
def delivery(ask):
    return Delivery(ask)


@pytest.fixture
def counting(terminal, delivery):
    return Watched(terminal).sign_in().open(delivery.order)


# A finger that comes down twice: on the first thing, and on what has moved there since.
TWICE = """
async ([selector, number]) => {
    const first = document.querySelectorAll(selector)[number];
    const { left, top } = first.getBoundingClientRect();
    const [clientX, clientY] = [left + 20, top + 20];
    const touch = { clientX, clientY, pointerType: "touch", bubbles: true };
    const there = () => document.elementFromPoint(clientX, clientY);
    first.dispatchEvent(new PointerEvent("click", touch));
    for (let frame = 0; frame < 5; frame++) {
        await new Promise(requestAnimationFrame);
    }
    there().dispatchEvent(new PointerEvent("click", touch));
}
"""
# Ordered in packs; so many packs, said as a number, may be packs or pieces. Beside it
# another product of the order, of which another number is ordered.
IN_PACKS = """
    SELECT p.origin, COALESCE(t.name->>'fr_FR', t.name->>'en_US'), l.product_qty::int,
    (SELECT array_agg(y.barcode ORDER BY y.id) FROM stock_move n
     JOIN product_product y ON y.id = n.product_id AND y.barcode IS NOT NULL
     WHERE n.picking_id = p.id AND n.product_id != x.id
     AND n.product_qty != m.product_qty) AS others
    FROM stock_move m JOIN stock_picking p ON p.id = m.picking_id
    JOIN purchase_order_line l ON l.id = m.purchase_line_id
    JOIN product_product x ON x.id = m.product_id
    JOIN product_template t ON t.id = x.product_tmpl_id
    WHERE p.state = 'assigned' AND l.product_uom_id != t.uom_id
    AND m.product_qty > 2 * l.product_qty AND l.product_qty > 1
    ORDER BY others NULLS LAST, m.id LIMIT 1
"""


def test_a_number_on_the_pad_is_the_old_product_s_when_the_next_is_scanned(
    counting, delivery
):
    counting.scan(delivery.codes[0])
    counting.page.click(".fc-figure .fc-number")
    counting.page.click(".fc-keys button >> nth=6")
    counting.scan(delivery.codes[1])
    counting.page.wait_for_selector(f".fc-hand h1:has-text({delivery.names[1]!r})")
    assert not counting.page.locator(".fc-keypad").count()
    assert counting.count_of(delivery.names[0]).startswith("7 /")
    assert not counting.count_of(delivery.names[1]).startswith("7 /")


def test_a_second_touch_means_nothing_that_moved_under_the_finger(counting, delivery):
    page = counting.page
    counting.scan(delivery.codes[0])  # from here on the product in hand has its place
    open_row = ".fc-row.fc-row-open"
    left = page.locator(open_row).count()
    page.evaluate(TWICE, [open_row, 0])
    counting.a_moment_later()
    assert page.locator(open_row).count() == left - 1
    counting.finish()
    questions = page.locator(".fc-check").count()
    page.evaluate(TWICE, [".fc-check .fc-answers button", 0])
    counting.a_moment_later()
    assert page.locator(".fc-check").count() == questions - 1


def test_an_answer_that_comes_while_the_next_scan_is_kept_answers_nothing(
    terminal, ask
):
    [(order, name, packs, others)] = ask(IN_PACKS)
    terminal.add_init_script(SLOW_DISK)
    counting = Watched(terminal).sign_in().open(order)
    counting.touch(name)
    counting.type_number(str(packs))
    answer = terminal.wait_for_selector(".fc-asks button >> nth=1")
    flashes = counting.flashes
    terminal.evaluate("window.isSlow = true")
    counting.badge(others[0])
    answer.evaluate("button => button.click()")  # at once, wherever it is by now
    counting.wait_for_flash(flashes)
    counting.wait_until_saved()
    assert counting.count_of(name).startswith(f"{packs} /")
    counted, ordered = counting.count_of(counting.in_hand).split(" / ")
    assert counted == ordered.split()[0]  # as proposed
    assert not terminal.locator(".fc-problem").count()


def close_all_missing(counting):
    counting.finish()
    Finishing(counting).all_missing()
    counting.close()


def test_the_last_screen_stays_and_the_next_order_s_paper_leaves_it(
    counting, delivery, ask
):
    page = counting.page
    counting.scan(delivery.codes[0])
    close_all_missing(counting)
    counting.settings()
    counting.leave_settings()
    page.wait_for_selector(".fc-big-mark")
    following = Delivery(ask)
    counting.badge(following.order)
    page.wait_for_selector(".fc-hand[data-flash]")
    counting.scan(following.codes[0])
    close_all_missing(counting)
    page.reload()
    page.wait_for_selector(".fc-problem:has-text('clôturée')")
    assert page.locator(".fc-card").count()
