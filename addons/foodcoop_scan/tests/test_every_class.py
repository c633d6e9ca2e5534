# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.tests import TransactionCase, tagged

ONE_OF_EACH = (  # noqa: SIM905 (reads as a list of codes)
    "4006381333931 96385074 036000291452 04252614 13017620422000 05400000002649"
    " 2000000000015 0490010003694 20000011 2312345002655 2112345012346 9780471117094"
    " 9790345246805 9770264359008 9813765030011 4006381333930 301762042200 123"
    " 36000291452 3.017620422003E+12 3.01762E+12 (01)90012345678908(3922)795"
    " ]C10109521234543214172612 3O17620422003 \u0664\u0660\u0660\u0666\u0663\u0668"
    " 30176204220033017620422003 \u00e0&\u00e8-\u00e9\u00e0'\u00e9\u00e9\u00e0\u00e0"
).split()


@tagged("post_install", "-at_install")
class TestEveryClass(TransactionCase):
    """Odoo bends libraries to its own use: what ring 1 cannot see."""

    def test_every_class_gets_a_sentence_inside_odoo(self):
        for found in self.env["product.product"].resolve_scans(ONE_OF_EACH):
            with self.subTest(found["explanation"]["input"]):
                self.assertTrue(found["sentence"])
