# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is damaged, what is missing, what the note says, and the end of a delivery."""

import os

import pytest
from PIL import Image

from e2e.finishing import Finishing
from e2e.reception import ReceptionTerminal
from e2e.story import picture

DELIVERY = """
    SELECT p.id, r.name FROM stock_picking p JOIN res_partner r ON r.id = p.partner_id
    JOIN stock_move m ON m.picking_id = p.id
    JOIN purchase_order_line l ON l.id = m.purchase_line_id AND l.price_unit > 0
    JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL
    WHERE p.state = 'assigned' AND NOT EXISTS (
        SELECT 1 FROM stock_picking o WHERE o.partner_id = p.partner_id
        AND o.state = 'assigned' AND o.id != p.id
    )
    GROUP BY p.id, r.name HAVING count(*) > 3
    ORDER BY p.reception_id IS NOT NULL, count(*) LIMIT 1
"""
PRODUCTS = """
    SELECT t.name->>'fr_FR', x.barcode, m.product_qty FROM stock_move m
    JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL
    JOIN product_template t ON t.id = x.product_tmpl_id
    WHERE m.picking_id = %s ORDER BY m.product_qty DESC
"""


@pytest.fixture
def delivery(ask):
    [(picking, supplier)] = ask(DELIVERY)
    return picking, supplier, ask(PRODUCTS, picking)


@pytest.fixture
def terminal_page(terminal, delivery):
    return ReceptionTerminal(terminal).sign_in().open(delivery[1])


@pytest.fixture
def large_photo(tmp_path):
    """Of a camera with far too many pixels: some 40 MB."""
    noise = Image.frombytes("RGB", (6200, 4700), os.urandom(6200 * 4700 * 3))
    path = tmp_path / "photo.jpg"
    noise.save(path, quality=97)
    assert path.stat().st_size > 35_000_000
    return path


def test_what_is_damaged_has_a_photo_that_arrives_small(
    terminal_page, delivery, large_photo, ask
):
    name, code, _ordered = delivery[2][0]
    page, finishing = terminal_page.page, Finishing(terminal_page)
    terminal_page.scan(code)
    page.click(".fc-tell")
    picture(page, "reception-facts")
    page.click(".fc-choice[data-choice=damaged]")
    picture(page, "reception-damaged")
    finishing.digits("2").photo(large_photo)
    picture(page, "reception-photo")
    with page.expect_response("**/reception/photo") as sent:
        finishing.note()
    while not sent.value.json()["result"]["kept"]:  # it overtook its event
        with page.expect_response("**/reception/photo") as sent:
            pass
    assert "2 abîmés" in page.inner_text(f".fc-row:has-text('{name}')")
    [(size,)] = ask(
        "SELECT a.file_size FROM foodcoop_reception_scan s JOIN ir_attachment a"
        " ON a.name = s.uuid || '.jpeg' AND a.res_model = 'foodcoop.reception'"
        " AND a.res_id = s.reception_id WHERE s.reason = 'damaged'"
    )
    assert size < 5 * 1024 * 1024
    sent_again_it_is_one(page, sent.value, ask)


def sent_again_it_is_one(page, answered, ask):
    """The terminal never got the answer; another count's terminal is refused."""
    told = answered.request.post_data_json["params"]

    def send(**params):
        return page.request.post(answered.url, data={"params": told | params}).json()

    assert told["key"] and send()["result"]["kept"]
    assert "ne connaît pas" in str(send(key="0")["error"])
    photos = "SELECT count(*) FROM ir_attachment WHERE name LIKE '%%.jpeg'"
    assert ask(f"{photos} AND res_model = %s", "foodcoop.reception") == [(1,)]


def count_wrongly(page, first, second):
    """One too many, one too few; a weight may be a tenth beside what was ordered."""
    page.scan(first[1])
    page.type_number(str(int(first[2]) * 3 // 2))
    page.scan(second[1])
    page.type_number(str(int(second[2]) * 2 // 3))


def test_each_difference_is_asked_once_and_a_short_touch_closes_nothing(
    terminal_page, delivery, ask
):
    picking, _supplier, [first, second, *_others] = delivery
    page, finishing = terminal_page.page, Finishing(terminal_page)
    count_wrongly(terminal_page, first, second)
    terminal_page.finish()
    picture(page, "reception-questions")
    assert not page.locator(".fc-hold:enabled").count()
    finishing.answer(first[0], 0)
    finishing.answer(second[0], 0)
    finishing.all_missing()
    picture(page, "reception-answered")
    assert "Le bon dit" in finishing.total("12,5")
    picture(page, "reception-prices")
    assert "seconde" in finishing.touch_to_close()
    assert not page.locator(".fc-big-mark").count()
    terminal_page.close()
    picture(page, "reception-received")
    assert ask("SELECT state FROM stock_picking WHERE id = %s", picking) == [("done",)]
    assert ask(
        "SELECT price FROM foodcoop_reception_scan WHERE kind = 'total'"
        " ORDER BY id DESC LIMIT 1"
    ) == [(12.5,)]


def test_a_date_that_is_past_asks_and_blocks_nothing(terminal_page, delivery):
    page, finishing = terminal_page.page, Finishing(terminal_page)
    terminal_page.scan(delivery[2][0][1])
    finishing.say("date").digits("010124")
    picture(page, "reception-date")
    finishing.note()
    assert "01/01/2024" in terminal_page.says
    picture(page, "reception-expired")
    terminal_page.answer(1)
