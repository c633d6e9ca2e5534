# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two real weeks of a dairy, as CSV without headings; skipped where they are absent."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from e2e.catalogue import Desk
from e2e.story import picture, sign_in

LISTS = Path(__file__).resolve().parents[3] / "shared/data/catalogues"
WEEKS = [LISTS / f"fr_dairyland_mercuriale_semaine{week}.csv" for week in (1, 2)]
JOBS = 1  # the server reads lists in the background
SUPPLIER = "Laiterie du Pré"
GONE = "N'est plus au tarif"

pytestmark = pytest.mark.skipif(
    not all(week.exists() for week in WEEKS), reason="the real lists are not here"
)


@pytest.fixture
def desk(terminal):
    sign_in(terminal, "acheteuse", then="/odoo")
    return Desk(terminal)


@pytest.fixture
def kinds(ask):
    """What the last list was found to hold: {kind: rows}."""

    def of():
        return Counter(
            dict(
                ask(
                    "SELECT kind, count(*) FROM foodcoop_catalogue_line"
                    " WHERE import_id = (SELECT max(id) FROM foodcoop_catalogue_import)"
                    " GROUP BY kind"
                )
            )
        )

    return of


def drop(desk, week, choose):
    """A list that names nobody: the person says whose it is."""
    desk.open("foodcoop_catalogue_list.action_import")
    desk.new()
    choose("partner_id", SUPPLIER)
    desk.attach("file", week)
    desk.read()


def open_differences(desk):
    """Of the second week, as they were left."""
    desk.open_list(WEEKS[1].name)
    desk.press("action_differences")
    desk.wait_for(".o_list_view .o_data_row")


def test_1_everything_of_the_first_week_is_taken(desk, kinds):
    drop(desk, WEEKS[0], desk.choose_new)
    picture(desk.page, "weeks-1-asked")
    desk.answer_all({"scope": "full", "net": "net", "basis": "piece"})
    picture(desk.page, "weeks-1-right")
    desk.confirm()
    assert kinds() == {"new": 100}
    desk.select_all()
    desk.press("action_take")
    desk.wait_for("td[name=take] input:checked")
    desk.apply()
    picture(desk.page, "weeks-1-applied")


def test_2_the_second_week_differs_as_its_makers_say(desk, kinds, change):
    change("UPDATE product_supplierinfo SET date_start = date_start - 7")
    drop(desk, WEEKS[1], desk.choose)
    picture(desk.page, "weeks-2-right")
    assert not desk.page.locator(".o_fc_question").count()
    desk.confirm()
    picture(desk.page, "weeks-2-differences")
    assert kinds() == {"changed": 17, "same": 81, "new": 2, "gone": 2}


def test_3_taking_all_ends_no_product(desk):
    """Nor does one switch for all rows: those of what is gone cannot be moved."""
    open_differences(desk)
    desk.select_all()
    desk.press("action_take")
    desk.wait_for(".o_notification")
    gone = desk.row(GONE).locator("td[name=take] input")
    told = gone.evaluate_all(
        "all => all.map(({checked, disabled}) => [checked, disabled])"
    )
    assert told == [[False, True], [False, True]]
    picture(desk.page, "weeks-3-all-taken")


def test_4_what_is_gone_is_taken_by_itself(desk):
    open_differences(desk)
    desk.filter("Disparu du tarif")
    desk.wait_for_rows(2)
    desk.select_all()
    desk.press("action_take")
    desk.wait_for(f'tr:has-text("{GONE}") td[name=take] input:checked')
    picture(desk.page, "weeks-4-gone-taken")


def test_5_old_prices_end_as_new_ones_begin(desk, ask):
    """Dearer than the shelf price that week 1 was given: a person looks at each."""
    open_differences(desk)
    dearer = desk.row("2,76 € pour un colis de 2")
    dearer.locator("button[name=action_take]").click()
    dearer.locator("td[name=take] input:checked").wait_for()
    desk.apply()
    held = "SELECT price, date_end IS NULL FROM product_supplierinfo"
    prices = ask(f"{held} WHERE product_code = 'LYZZI' ORDER BY id")
    assert [(float(price), holds) for price, holds in prices] == [
        (2.26, False),
        (2.49, True),
    ]
    assert ask(f"{held} WHERE price = 2.76") == [(Decimal("2.76"), True)]
    gone = ask(f"{held} WHERE product_code IN ('HKKKKKOOS', 'LXXXAXLD')")
    assert [holds for _price, holds in gone] == [False, False]
