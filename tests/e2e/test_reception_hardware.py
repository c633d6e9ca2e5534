# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scanners, cameras and terminals as they are: layouts, ends, text without keys."""

import base64

import pytest
import requests

from e2e.finishing import Finishing
from e2e.reception import ReceptionTerminal
from e2e.story import picture

CARD = "0200000000004"
AZERTY = "à&é\"'(-è_ç"

# Keys as a scanner that believes in an American keyboard presses them on a French one.
PRESS = """
([code, signs, end]) => {
    const press = (key, code) => document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
    [...code].forEach((digit) => press(signs[digit], `Digit${digit}`));
    return end && press(end, end);
}
"""
# A lens that looks at a printed code: the picture is real, and so is its reading.
LENS = """
async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: 800, height: 500 });
    const pen = canvas.getContext("2d");
    let shown = true;
    const draw = () => {
        pen.fillStyle = "#fff";
        pen.fillRect(0, 0, 800, 500);
        if (shown) pen.drawImage(picture, 100, 150);
        window.drawn = (window.drawn ?? 0) + 1;
        requestAnimationFrame(draw);
    };
    draw();
    window.cover = (covered) => { shown = !covered; };
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(15);
}
"""


@pytest.fixture
def delivery(ask):
    [(picking, supplier)] = ask(
        "SELECT p.id, r.name FROM stock_picking p JOIN res_partner r"
        " ON r.id = p.partner_id JOIN stock_move m ON m.picking_id = p.id"
        " JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL"
        " WHERE p.state = 'assigned' AND p.origin IS NOT NULL"
        " GROUP BY p.id, r.name ORDER BY count(*) DESC LIMIT 1",
    )
    return supplier, ask(
        "SELECT t.name->>'fr_FR', x.barcode, m.product_qty FROM stock_move m"
        " JOIN product_product x ON x.id = m.product_id AND x.barcode IS NOT NULL"
        " JOIN product_template t ON t.id = x.product_tmpl_id"
        " WHERE m.picking_id = %s AND length(x.barcode) = 13 ORDER BY m.id",
        picking,
    )


@pytest.fixture
def counting(terminal, delivery):
    return ReceptionTerminal(terminal).sign_in().open(delivery[0])


def send(counting, script, argument):
    flashes = counting.flashes
    counting.page.evaluate(script, argument)
    counting.wait_for_flash(flashes)


def test_a_scanner_of_another_layout_without_an_end(counting, delivery):
    (name, code, _), (other, second, _), *_ = delivery[1]
    send(counting, PRESS, [code, AZERTY, "Enter"])
    assert counting.in_hand == name
    counting.page.reload()
    counting.page.wait_for_selector(".fc-rows")
    send(counting, PRESS, [second, AZERTY, ""])
    assert counting.in_hand == other


def test_a_late_enter_presses_no_button(counting, delivery):
    name, code, _ordered = delivery[1][0]
    counting.page.focus(".fc-foot .fc-button-main")
    send(counting, PRESS, [code, AZERTY, ""])
    counting.page.keyboard.press("Enter")
    assert counting.in_hand == name
    assert counting.page.locator(".fc-hand").count()


def type_and_look_up(counting, text):
    """A person types, without an end; what comes next comes later than any key."""
    counting.page.keyboard.type(text)
    counting.page.wait_for_function(
        "since => performance.now() - since > 200",
        arg=counting.page.evaluate("performance.now()"),
    )


def test_a_number_that_was_not_ended_counts_at_the_next_scan_or_touch(
    counting, delivery
):
    (name, code, _), (other, second, _), (third, *_), *_ = delivery[1][5:]
    counting.scan(code)
    type_and_look_up(counting, "7")
    counting.page.keyboard.type(second)
    counting.page.keyboard.press("Enter")
    counting.page.wait_for_selector(f".fc-hand h1:has-text({other!r})")
    assert counting.count_of(name).startswith("7 /")
    type_and_look_up(counting, "3")
    counting.touch(third)
    assert counting.count_of(other).startswith("3 /")


def test_what_was_typed_on_a_pad_is_no_part_of_the_next_scan(counting, delivery):
    (name, code, _), (other, second, _), *_ = delivery[1][8:]
    counting.scan(code)
    finishing = Finishing(counting).say("damaged")
    finishing.digits("2")
    type_and_look_up(counting, "")
    finishing.note()
    counting.scan(second)
    assert counting.in_hand == other
    assert "2 abîmés" in counting.page.inner_text(f".fc-row:has-text({name!r})")


