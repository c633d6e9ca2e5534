# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest

from odoo.addons.foodcoop_terminal.lib.door import is_open


@pytest.mark.parametrize(
    "path",
    ["/reception", "/reception/scans", "/web/login", "/web/session/logout"],
)
def test_a_terminal_has_to_do_here(path):
    assert is_open(path, "/reception")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/my/account",
        "/my/security",
        "/odoo",
        "/receptions",
        "/web/dataset/call_kw/res.users/write",
        "/web/session/modules",
        "/web/loginx",
    ],
)
def test_a_terminal_has_nothing_to_do_here(path):
    assert not is_open(path, "/reception")
