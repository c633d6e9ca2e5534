# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's till as the person behind it uses it: scan, answer, take the money."""

import re
from decimal import Decimal

from e2e.story import sign_in


class Till:
    def __init__(self, page):
        self.page = page

    def open(self, config):
        """Sign in, count the float, and be ready to sell."""
        sign_in(self.page, "caisse", then=f"/pos/ui/{config}")
        self.page.wait_for_selector(".login-overlay, .product-screen", timeout=60_000)
        self._enter()
        self.page.wait_for_selector(".product-screen article.product")
        return self

    def _enter(self):
        lock = self.page.locator(".login-overlay button.open-register-btn")
        if lock.count():
            lock.first.click()
        self.page.wait_for_selector(".modal-dialog, .product-screen")
        counting = self.page.locator(
            ".opening-control button.btn-primary, .modal-footer .btn-primary"
        )
        if counting.count():
            counting.first.click()
            self.page.wait_for_selector(".modal-dialog", state="detached")

    def scan(self, code):
        """As a scanner does: quick keys, then Enter."""
        self.page.keyboard.type(code)
        self.page.keyboard.press("Enter")

    def sell(self, code):
        """Scan, and wait for one more line or one line with more on it."""
        before = self.order
        self.scan(code)
        self.page.wait_for_function(
            "before => [...document.querySelectorAll('.orderline')]"
            ".map(line => line.innerText).join() !== before",
            arg=before,
        )

    @property
    def order(self):
        return ",".join(self.page.locator(".orderline").all_inner_texts())

    @property
    def names(self):
        names = self.page.locator(".orderline .product-name .text-wrap")
        return [name.strip() for name in names.all_inner_texts()]

    def price_of(self, name):
        """What the line of a product comes to, in euros."""
        line = self.page.locator(f'.orderline:has-text("{name}")')
        return euros(line.locator(".product-price").inner_text())

    @property
    def total(self):
        return euros(self.page.locator(".order-summary .total").inner_text())

    @property
    def question(self):
        self.page.wait_for_selector(".modal-dialog")
        return self.page.inner_text(".modal-dialog")

    def answer(self, number):
        """Type a number into the question and confirm."""
        self.page.wait_for_selector(".modal-dialog .popup-input")
        for key in number:
            self.page.click(f'.modal-dialog .numpad button[value="{key}"]')
        self.confirm()

    def confirm(self):
        self._close("primary")

    def decline(self):
        self._close("secondary")

    def dismiss(self):
        """What has only to be read."""
        self.confirm()

    def _close(self, kind):
        title = self.page.inner_text(".modal-title")
        self.page.click(f".modal-footer .btn-{kind}")
        self.page.wait_for_function(
            "title => document.querySelector('.modal-title')?.innerText !== title",
            arg=title,
        )

    def pay_cash(self):
        self.page.click("button.pay-order-button")
        self.page.wait_for_selector(".payment-screen")
        self.page.click(".payment-screen .paymentmethod >> nth=0")
        self.page.click(".payment-screen .validation-button >> visible=true >> nth=0")
        self.page.wait_for_selector(".receipt-screen, .feedback-screen")

    def next_customer(self):
        self.page.click(
            ".receipt-screen .button.next:visible, .feedback-screen button:visible"
        )
        self.page.wait_for_selector(".product-screen")


def euros(text):
    """ "1 234,56 €" in cents would be 123456: read as a person reads it."""
    figure = re.sub(r"[^0-9,-]", "", text)
    return round(float(figure.replace(",", ".")), 2)


def on_hand(ask, product):
    [(quantity,)] = ask(
        "SELECT coalesce(sum(q.quantity), 0) FROM stock_quant q"
        " JOIN stock_location l ON l.id = q.location_id AND l.usage = 'internal'"
        " WHERE q.product_id = %s",
        product,
    )
    return Decimal(str(quantity)).quantize(Decimal("0.001"))


def last_line(ask):
    """Quantity, total and codes of the line sold last, and its order's total."""
    [line] = ask(
        "SELECT l.qty, l.price_subtotal_incl, l.scanned_codes, o.amount_total, o.state"
        " FROM pos_order_line l JOIN pos_order o ON o.id = l.order_id"
        " ORDER BY l.id DESC LIMIT 1"
    )
    return line
