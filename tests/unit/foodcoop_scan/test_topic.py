# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest

from odoo.addons.foodcoop_scan.lib.lookup import Bearer, Known
from odoo.addons.foodcoop_scan.lib.measure import DEFAULT_MEASURES
from odoo.addons.foodcoop_scan.lib.resolve import decide
from odoo.addons.foodcoop_scan.lib.scan import explain
from odoo.addons.foodcoop_scan.lib.topic import printed, topic


def topic_of(raw, *bearers, known=None):
    return topic(decide(explain(raw, DEFAULT_MEASURES), bearers, known))


@pytest.mark.parametrize(
    ("raw", "about"),
    [
        ("8715700110622", "unknown"),
        ("036000291452", "unknown"),
        ("96385074", "unknown"),
        ("9780471117094", "unknown_book"),
        ("9770264359008", "unknown_book"),
        ("2900000000001", "unknown_restricted"),
        ("0490010003694", "unknown_restricted"),
        ("]E00490010003694", "unknown_restricted"),
        ("20000011", "unknown_restricted"),
        ("9800000000014", "refund_receipt"),
        ("9811234021508", "coupon_worth"),
        ("9900000000011", "not_a_product"),
        ("4006381333930", "check_digit"),
        ("https://example.org/3017620422003", "web_address"),
        ("www.example.org", "web_address"),
        ("wwwnoise", "not_digits"),
        ("1234", "plu_or_menu_number"),
    ],
)
def test_the_class_of_a_code_chooses_the_sentence(raw, about):
    assert topic_of(raw) == about


def test_what_a_product_bears_is_that_product_whatever_its_class():
    book = Bearer("9780471117094", 7, 1, 1)
    assert topic_of("9780471117094", book) == "found"
    address = Bearer("https://example.org/1", 8, 1, 1)
    assert topic_of("https://example.org/1", address) == "found"


def test_what_the_register_knows_comes_before_the_class():
    assert topic_of("2000000000015", known=Known("", "", "Ours")) == "ours_but_nobodys"


@pytest.mark.parametrize(
    ("raw", "on_the_label"),
    [
        ("3017620422003", "3017620422003"),
        ("03017620422003", "03017620422003"),
        ("]E03017620422003\r\n", "3017620422003"),
        ("96385074", "96385074"),
        ("04252614", "04252614"),
        ("3017 6204 22003", "3017620422003"),
        ("30176204220033017620422003", "3017620422003"),
        ("4006381333930", "4006381333930"),
        ("(01)09521234543213(17)261231", "09521234543213"),
    ],
)
def test_the_code_is_told_as_it_is_printed(raw, on_the_label):
    assert printed(explain(raw, DEFAULT_MEASURES)) == on_the_label
