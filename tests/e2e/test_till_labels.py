# SPDX-License-Identifier: AGPL-3.0-or-later
"""Labels of weighed goods at the till: the label's price, its grams, its questions."""

from decimal import Decimal

import pytest
from stdnum import ean

from e2e.story import picture
from e2e.till import last_line, on_hand


@pytest.fixture
def labelled(ask):
    """labelled("price"): a product of that kind: id, base code, price of a kilo."""

    def found(purpose):
        [row] = ask(
            "SELECT p.id, p.barcode, t.list_price::numeric FROM foodcoop_barcode_code c"
            " JOIN foodcoop_barcode_range r ON r.id = c.range_id AND r.purpose = %s"
            " JOIN product_product p ON p.id = c.product_id"
            " JOIN product_template t ON t.id = p.product_tmpl_id"
            " ORDER BY c.id LIMIT 1",
            purpose,
        )
        return row

    return found


def label(base, digits):
    """The base code with a value in it, as a scale prints it."""
    body = base[: 12 - len(digits)] + digits
    return body + ean.calc_check_digit(body)


def test_a_price_label_costs_what_it_says_and_the_weight_leaves_the_shelf(
    till, ask, labelled
):
    product, base, kilo = labelled("price")
    before = on_hand(ask, product)
    till.sell(label(base, "00265"))
    assert till.total == 2.65
    picture(till.page, "labels-1-price-label")
    till.pay_cash()
    weight = (Decimal("2.65") / kilo).quantize(Decimal("0.001"))
    assert last_line(ask) == (weight, Decimal("2.65"), base, Decimal("2.65"), "paid")
    assert on_hand(ask, product) == before - weight


def test_a_weight_label_sells_its_grams(till, ask, labelled):
    product, base, kilo = labelled("weight")
    before = on_hand(ask, product)
    till.sell(label(base, "01234"))
    till.pay_cash()
    weight, price = Decimal("1.234"), (Decimal("1.234") * kilo)
    assert last_line(ask)[:2] == (weight, price.quantize(Decimal("0.01")))
    assert on_hand(ask, product) == before - weight


def test_a_base_code_asks_and_a_heavy_label_is_looked_at(till, labelled):
    _, base, kilo = labelled("weight")
    till.scan(base)
    picture(till.page, "labels-2-asks")
    till.answer("0,35")
    assert till.total == float((Decimal("0.35") * kilo).quantize(Decimal("0.01")))
    till.scan(label(base, "15000"))
    assert "15" in till.question
    picture(till.page, "labels-3-heavy")
    till.decline()
    assert len(till.names) == 1


def test_a_label_of_no_product_says_what_it_is(till):
    till.scan(label("2399999000000", "00265"))
    said = till.question
    assert "99999" in said
    assert "2,65" in said
    picture(till.page, "labels-4-unknown")
    till.dismiss()
    assert not till.names


def test_all_of_it_goes_on_without_the_network(till, labelled):
    _, cheese, _ = labelled("price")
    _, carrots, _ = labelled("weight")
    till.page.context.set_offline(True)
    till.sell(label(cheese, "00999"))
    till.scan(carrots)
    till.answer("0,5")
    assert len(till.names) == 2
    till.scan(label("2399999000000", "00265"))
    assert "99999" in till.question
    till.dismiss()
    till.page.context.set_offline(False)
