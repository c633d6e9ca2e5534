# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every story does: sign in, take a picture, look into the shop's database."""

import os
from contextlib import closing
from pathlib import Path

import psycopg2
from playwright.sync_api import Error

from house.place import say


def sign_in(page, login, password="fourmi", then="/odoo"):
    """Sign in as a person does, and be on the way to the page asked for."""
    page.goto(f"/web/login?redirect={then}")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", password)
    page.click(".oe_login_form button[type=submit]")
    page.wait_for_url(lambda url: "/web/login" not in url, wait_until="commit")


SIZES = {"terminal": (1280, 800), "tablet": (820, 1180), "phone": (390, 844)}


def picture(page, name, sizes=("terminal", "tablet", "phone")):
    """Screenshots in three sizes, when a person asked for them: ``--pictures``.

    Not between ticking rows of a list and pressing a button: what Odoo draws of its
    control panel while the page is a phone's stays so when the page is wide again.
    """
    if "FOODCOOP_PICTURES" not in os.environ:
        return
    before = page.viewport_size
    for size in sizes:
        width, height = SIZES[size]
        page.set_viewport_size({"width": width, "height": height})
        for _ in range(2):  # what folds itself has done so when it was drawn once
            shot(page, f"{name}-{size}")
    page.set_viewport_size(before)


def shot(page, name):
    """A picture in the folder that git ignores. That there is none fails no test: now
    and then Chromium draws no frame after a change of size."""
    folder = Path(os.environ["FOODCOOP_HOME"]) / "shots"
    folder.mkdir(exist_ok=True)
    try:
        page.screenshot(path=folder / f"{name.replace('/', '_')}.png")
    except Error as error:
        say(f"No picture of {name}: {error}")


def ask(database, query, *values):
    """What a person could look up, in one line: the rows of a query."""
    with (
        closing(psycopg2.connect(dbname=database)) as connection,
        connection.cursor() as cr,
    ):
        cr.execute(query, values)
        return cr.fetchall()


def change(database, query, *values):
    """Set up what a test cannot wait for: years that pass, an office at work."""
    with (
        closing(psycopg2.connect(dbname=database)) as connection,
        connection,
        connection.cursor() as cr,
    ):
        cr.execute(query, values)
        assert cr.rowcount, "nothing was there to change"
