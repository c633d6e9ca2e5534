# SPDX-License-Identifier: AGPL-3.0-or-later
"""The codes a shop uses already: pasted or in a sheet, looked at, taken over."""

import openpyxl
import pytest
from stdnum import ean

from e2e.story import picture

AUDIT = "foodcoop_barcode_audit.barcode_audit_action"


def numbered(body):
    return body + ean.calc_check_digit(body)


RAISINS, PAPER = numbered("200000000700"), numbered("200000000701")


def register(ask):
    return dict(ask("SELECT code, state FROM foodcoop_barcode_code"))


def stands_at(ask, purpose):
    """The item a range gave last."""
    [(last,)] = ask(
        "SELECT coalesce(pg_sequence_last_value("
        "('foodcoop_barcode_range_item_' || r.id)::regclass), 0)"
        " FROM foodcoop_barcode_range r WHERE r.purpose = %s",
        purpose,
    )
    return last


def new_look(buyer, origin):
    buyer.open(AUDIT)
    buyer.new()
    buyer.page.click(f".o_field_widget[name=origin] input >> nth={origin}")


def take_over(buyer, shot):
    """What the notice says once it is done."""
    buyer.press("action_take_over")
    buyer.page.click(".modal-footer .btn-primary")
    buyer.wait_for(".o_notification")
    told = buyer.page.inner_text(".o_notification")  # it goes away by itself
    picture(buyer.page, shot)
    return told


def test_3_codes_in_use_are_pasted_looked_at_and_taken_over(buyer, ask):
    ours, weighed = numbered("200000000500"), numbered("210009900000")
    elsewhere, bad = numbered("049000012345"), "9520001000011"
    before, counter = register(ask), stands_at(ask, "fixed")
    new_look(buyer, origin=1)
    pasted = "\n".join([ours, weighed, elsewhere, bad])
    buyer.page.fill(".o_field_widget[name=text] textarea", pasted)
    buyer.press("action_look")
    buyer.wait_for("button[name=action_take_over]:visible")
    picture(buyer.page, "hands-3-looked")
    assert "clé de contrôle attendue 0" in buyer.row(bad).inner_text()
    assert (register(ask), stands_at(ask, "fixed")) == (before, counter)
    assert numbered("200000000501") in take_over(buyer, "hands-3-taken")
    taken = {ours: "imported", weighed: "imported", elsewhere: "foreign"}
    assert register(ask) == before | taken
    assert (stands_at(ask, "fixed"), stands_at(ask, "weight")) == (500, 99)


@pytest.fixture
def sheet(tmp_path):
    """One for goods without a code, one known on paper only, one a spreadsheet cut."""
    book = openpyxl.Workbook()
    for row in (
        ["Réf", "Code-barres"],
        ["F0136", int(RAISINS)],
        ["", PAPER],
        ["F0138", "3,01762E+12"],
    ):
        book.active.append(row)
    book.save(tmp_path / "codes.xlsx")
    return tmp_path / "codes.xlsx"


def test_3_codes_in_a_sheet_are_put_on_goods_and_taken_over(buyer, ask, sheet):
    before = register(ask)
    new_look(buyer, origin=2)
    buyer.attach("file", sheet)
    buyer.press("action_look")
    buyer.wait_for("button[name=action_fix_safe]:visible")
    picture(buyer.page, "hands-3-sheet")
    line = buyer.row(RAISINS)
    assert all(told in line.inner_text() for told in ("Raisins", "pas encore de code"))
    assert register(ask) == before
    line.locator("button[name=action_fix]:visible").click()
    line.wait_for(state="detached")
    take_over(buyer, "hands-3-sheet-taken")
    assert register(ask) == before | {RAISINS: "imported", PAPER: "imported"}
    bears = "SELECT barcode FROM product_product WHERE default_code = 'F0136'"
    assert ask(bears) == [(RAISINS,)]
    assert stands_at(ask, "fixed") == 701
