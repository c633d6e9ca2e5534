# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a buyer does with numbers by hand, one test a job; labels have their own."""

import json
import subprocess
import sys
from pathlib import Path

from e2e.back_office import PRODUCTS
from e2e.story import picture

ROOT = Path(__file__).resolve().parents[2]
RANGES = "foodcoop_barcode.barcode_range_action"
BREAD = "Pain de campagne 500 g"
PASTA, PASTA_GTIN = "Coquillettes 500 g", "9520001000010"
APPLES = "Pommes Reinette"


def named(ask, name):
    """(id, number) of a product."""
    [row] = ask(
        "SELECT p.id, p.barcode FROM product_product p JOIN product_template t"
        " ON t.id = p.product_tmpl_id WHERE t.name->>'fr_FR' = %s",
        name,
    )
    return row


def wait_until_closed(buyer):
    buyer.page.wait_for_selector(".modal", state="detached")


# ---- 1. two products are one


def past_of(ask, *products):
    """What was moved, and what lies where."""
    return [
        ask(query, list(products))
        for query in (
            "SELECT product_id, count(*), sum(quantity) FROM stock_move"
            " WHERE product_id = ANY(%s) AND state = 'done' GROUP BY 1 ORDER BY 1",
            "SELECT product_id, location_id, quantity FROM stock_quant"
            " WHERE product_id = ANY(%s) ORDER BY 1, 2",
        )
    ]


def merge_into_the_other(buyer, ours):
    buyer.find(PRODUCTS, ours)
    buyer.press("action_gtin_arrives")
    buyer.page.fill(".modal .o_field_widget[name=scan] input", PASTA_GTIN)
    buyer.page.keyboard.press("Tab")
    buyer.wait_for(f".modal [name=comparison] :text('{PASTA}')")
    picture(buyer.page, "hands-1-merge")
    assert "Dans l'autre sens" in buyer.field("hindrance")  # the other has stock
    assert not buyer.page.locator("button[name=action_merge]:visible").count()
    buyer.page.click(".modal .o_field_widget[name=keep] input >> nth=1")
    buyer.press("action_merge")
    wait_until_closed(buyer)


def test_1_a_gtin_of_another_product_merges_the_two(buyer, till_beside, ask):
    (bread, ours), (pasta, _) = named(ask, BREAD), named(ask, PASTA)
    before = past_of(ask, bread, pasta)
    merge_into_the_other(buyer, ours)
    buyer.wait_for(".o_field_widget[name=second_codes]")
    picture(buyer.page, "hands-1-merged")
    assert buyer.field("barcode") == PASTA_GTIN
    assert buyer.field("second_codes") == ours
    assert ask(
        "SELECT id, active, barcode FROM product_product WHERE id IN (%s, %s)"
        " ORDER BY active",
        bread,
        pasta,
    ) == [(bread, False, None), (pasta, True, PASTA_GTIN)]
    assert past_of(ask, bread, pasta) == before
    buyer.find(PRODUCTS, ours)  # the number on old labels finds it here, too
    assert buyer.field("barcode") == PASTA_GTIN
    till = till_beside()
    for code in (PASTA_GTIN, ours):
        till.sell(code)
    assert till.names == [PASTA]


# ---- 2. a number rests and is given again


def retire_number_of(buyer, name, number):
    buyer.open(PRODUCTS)
    buyer.clear_search()
    buyer.search(number)
    buyer.wait_for_rows(1)
    buyer.select(1)
    buyer.act("Archiver")
    buyer.page.click(".modal-footer .btn-primary")
    buyer.wait_for_rows(0)
    buyer.open("foodcoop_barcode_gtin.proposed_action")
    buyer.row(name).locator("button[name=action_retire]").click()
    buyer.wait_for(".modal button[name=action_confirm]")
    picture(buyer.page, "hands-2-retire")
    buyer.press("action_confirm")
    wait_until_closed(buyer)


def open_range(buyer, name):
    buyer.open(RANGES)
    buyer.page.click(f".o_kanban_record:has-text('{name}')")
    buyer.wait_for(".o_form_view")


