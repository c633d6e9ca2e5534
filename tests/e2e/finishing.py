# SPDX-License-Identifier: AGPL-3.0-or-later
"""The end of a delivery at the terminal: what is to be said, asked, closed."""


class Finishing:
    """Beside ``ReceptionTerminal``, on the same page."""

    def __init__(self, terminal):
        self.terminal = terminal
        self.page = terminal.page

    def say(self, choice):
        """Damaged / other, and one of the large choices."""
        self.page.click(".fc-tell")
        self.page.click(f".fc-choice[data-choice={choice}]")
        return self

    def digits(self, text):
        """As typed on a keyboard: a pad has the focus."""
        self.page.wait_for_selector(".fc-pad input:focus")
        self.page.keyboard.type(text)
        return self

    def note(self):
        self.page.click(".fc-button-main")
        self.page.wait_for_selector(".fc-hand")

    def photo(self, path):
        self.page.set_input_files(".fc-photo input", path)
        self.page.wait_for_selector(".fc-photo img", timeout=60_000)

    def question(self, name):
        return self.page.locator(f".fc-check:has-text('{name}')")

    def answer(self, name, number):
        """One of the large answers to the question about a product."""
        question = self.question(name)
        question.locator(".fc-answers button").nth(number).click()
        question.wait_for(state="detached")
        self.terminal.a_moment_later()

    def all_missing(self):
        """Nothing more has come, and what came is so: in as few touches as it takes."""
        alone = self.page.locator(".fc-answers > button:first-child")
        hold = self.page.locator(".fc-hold")
        while hold.is_disabled():
            left, at_once = hold.inner_text(), self.page.locator(".fc-at-once")
            (at_once if at_once.count() else alone.first).click()
            self.page.wait_for_function(
                "left => document.querySelector('.fc-hold').innerText !== left",
                arg=left,
            )
            self.terminal.a_moment_later()

    def total(self, text):
        self.page.click(".fc-prices > .fc-button >> nth=-1")
        self.digits(text)
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(".fc-prices > .fc-say")
        return self.page.inner_text(".fc-prices > .fc-say")

    def touch_to_close(self):
        """Too short to be meant."""
        self.page.click(".fc-hold")
        return self.page.inner_text(".fc-hold small")