def test_two_codes_in_one_go_are_two_scans(counting, delivery):
    (name, code, _), (other, second, _), *_ = delivery[1][2:]
    counting.page.keyboard.type(code + second)
    counting.page.keyboard.press("Enter")
    counting.page.wait_for_selector(f".fc-hand h1:has-text({other!r})")
    assert not counting.count_of(name).startswith("–")


def test_text_that_is_put_in_is_a_scan(counting, delivery):
    (name, code, _), (other, second, _), *_ = delivery[1]
    flashes = counting.flashes
    counting.page.focus(".fc-catcher")
    counting.page.keyboard.insert_text(code)
    counting.wait_for_flash(flashes)
    assert counting.in_hand == name
    flashes = counting.flashes
    counting.page.focus(".fc-search")
    counting.page.keyboard.insert_text(second)
    counting.wait_for_flash(flashes)
    assert counting.in_hand == other
    assert counting.page.input_value(".fc-search") == ""


def printed(server, code):
    """A label of the code, drawn by Odoo for anybody; a terminal may not ask for it."""
    address = f"{server.url}/report/barcode/EAN13/{code}?width=600&height=200"
    png = requests.get(address, timeout=30).content
    return "data:image/png;base64," + base64.b64encode(png).decode()


def test_the_camera_counts_a_code_once_until_it_has_left(counting, delivery, server):
    name, code, _ordered = delivery[1][3]
    page = counting.page
    page.evaluate(LENS, printed(server, code))
    counting.settings()
    counting.choose("Caméra", "Oui")
    counting.leave_settings()
    page.click(".fc-tools button >> nth=0")
    page.wait_for_selector(f".fc-hand h1:has-text({name!r})")
    picture(page, "reception-camera")
    flashes = counting.flashes
    page.evaluate("cover(true)")
    drawn = page.evaluate("drawn")
    page.wait_for_function("before => drawn > before + 90", arg=drawn)
    assert counting.flashes == flashes
    page.evaluate("cover(false)")
    counting.wait_for_flash(flashes)


def test_without_a_secure_page_the_camera_says_so(counting):
    counting.settings()
    counting.choose("Caméra", "Oui")
    counting.leave_settings()
    counting.page.evaluate(
        "Object.defineProperty(navigator, 'mediaDevices', { value: undefined })"
    )
    counting.page.click(".fc-tools button >> nth=0")
    assert "https" in counting.page.inner_text(".fc-camera .fc-say")


def test_the_card_tells_how_the_scanner_is_set(terminal):
    page = ReceptionTerminal(terminal).sign_in()
    page.badge(CARD)
    terminal.wait_for_selector(".fc-trial .fc-accept")
    said = terminal.inner_text(".fc-trial")
    assert "Tout va bien" in said
    assert "Entrée" in said
    assert "13" in said
    terminal.evaluate(PRESS, [CARD, AZERTY, "Enter"])
    terminal.wait_for_selector(".fc-trial li:has-text('américain')")
    terminal.evaluate(PRESS, ["123456789", AZERTY, "Enter"])
    terminal.wait_for_selector(".fc-trial .fc-ask")
    terminal.goto("/reception/card")
    terminal.wait_for_function(
        "[...document.images].every((one) => one.naturalWidth > 99)"
    )
    picture(terminal, "reception-card", sizes=["terminal"])


def test_the_terminal_keeps_how_it_looks_and_sounds(terminal):
    page = ReceptionTerminal(terminal).sign_in()
    page.settings()
    page.choose("sombre", "Sombre")
    page.choose("contrast", "Oui")
    page.choose("Son", "Fort")
    picture(terminal, "reception-settings")
    terminal.reload()
    terminal.wait_for_function(
        "getComputedStyle(document.querySelector('.fc') ?? document.body)"
        ".backgroundColor === 'rgb(0, 0, 0)'"
    )


def test_english_without_signing_out_and_the_count_goes_on(counting, delivery, ask):
    (name, code, ordered), *_ = delivery[1]
    [(english,)] = ask(
        "SELECT t.name->>'en_US' FROM product_product x"
        " JOIN product_template t ON t.id = x.product_tmpl_id WHERE x.barcode = %s",
        code,
    )
    counting.scan(code)
    counting.wait_until_saved()
    counting.settings()
    counting.page.click("button:has-text('English')")
    counting.page.wait_for_selector("text=Finish counting")
    assert counting.person == "Anne"
    assert counting.in_hand in (english, name)
    assert counting.page.evaluate("document.documentElement.lang") == "en-US"
    counting.page.reload()
    counting.page.wait_for_selector("text=Finish counting")
    counting.settings()
    picture(counting.page, "reception-settings-english")
    counting.page.click("button:has-text('Français')")
    counting.page.wait_for_selector("text=Finir")
