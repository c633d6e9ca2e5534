# SPDX-License-Identifier: AGPL-3.0-or-later
"""The catalogue's own screens, in a volunteer's verbs."""

from e2e.back_office import BackOffice


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
