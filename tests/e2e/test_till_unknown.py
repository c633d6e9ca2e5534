# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the till finds nothing for: sold under its right code, or explained."""

import pytest

from e2e import story
from e2e.story import picture

EXPLAINED = {
    "wrong check digit": ("4006381333930", "devrait être 1"),
    "euro coupon": ("9811234021508", "bon de réduction de 15,00 EUR"),
    "other coupon": ("9900000000011", "un bon ou un coupon"),
    "refund receipt": ("9800000000014", "bon de remboursement"),
    "book": ("9780471117094", "un livre, un magazine"),
    "magazine": ("9770264359008", "un livre, un magazine"),
    "supplier's own": ("2900000000001", "s'est fait lui-même"),
    "another shop's own": ("0490010003694", "s'est fait lui-même"),
    "ours, nobody's": ("2000099999993", "de notre plage"),
    "web page": ("https://example.org/produit", "adresse d'une page web"),
    "noise": ("#!x9-zz", "pas un code-barres"),
    "digit missing": ("301762042200", "chiffres"),
    "good, not in the range": ("8715700110622", "bon code-barres, mais aucun"),
    "a lot by Odoo's rules": ("1000000000016", "bon code-barres, mais aucun"),
    "a place by Odoo's rules": ("4141000000013", "bon code-barres, mais aucun"),
    "a card by Odoo's rules": ("0420000000013", "la carte d'un client"),
    "twice, wrong digit": ("4006381333930" * 2, "chiffres"),
}


@pytest.fixture
def goods(ask):
    """Pieces with a GTIN of thirteen digits: (name, code) of each."""
    return ask(
        "SELECT t.name->>'en_US', p.barcode FROM product_product p"
        " JOIN product_template t ON t.id = p.product_tmpl_id"
        " JOIN uom_uom u ON u.id = t.uom_id AND u.name->>'en_US' = 'Units'"
        " WHERE p.active AND t.available_in_pos AND t.sale_ok"
        " AND p.barcode ~ '^[34579][0-9]{12}$' AND p.barcode !~ '^414'"
        " ORDER BY p.id LIMIT 5"
    )


@pytest.fixture
def change(server):
    """change(new, old): another code for the product that has the old one."""

    def changed(new, old):
        story.change(
            server.database,
            "UPDATE product_product SET barcode = %s WHERE barcode = %s",
            new,
            old,
        )

    return changed


def refused(till, code, sentence):
    """It is told why, and nothing but that happens."""
    before = till.order
    till.scan(code)
    said = till.question
    assert sentence in said, said
    till.dismiss()
    assert till.order == before


def test_every_class_is_explained_and_the_next_scan_works(till, goods):
    [_, first], [_, second], *_ = goods
    till.sell(first)
    for code, sentence in EXPLAINED.values():
        refused(till, code, sentence)
    till.sell(second)
    assert len(till.names) == 2


def test_the_explanation_is_read_in_peace(till, goods):
    till.sell(goods[0][1])
    for name in ("wrong check digit", "good, not in the range", "web page"):
        code, sentence = EXPLAINED[name]
        till.scan(code)
        assert sentence in till.question
        picture(till.page, f"unknown-{name.split(',')[0].replace(' ', '-')}")
        till.dismiss()


def test_a_scan_behind_an_open_explanation_waits_for_it(till, goods):
    [_, first], *_ = goods
    till.scan(EXPLAINED["book"][0])
    assert "un livre" in till.question
    till.scan(first)
    assert "un livre" in till.question
    assert not till.names
    till.dismiss()
    till.page.wait_for_selector(".orderline")
    assert len(till.names) == 1


def test_dirty_and_doubled_scans_sell_the_product_once(till, goods):
    for spelled in (lambda c: f"]E0{c}", lambda c: c * 2, lambda c: f"0{c}"):
        till.sell(spelled(goods[0][1]))
    [quantity] = till.page.locator(".orderline .qty").all_inner_texts()
    assert quantity.strip().startswith("3")


def test_a_zero_in_front_is_no_other_code(till, change, goods):
    [_, with_zero], [_, without] = goods[:2]
    change("0042000062008", with_zero)
    change("036000291452", without)
    till.page.reload()
    till.page.wait_for_selector(".product-screen article.product")
    till.sell("042000062008")
    till.sell("0036000291452")
    assert len(till.names) == 2


def test_a_gs1_128_of_weighed_goods_sells_the_weight_in_it(till, change, ask):
    [(code,)] = ask(
        "SELECT p.barcode FROM product_product p"
        " JOIN product_template t ON t.id = p.product_tmpl_id"
        " JOIN uom_uom u ON u.id = t.uom_id AND u.name->>'en_US' = 'kg'"
        " WHERE p.active AND t.available_in_pos AND p.barcode IS NOT NULL"
        " ORDER BY p.id LIMIT 1"
    )
    change("9520000123451", code)
    till.page.reload()
    till.page.wait_for_selector(".product-screen article.product")
    till.sell("]C101095200001234513103000350")
    [quantity] = till.page.locator(".orderline .qty").all_inner_texts()
    assert quantity.strip().startswith("0,35")


def test_a_product_that_came_after_the_till_opened_is_found(till, change, goods):
    """Under another spelling of its code, which Odoo does not look for."""
    change("9521234543213", goods[2][1])
    till.sell("09521234543213")
    assert len(till.names) == 1


def test_a_guess_is_asked_about(till, change, goods):
    """A spreadsheet or a scanner lost a zero, and the till is no place to guess."""
    change("012345678905", goods[3][1])
    till.scan("12345678905")
    assert "Est-ce" in till.question
    picture(till.page, "unknown-asked")
    till.decline()
    assert not till.names
    till.scan("12345678905")
    assert "Est-ce" in till.question
    till.confirm()
    till.page.wait_for_selector(".orderline")
    assert len(till.names) == 1


def test_it_goes_on_without_the_network(till, goods):
    till.page.context.set_offline(True)
    till.sell(f"]E0{goods[4][1]}")
    for name in ("wrong check digit", "euro coupon", "web page", "book"):
        refused(till, *EXPLAINED[name])
    refused(till, "8715700110622", "Le réseau est coupé")
    refused(till, "0420000000013", "la carte d'un client")
    till.page.context.set_offline(False)
    assert len(till.names) == 1
