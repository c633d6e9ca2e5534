# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which addresses may begin the identity of a shop's goods."""

import pytest

from odoo.addons.foodcoop_catalogue_dfc.lib.address import is_worldwide

WORLD = ("coop.example", "a.coop.example:8069/odoo", "8.8.8.8", "épicerie.example")
HERE = (
    *("localhost:0", "127.0.0.1:8069", "[::1]:8069", "0.0.0.0:8069"),
    *("192.168.1.10:8069", "10.0.0.4", "odoo:8069", "caisse.local", "coop.lan."),
    *("coop.localhost", "coop.home.arpa", "", ".", "[x"),
)


@pytest.mark.parametrize("host", WORLD)
def test_an_address_of_the_world(host):
    assert is_worldwide(f"https://{host}")
    assert is_worldwide(f"http://{host}")


@pytest.mark.parametrize("host", HERE)
def test_an_address_that_is_elsewhere_for_everybody(host):
    assert not is_worldwide(f"http://{host}")


@pytest.mark.parametrize("text", ["", "coop.example", "ftp://coop.example"])
def test_what_is_no_address_of_a_page(text):
    assert not is_worldwide(text)
