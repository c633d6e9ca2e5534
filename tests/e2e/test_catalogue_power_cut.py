# SPDX-License-Identifier: AGPL-3.0-or-later
"""The server dies while it reads a list and nobody looks on; the list is read still.

The server runs its jobs here, so the reading happens in the background.
"""

import pytest
from openpyxl import Workbook

from e2e.catalogue import Desk
from e2e.story import sign_in

JOBS = 1
ROWS = 6000  # some seconds of reading: the power goes in the midst of it


@pytest.fixture
def long_list(tmp_path):
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Tarif")
    sheet.append(["Code", "Produit", "Prix", "Unité"])
    for number in range(ROWS):
        sheet.append([f"C{number:05}", f"Confiture numéro {number}", 3.5, "U"])
    path = tmp_path / "confitures.xlsx"
    workbook.save(path)
    return path


def desk_of(page):
    sign_in(page, "acheteuse", then="/odoo")
    return Desk(page)


def test_a_power_cut_in_the_midst_of_reading(open_page, server, long_list, ask, change):
    page = open_page("terminal")
    desk = desk_of(page)
    desk.drop(long_list)
    desk.press("action_read")
    desk.wait_for(".o_fc_progress [role=progressbar]:not([aria-valuenow='0'])")
    page.close()
    server.kill()
    assert ask("SELECT state FROM foodcoop_catalogue_import") == [("reading",)]
    assert ask("SELECT count(*) FROM foodcoop_catalogue_line") == [(0,)]
    change("UPDATE foodcoop_catalogue_reading SET ticked = ticked - interval '1 hour'")
    server.start()
    desk = desk_of(open_page("terminal"))
    desk.open_list(long_list.name)
    # The server's next look at its jobs may be a minute away; a person need not wait.
    desk.page.click(".o_fc_progress button.btn-primary", timeout=40_000)
    desk.page.wait_for_selector(".o_fc_check", timeout=40_000)
    assert ask("SELECT state FROM foodcoop_catalogue_import") == [("check",)]
