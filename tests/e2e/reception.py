# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reception terminal as the person in front of it uses it."""

from e2e.story import sign_in


class ReceptionTerminal:
    def __init__(self, page):
        self.page = page

    def sign_in(self):
        sign_in(self.page, "reception", then="")
        self.page.wait_for_selector(".fc-question")
        return self

    def open(self, supplier):
        self.page.click(f".fc-card:has-text('{supplier}')")
        self.page.wait_for_selector(".fc-rows")
        return self

    def scan(self, code):
        """As a scanner does: quick keys, then Enter."""
        flashes = self.flashes
        self.page.keyboard.type(code)
        self.page.keyboard.press("Enter")
        self.wait_for_flash(flashes)

    def type_number(self, number):
        flashes = self.flashes
        self.page.keyboard.type(number)
        self.page.keyboard.press("Enter")
        self.wait_for_flash(flashes)

    def touch(self, name):
        flashes = self.flashes
        self.page.click(f'button.fc-row:has-text("{name}")')
        self.wait_for_flash(flashes)

    def undo(self):
        flashes = self.flashes
        self.page.click(".fc-foot button >> nth=0")
        self.wait_for_flash(flashes)

    @property
    def flashes(self):
        return int(self.page.locator(".fc-hand").get_attribute("data-flash"))

    def wait_for_flash(self, before):
        """Each answer of the terminal shows; wait for the next one."""
        self.page.wait_for_selector(f".fc-hand:not([data-flash='{before}'])")

    def wait_until_saved(self):
        self.page.wait_for_selector(".fc-saved.fc-done")

    @property
    def in_hand(self):
        return self.page.inner_text(".fc-hand h1")

    @property
    def number(self):
        return self.page.inner_text(".fc-figure .fc-number").split()[0]

    @property
    def says(self):
        return self.page.inner_text(".fc-say >> nth=0")

    @property
    def names(self):
        return self.page.locator(".fc-row-name").all_inner_texts()

    def count_of(self, name):
        """The row's own words: "12 / 12"."""
        row = self.page.locator(f'.fc-row:has-text("{name}")')
        return row.locator(".fc-row-count").inner_text().replace("\u00a0", " ")

    def finish(self):
        self.page.click(".fc-foot .fc-button-main")
        self.page.wait_for_selector(".fc-question")

    def close(self):
        self.page.click(".fc-foot .fc-button-main")
        self.page.wait_for_selector(".fc-big-mark")
