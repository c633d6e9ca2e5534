# SPDX-License-Identifier: AGPL-3.0-or-later
"""After a delivery: what it lacked waits for somebody who decides."""

import pytest

from e2e.back_office import BackOffice
from e2e.calls import Till
from e2e.story import picture, sign_in


@pytest.fixture
def lacking(server, ask):
    """A closed delivery of which one product did not come: its name."""
    [(picking,)] = ask(
        "SELECT picking_id FROM stock_move WHERE state = 'assigned' AND picking_id IN"
        " (SELECT id FROM stock_picking WHERE state = 'assigned' AND origin <> '')"
        " GROUP BY picking_id ORDER BY count(*) DESC LIMIT 1"
    )
    till = Till(server)
    opened, _ = till.ask("open", pickings=[picking])
    missing, *came = opened["lines"]
    for line in came:
        till.scan(opened["reception"], line["product"], line["ordered"])
    till.ask("close", reception=opened["reception"], accept_missing=True)
    return missing["name"]


@pytest.fixture
def office(terminal):
    sign_in(terminal, "coordination")
    return BackOffice(terminal)


def test_what_is_missing_is_decided_with_one_button(office, lacking, ask):
    office.open("foodcoop_reception_review.line_action")
    office.row(lacking).first.wait_for()
    picture(office.page, "review-differences")
    office.row(lacking).first.locator("td.o_data_cell >> nth=0").click()
    office.wait_for(".o_form_view button[name=action_complete]")
    picture(office.page, "review-line")
    office.press("action_complete")
    office.wait_for(".o_form_view .o_field_widget[name=decided_by_id]")
    decided = ask(
        "SELECT decision FROM foodcoop_reception_line WHERE kind = 'short'"
        " ORDER BY id DESC LIMIT 1"
    )
    assert decided == [("complete",)]
    expected = ask(
        "SELECT m.id FROM stock_move m JOIN foodcoop_reception_line l"
        " ON l.purchase_line_id = m.purchase_line_id WHERE l.kind = 'short'"
        " AND m.state NOT IN ('done', 'cancel')"
    )
    assert not expected


def test_the_delivery_as_a_whole_is_looked_at(office, lacking):
    office.open("foodcoop_reception.reception_action")
    office.rows.first.locator("td.o_data_cell >> nth=0").click()
    office.wait_for(".o_form_view button[name=action_review]")
    picture(office.page, "review-delivery")
    office.press("action_review")
    office.row(lacking).first.wait_for()
