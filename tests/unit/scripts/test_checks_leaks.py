# SPDX-License-Identifier: AGPL-3.0-or-later
"""What must never be committed is found; what readers need may stay.

The planted leaks are put together here, so that this file holds none itself.
"""

import pytest

from house.checks import leaks

FOREIGN = "a-shop-of-ours" + ".fr"
LEAKS = {
    "an address": "see https:/" + f"/{FOREIGN}/page",
    "a mail address": "write to lucie@" + FOREIGN,
    "a package registry": "registry" + ".npmjs" + ".org",
    "an index of packages": "pypi" + ".org",
    "a home folder": "cd /ho" + "me/lucie/shop",
    "a work folder": 'ROOT = "/wo' + 'rk/main"',
    "root's home": "cat /ro" + "ot/notes",
    "a private key": "-----BEGIN " + "RSA PRIVATE KEY-----",
    "an access key": "AK" + "IAABCDEFGHIJKLMNOP",
    "a token": "token = '" + "a1b2c3d4" * 4 + "'",
    "a password": "PGPASSWORD=" + "correct1horse2battery3staple",
}
HARMLESS = (
    "https://www.odoo.com/documentation/19.0/",
    "https://github.com/OCA/queue",
    "http://odoo:8069 and http://127.0.0.1:8069/reception",
    "lucie@example.com, paul@fourmiliere.example, https://shop.example.org/web",
    'import { Component } from "@odoo/owl"; @odoo/owl@2.8.1',
    "../shared/data/catalogues, /var/lib/odoo, /etc/nginx, $HOME/work/x, ~/.npmrc",
    "password = 'fourmi'",
    "token = self._generate_access_token_for_member()",
    'PGPASSWORD: "${POSTGRES_PASSWORD:?set it in .env}"',
    "/web/root/x and a/home/b",
)


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_leak_is_found(leak):
    assert list(leaks._line_findings(leak))


@pytest.mark.parametrize("line", HARMLESS)
def test_harmless_line_passes(line):
    assert list(leaks._line_findings(line)) == []


def test_leak_is_reported_with_its_place_but_not_its_text(make_project):
    key = LEAKS["an access key"]
    project = make_project({"addons/a.py": f"x = 1\ny = '{key}'\n"})
    (found,) = leaks.check(project)
    assert (found.path, found.line) == ("addons/a.py", 2)
    assert key not in str(found)


def test_path_of_this_checkout_is_a_leak(make_project):
    project = make_project({})
    (project.root / "notes.md").write_text(f"cd {project.root} && scripts/start\n")
    assert [found.path for found in leaks.check(project)] == ["notes.md"]


def test_ignored_files_are_not_read(make_project):
    files = {".gitignore": "/own/\n", "own/a.txt": LEAKS["an address"]}
    assert leaks.check(make_project(files)) == []
