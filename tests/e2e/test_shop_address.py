# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where links in mails lead, when the demonstration opens at another port."""

import pytest

from house import databases, start

DATABASE = "e2e_address"
TABLE = """
    CREATE TABLE ir_config_parameter (key text, value text);
    INSERT INTO ir_config_parameter VALUES ('web.base.url', %s), ('other', %s)
"""


@pytest.fixture
def links():
    """``links(address, port)``: the address after the shop opened at that port."""
    with databases.cursor() as cr:
        cr.execute(f"CREATE DATABASE {DATABASE}")

    def moved(address, port):
        with databases.cursor(DATABASE) as cr:
            cr.execute("DROP TABLE IF EXISTS ir_config_parameter")
            cr.execute(TABLE, [address, address])
        start.point_links(DATABASE, port)
        with databases.cursor(DATABASE) as cr:
            cr.execute("SELECT value FROM ir_config_parameter ORDER BY key DESC")
            (found,), (other,) = cr.fetchall()
        assert other == address
        return found

    yield moved
    databases.drop(DATABASE)


def test_links_lead_to_the_port_that_was_opened(links):
    for address in ("http://localhost:0", "http://127.0.0.1:8069"):
        assert links(address, 8070) == "http://127.0.0.1:8070"


def test_an_address_that_somebody_gave_stays(links):
    for address in ("https://coop.example", "http://coop.local:8069"):
        assert links(address, 8070) == address
