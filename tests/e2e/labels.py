# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a printed file says: its pages, the words on them, the bars a scanner reads."""

import pypdfium2
import zxingcpp

from e2e.back_office import PRODUCTS

PICTURE = ".modal .o_field_widget[name=preview] img"
MM = 25.4 / 72


class Sheets:
    """A PDF as whoever holds the paper sees it; read at 300 dpi."""

    def __init__(self, path):
        self.pages = list(pypdfium2.PdfDocument(path))

    @property
    def sizes(self):
        """Width and height of every page, in whole millimetres."""
        return [tuple(round(side * MM) for side in page.get_size()) for page in self]

    @property
    def codes(self):
        """Every code, as often as it is printed."""
        found = [self._codes(page) for page in self]
        return [code for page in found for code in page]

    @property
    def codes_by_page(self):
        return [self._codes(page) for page in self]

    @property
    def words(self):
        """The text of all pages, blanks of every kind as one."""
        texts = (page.get_textpage().get_text_bounded() for page in self)
        return " ".join(" ".join(texts).split())

    def __iter__(self):
        return iter(self.pages)

    def _codes(self, page):
        seen = page.render(scale=300 / 72).to_pil()
        return [code.text for code in zxingcpp.read_barcodes(seen)]


def open_labels(buyer, words, found, menu):
    """Labels of every product that a search finds, so many."""
    buyer.open(PRODUCTS)
    buyer.clear_search()
    buyer.search(words)
    buyer.wait_for_rows(found)
    buyer.select_all()
    buyer.act(menu)
    buyer.wait_for(PICTURE)


def choose_printer(buyer, name):
    with answer(buyer):
        buyer.choose("printer_id", name)


def choose_paper(buyer, name):
    buyer.page.click(".modal .o_field_widget[name=paper] input")
    with answer(buyer):
        buyer.page.click(f".o_select_menu_item:has-text('{name}')")


def answer(buyer):
    """The same picture may come again: what tells is that the shop has answered."""
    return buyer.page.expect_response(lambda response: "/onchange" in response.url)
