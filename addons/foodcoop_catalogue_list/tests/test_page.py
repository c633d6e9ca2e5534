# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of a PDF as a picture: for those who may see its import, and nobody else."""

import base64
import io

from reportlab.pdfgen.canvas import Canvas

from odoo.tests import HttpCase, new_test_user, tagged


def price_list():
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    for line, row in enumerate((("Code", "Produit", "Prix"), ("A1", "Soupe", "2,50"))):
        for column, text in enumerate(row):
            canvas.drawString(60 + 150 * column, 700 - 20 * line, text)
    canvas.save()
    return base64.b64encode(stream.getvalue())


@tagged("post_install", "-at_install")
class TestPage(HttpCase):
    def setUp(self):
        super().setUp()
        manager = "foodcoop_catalogue_list.group_manager"
        self.buyer = new_test_user(self.env, "page_buyer", groups=manager)
        elsewhere = self.env["res.company"].create({"name": "Elsewhere"})
        self.other = new_test_user(
            self.env,
            "page_other",
            groups=manager,
            company_id=elsewhere.id,
            company_ids=[elsewhere.id],
        )
        new_test_user(self.env, "page_staff", groups="base.group_user")
        self.record = (
            self.env["foodcoop.catalogue.import"]
            .with_user(self.buyer)
            .create({"filename": "tarif.pdf", "file": price_list()})
        )

    def page(self, login, page=1):
        self.authenticate(login, login)
        return self.url_open(f"/foodcoop_catalogue_list/page/{self.record.id}/{page}")

    def test_the_buyer_sees_the_page(self):
        answer = self.page("page_buyer")
        self.assertEqual(answer.status_code, 200)
        self.assertTrue(answer.content.startswith(b"\x89PNG"))
        self.assertEqual(answer.headers["Content-Type"], "image/png")

    def test_a_page_that_is_not_there_is_not_found(self):
        self.assertEqual(self.page("page_buyer", 7).status_code, 404)

    def test_a_stranger_does_not_learn_which_lists_there_are(self):
        there = self.page("page_staff").status_code
        self.record = self.record.browse(2**30)
        self.assertEqual((there, self.page("page_staff").status_code), (403, 403))

    def test_strangers_see_nothing(self):
        for login in ("page_staff", "page_other"):
            answer = self.page(login)
            self.assertIn(answer.status_code, (403, 404))
            self.assertFalse(answer.content.startswith(b"\x89PNG"))
        self.authenticate(None, None)
        answer = self.url_open(f"/foodcoop_catalogue_list/page/{self.record.id}/1")
        self.assertFalse(answer.content.startswith(b"\x89PNG"))
