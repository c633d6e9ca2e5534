# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's back office in a person's verbs; it knows Odoo's page, stories do not."""

from contextlib import contextmanager

PRODUCTS = "foodcoop_barcode.product_without_number_action"


@contextmanager
def drawn_anew(page):
    """Rows that stood there are no answer to what is searched now."""
    page.evaluate(
        "document.querySelectorAll('.o_data_row, .o_kanban_record')"
        ".forEach(row => row.setAttribute('data-before', ''))"
    )
    yield
    page.wait_for_selector("[data-before]", state="detached")


class BackOffice:
    def __init__(self, page):
        self.page = page

    def open(self, action):
        self.page.goto(f"/odoo/action-{action}")
        self.page.wait_for_selector(".o_action_manager .o_view_controller")

    def new(self):
        self.page.click(".o_list_button_add:visible")
        self.page.wait_for_selector(".o_form_view")

    def write(self, field, text):
        self.page.fill(f".o_field_widget[name={field}] input", text)

    def choose_new(self, field, name):
        """Type a name that is not there yet and create it on the spot."""
        box = self.page.locator(f".o_field_widget[name={field}] input")
        box.fill(name)
        self.page.click(
            ".o_m2o_dropdown_option_create a, .o_m2o_dropdown_option_create"
        )

    def choose(self, field, name):
        box = self.page.locator(f".o_field_widget[name={field}] input")
        box.fill(name)
        self.page.click(f".o-autocomplete--dropdown-item:has-text('{name}') >> nth=0")

    def attach(self, field, path):
        self.page.set_input_files(
            f".o_field_widget[name={field}] input[type=file]", str(path)
        )

    def press(self, button):
        """A button by the name of what it does, whatever the language."""
        self.page.click(f"button[name={button}]:visible >> nth=0")

    def save(self):
        self.page.click(".o_form_button_save:visible")
        self.page.wait_for_selector(
            ".o_form_status_indicator_buttons.invisible", state="attached"
        )

    def search(self, words):
        box = self.page.locator(".o_searchview_input")
        box.fill(words)
        self.page.wait_for_selector(f".o_searchview_autocomplete :text('{words}')")
        with drawn_anew(self.page):
            box.press("Enter")
            self.page.wait_for_selector(".o_facet_values")

    def find(self, action, words):
        """Open the only one that a list finds."""
        self.open(action)
        self.clear_search()
        self.search(words)
        self.wait_for_rows(1)
        self.rows.first.locator("td.o_data_cell >> nth=1").click()
        self.wait_for(".o_form_view")

    def select_all(self):
        self.page.click("thead .o_list_record_selector")

    def select(self, count):
        """Tick the first rows of a list."""
        for row in range(count):
            self.rows.nth(row).locator(".o_list_record_selector input").check()

    def clear_search(self):
        self.wait_for(".o_searchview_input")
        facets = self.page.locator(".o_searchview .o_searchview_facet")
        while left := facets.count():
            with drawn_anew(self.page):
                facets.first.locator(".o_facet_remove").click()
                self.page.wait_for_function(
                    "left => document.querySelectorAll("
                    "'.o_searchview .o_searchview_facet').length < left",
                    arg=left,
                )

    def act(self, name):
        """Choose from the menu of what can be done with the rows selected."""
        self.page.click(".o_cp_action_menus button:has(.fa-cog)")
        self.page.click(f'.o-dropdown--menu .o-dropdown-item:has-text("{name}")')

    @property
    def rows(self):
        return self.page.locator(".o_data_row")

    def wait_for_rows(self, count):
        """Until the list shows what was searched, and no longer what was there."""
        self.page.wait_for_function(
            "count => document.querySelectorAll('.o_data_row').length === count",
            arg=count,
        )

    def row(self, words):
        return self.rows.filter(has_text=words)

    def wait_for(self, selector):
        self.page.wait_for_selector(selector)

    def field(self, name):
        """What a field of the form shows."""
        widget = self.page.locator(f".o_field_widget[name={name}]").first
        box = widget.locator("input")
        return box.input_value() if box.count() else widget.inner_text()
