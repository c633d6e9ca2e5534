# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lucie on the tram: her next shift, a make-up, her account. On a phone, in French."""

import pytest

from e2e.story import picture, sign_in

SMALLEST_TARGET = 47.5  # 48 px, less what a browser rounds


class MyShifts:
    """The member's pages in the words that stand on them."""

    def __init__(self, page):
        self.page = page

    def open(self, login="membre"):
        sign_in(self.page, login, then="/my/shifts")
        self.page.wait_for_load_state()
        return self

    def home(self):
        self.page.goto("/my/shifts")

    @property
    def text(self):
        return " ".join(self.page.inner_text("main").split())

    @property
    def seats(self):
        """The days of the seats I hold, the next one first."""
        self.home()
        return self.page.locator(".next h2, .rows strong").all_inner_texts()

    def look_for_a_make_up(self):
        self.home()
        self.page.click("text=Réserver un rattrapage")

    def last_offer(self):
        """Weeks ahead, so that the day's hour never makes it too late to give back."""
        self.page.locator("summary").last.click()
        return self.page.locator("li.row").last

    def book_the_last(self):
        row = self.last_offer()
        day = row.locator("strong").inner_text()
        row.locator("button").click()
        self.page.wait_for_url("**/my/shifts?*")
        return day

    def cannot_come_to_make_up(self, day):
        self.home()
        row = self.page.locator("li.row", has_text=day).filter(has_text="rattrapage")
        row.locator("a").click()

    def give_back(self):
        self.page.click("text=Libérer ma place")
        self.page.wait_for_url("**/my/shifts?*")

    def account(self):
        self.home()
        self.page.click("text=Mon compte")


@pytest.fixture
def lucie(phone):
    return MyShifts(phone).open()


def test_she_sees_her_next_shift_and_with_whom(lucie):
    assert "Bonjour Lucie" in lucie.text
    assert "Votre prochain créneau" in lucie.text
    assert "avec " in lucie.page.inner_text(".next")
    picture(lucie.page, "member-home")


def test_she_books_a_make_up_and_gives_it_back(lucie):
    before = lucie.seats
    lucie.look_for_a_make_up()
    picture(lucie.page, "member-free-seats")
    day = lucie.book_the_last()
    assert "est réservée" in lucie.text
    assert len(lucie.seats) == len(before) + 1

    lucie.cannot_come_to_make_up(day)
    assert "votre compte ne change pas" in lucie.text
    picture(lucie.page, "member-cannot-come")
    lucie.give_back()
    assert "est libre pour quelqu'un d'autre" in lucie.text
    assert lucie.seats == before


def test_the_same_form_sent_twice_takes_one_seat(lucie):
    lucie.look_for_a_make_up()
    form = lucie.last_offer().locator("form")
    fields = form.evaluate("form => Object.fromEntries(new FormData(form))")
    before = lucie.seats
    for _again in range(2):
        answer = lucie.page.request.post("/my/shifts/book", form=fields)
        assert "est réservée" in answer.text()
    (day,) = set(lucie.seats) - set(before)
    assert len(lucie.seats) == len(before) + 1
    lucie.cannot_come_to_make_up(day)
    lucie.give_back()


def test_her_account_reads_as_sentences_and_explains_the_rule(lucie):
    lucie.account()
    assert "Ce qui s'est passé" in lucie.text
    assert "Un créneau est dû pour chaque cycle entier" in lucie.text
    assert lucie.page.locator(".entry .amount").count() > 5
    picture(lucie.page, "member-account")


def test_all_of_it_works_without_a_script(lucie, open_page):
    signed_in = lucie.page.context.storage_state()
    page = open_page("phone", java_script_enabled=False, storage_state=signed_in)
    lucie = MyShifts(page)
    lucie.look_for_a_make_up()
    lucie.cannot_come_to_make_up(lucie.book_the_last())
    lucie.give_back()
    assert "est libre" in lucie.text


@pytest.mark.parametrize("place", ["", "/free", "/account"])
def test_everything_to_touch_is_large_and_nothing_is_cut_off(lucie, place):
    lucie.page.set_viewport_size({"width": 360, "height": 740})
    lucie.page.goto(f"/my/shifts{place}")
    for target in lucie.page.locator("main a:visible, main button:visible").all():
        assert target.bounding_box()["height"] >= SMALLEST_TARGET, target.inner_text()
    width = lucie.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    assert lucie.page.locator("script[src]").count() == 0
