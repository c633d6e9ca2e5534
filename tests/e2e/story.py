# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every story does: sign in, take a picture."""

import os
from pathlib import Path


def sign_in(page, login, password="fourmi", then="/odoo"):
    """Sign in as a person does, and land on the page asked for."""
    page.goto(f"/web/login?redirect={then}")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", password)
    page.click(".oe_login_form button[type=submit]")
    page.wait_for_url(lambda url: "/web/login" not in url)


def picture(page, name):
    """A screenshot in the ignored folder, to be looked at by a person."""
    folder = Path(os.environ["FOODCOOP_HOME"]) / "shots"
    folder.mkdir(exist_ok=True)
    page.screenshot(path=folder / f"{name.replace('/', '_')}.png")