def reuse_says(buyer, shot, words):
    """What the window says, which is closed again if it only says; until the server
    answers, Odoo shows what the window said before."""
    buyer.press("action_reuse")
    buyer.wait_for(f".modal .o_field_widget[name=history]:has-text('{words}')")
    picture(buyer.page, f"hands-2-{shot}")
    told = buyer.field("history")
    if not buyer.page.locator(".modal button[name=action_confirm]:visible").count():
        with buyer.page.expect_response("**/web_read"):  # the form behind it, anew
            buyer.page.click(
                ".modal button[special=cancel], .modal .btn-close >> nth=0"
            )
        wait_until_closed(buyer)
    return told


def two_years_pass(change, number):
    """What was left of the product is gone by then: the demonstration has some or none,
    by the day on which it is told."""
    change(
        "UPDATE stock_quant q SET quantity = 0 FROM foodcoop_barcode_code c"
        " WHERE q.product_id = c.product_id AND c.code = %s",
        number,
    )
    change(
        "UPDATE foodcoop_barcode_event e SET create_date = e.create_date"
        " - interval '25 months' FROM foodcoop_barcode_code c"
        " WHERE c.id = e.code_id AND c.code = %s",
        number,
    )


def test_2_a_retired_number_is_given_again_where_the_range_allows(buyer, change, ask):
    _, number = named(ask, APPLES)
    retire_number_of(buyer, APPLES, number)
    open_range(buyer, "Produits vendus au poids")
    reuse_says(buyer, "never", "jamais")
    buyer.page.click(".o_field_widget[name=allow_reuse] input")
    buyer.save()
    reuse_says(buyer, "resting", "encore au repos : 1")
    two_years_pass(change, number)
    reuse_says(buyer, "again", APPLES)
    buyer.page.locator(".modal .o_field_widget[name=product_id] input").click()
    buyer.wait_for(".o-autocomplete--dropdown-item:has-text('Abricots')")
    offered = buyer.page.inner_text(".o-autocomplete--dropdown-menu")
    assert "Levain" not in offered  # by the piece: no scale labels it
    buyer.choose("product_id", "Noix de cajou")
    buyer.press("action_confirm")
    wait_until_closed(buyer)
    nuts, given = named(ask, "Noix de cajou")
    assert given == number
    assert ask(
        "SELECT product_id, state FROM foodcoop_barcode_code WHERE code = %s", number
    ) == [(nuts, "issued")]


def test_2_goods_by_the_piece_never_get_an_old_number(buyer):
    open_range(buyer, "Produits sans code")
    told = reuse_says(buyer, "pieces", "jamais")
    assert "nouveau numéro" in told


# ---- 8. what is this code?

CASE = "1" + PASTA_GTIN[:-1] + "7"
CASE_LABEL = f"(01)0{PASTA_GTIN}(10)LOT42(15)261231"


def test_8_a_person_asks_what_a_code_is(buyer):
    asked = {
        CASE_LABEL: ["Coquillettes", "LOT42", "31/12/2026"],
        f"]d2010{PASTA_GTIN}15261231": ["Coquillettes", "31/12/2026"],
        CASE: ["colis", "Coquillettes"],
        PASTA_GTIN[:-1] + "1": ["Le dernier chiffre devrait être 0"],
    }
    buyer.open(PRODUCTS)
    buyer.page.click(
        ".o_menu_sections [data-menu-xmlid='foodcoop_barcode.menu_question']"
    )
    box = buyer.page.locator(".modal .o_field_widget[name=scan] input")
    for number, (code, told) in enumerate(asked.items()):
        box.fill(code)
        box.press("Enter")
        for words in told:
            buyer.wait_for(f".modal :text('{words}')")
        picture(buyer.page, f"hands-8-{number}")


def test_8_the_command_line_answers_the_same():
    command = [sys.executable, "-m", "house.cli", "barcode", "explain"]
    said = subprocess.run(
        [*command, CASE_LABEL, CASE],
        cwd=ROOT / "scripts",
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    label, case = map(json.loads, said.splitlines())
    assert label["decoded"]["10"] == "LOT42"
    assert case["decoded"]["inner_gtin13"] == PASTA_GTIN
