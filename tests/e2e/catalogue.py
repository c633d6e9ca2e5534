# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue's own screens, in a volunteer's verbs."""

from e2e.back_office import BackOffice, drawn_anew


class Desk(BackOffice):
    """From the file to the differences."""

    def drop(self, path):
        self.open("foodcoop_catalogue_list.action_import")
        self.new()
        self.attach("file", path)
        self.wait_for(".o_fc_drop_full")

    def read(self):
        self.press("action_read")
        self.wait_for(".o_fc_check")

    def answer(self, value):
        """Press an answer, and wait until the question is another one."""
        before = self.page.inner_text(".o_fc_question h2")
        self.page.click(f".o_fc_answer[data-value='{value}']")
        self.page.wait_for_function(
            "before => document.querySelector('.o_fc_question h2')?.innerText"
            " !== before",
            arg=before,
        )

    def answer_all(self, answers):
        """Whatever is asked, by its code; what is not foreseen nobody knows."""
        while (group := self.page.locator(".o_fc_question")).count():
            code = group.get_attribute("data-code")
            self.answer(answers.get(code, "?"))

    def choose_supplier(self, name):
        self.press("choose_supplier")
        self.page.click(f".modal .o_data_row:has-text('{name}') td >> nth=1")
        self.wait_for(".o_fc_supplier")

    def say_no(self):
        self.press("say_no")
        self.wait_for(".o_fc_repair select.o_fc_role_select")

    def set_role(self, column, role):
        """Its colour comes with the server's word."""
        self.page.select_option(f"select[data-column='{column}']", role)
        self.wait_for(f"select[data-column='{column}'].o_fc_role_{role}")

    def settled(self):
        self.page.wait_for_selector(".o_fc_repair:not([aria-busy])")

    @property
    def sentences(self):
        return self.page.locator(".o_fc_sentences li").all_inner_texts()

    def confirm(self):
        """Yes, this is right: on to the differences."""
        self.press("say_yes")
        self.wait_for(".o_list_view .o_data_row, .o_list_view .o_group_header")

    def take(self, words):
        """Take every row that a search finds."""
        self.clear_search()
        self.search(words)
        self.wait_for(".o_data_row")
        self.select_all()
        self.press("action_take")
        self.wait_for("td[name=take] input:checked")

    def filter(self, name):
        """Choose a filter from the search's menu, besides those that are chosen."""
        self.page.click(".o_searchview_dropdown_toggler")
        with drawn_anew(self.page):
            self.page.click(f".o_filter_menu .o_menu_item:has-text('{name}')")
        self.page.keyboard.press("Escape")

    def apply(self):
        self.press("action_apply")
        self.wait_for(".o_form_view .alert-success:visible")

    def undo(self):
        self.press("action_undo")
        self.sure()

    def sure(self):
        self.page.click(".modal-footer .btn-primary")
        self.page.wait_for_selector(".modal", state="detached")

    def open_list(self, filename):
        self.find("foodcoop_catalogue_list.action_import", filename)

    def order(self, supplier, quantities):
        """A new order to a supplier: {product name: quantity}."""
        self.open("purchase.purchase_rfq")
        self.new()
        self.choose("partner_id", supplier)
        for name, quantity in quantities.items():
            self.add_line(name, quantity)

    def add_line(self, name, quantity):
        self.page.click(".o_field_x2many_list_row_add a >> nth=0")
        box = ".o_selected_row td[name=product_id] input"
        self.page.wait_for_function(
            "box => document.querySelector(box)?.value === ''", arg=box
        )
        self.page.fill(box, name)
        self.page.click(f'.o-autocomplete--dropdown-item:has-text("{name}") >> nth=0')
        self.page.fill(".o_selected_row td[name=product_qty] input", str(quantity))
        self.save()  # else the next line is drawn anew under one's fingers

    def price_by_hand(self, supplier, name, before, price):
        """Someone writes another price on the vendor line that costs so much."""
        self.open("product.product_supplierinfo_type_action")
        self.clear_search()
        self.search(supplier)
        self.row(name).filter(has_text=before).locator("td[name=price]").click()
        self.wait_for(".o_form_view")
        self.write("price", price)
        self.save()

    def download(self, folder, words):
        """The newest attachment with these words in its name, as a file."""
        card = self.page.locator(".o-mail-AttachmentContainer", has_text=words).first
        with self.page.expect_download() as waiting:
            card.locator(".fa-download").click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path
