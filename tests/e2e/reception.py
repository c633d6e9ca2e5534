# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reception terminal as the person in front of it uses it."""

from e2e.story import sign_in


class WhoCounts:
    """The first screen, and the name in the bar."""

    def sign_in(self, person="Anne"):
        sign_in(self.page, "reception", then="")
        self.page.wait_for_selector(".fc-who")
        return self.say_who(person)

    def say_who(self, person):
        """Typed, as who has no badge with them."""
        self.page.fill(".fc-who input", person)
        self.page.click(".fc-who button")
        self.page.wait_for_selector(".fc-who", state="detached")
        return self

    def somebody_else(self):
        """One touch in the bar, also in the middle of a delivery."""
        self.page.click(".fc-person")
        self.page.wait_for_selector(".fc-who")
        return self

    @property
    def person(self):
        return self.page.inner_text(".fc-person").removesuffix(" ▾")

    def badge(self, code):
        self.page.keyboard.type(code)
        self.page.keyboard.press("Enter")


class Asides:
    """What is beside the count itself: questions, unknown codes, the list of events."""

    def answer(self, number):
        """Touch one of the two answers to a question."""
        flashes = self.flashes
        self.page.click(f".fc-asks button >> nth={number}")
        self.wait_for_flash(flashes)

    def identify(self):
        """The list of codes that nobody knew."""
        self.page.click(".fc-identify")
        self.page.wait_for_selector(".fc-unknown")

    def what_was_counted(self):
        """Every event, the newest first; take_back(0) undoes the newest."""
        self.page.click(".fc-counted")
        self.page.wait_for_selector(".fc-event")

    def take_back(self, number):
        events = self.page.locator(".fc-event")
        before = events.count()
        events.nth(number).locator("button").click()
        self.page.wait_for_function(
            "before => document.querySelectorAll('.fc-event').length < before",
            arg=before,
        )

    def go_on(self):
        self.page.click(".fc-button-bar")
        self.page.wait_for_selector(".fc-hand")

    def settings(self):
        """Of the terminal: in the corner of every screen."""
        self.page.click(".fc-tools button >> nth=-1")
        self.page.wait_for_selector(".fc-settings")

    def choose(self, label, option):
        self.page.click(
            f".fc-setting:has(h2:has-text('{label}')) button:has-text('{option}')"
        )

    def leave_settings(self):
        self.page.click(".fc-button-bar >> nth=0")
        self.page.wait_for_selector(".fc-tools")


class ReceptionTerminal(WhoCounts, Asides):
    def __init__(self, page):
        self.page = page

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

    def a_moment_later(self):
        """Later than any second touch of one finger."""
        self.page.wait_for_function(
            "since => performance.now() - since > 320",
            arg=self.page.evaluate("performance.now()"),
        )

    def finish(self):
        self.page.click(".fc-foot .fc-button-main")
        self.page.wait_for_selector(".fc-question")

    def close(self):
        """Held for a second."""
        self.page.click(".fc-hold", delay=1200)
        self.page.wait_for_selector(".fc-big-mark")
