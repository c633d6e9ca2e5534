# SPDX-License-Identifier: AGPL-3.0-or-later
"""Orders larger than the demonstration has, made in a database of its own."""

from pathlib import Path

from e2e.story import ask

from house import odoo

PROGRAM = Path(__file__).with_name("_large_delivery.py")


def program(orders, codes=0):
    return f"ORDERS = {orders!r}\nCODES = {codes!r}\n{PROGRAM.read_text()}"


def make(database, orders, codes=0):
    """Confirmed orders, by their suppliers' names: so many lines each."""
    odoo.shell(database, program(orders, codes))


def lines_of(database, supplier):
    """Name, code, code of its case, ordered pieces, in the list's order."""
    return ask(
        database,
        "SELECT COALESCE(t.name->>'fr_FR', t.name->>'en_US'), x.barcode, c.barcode,"
        " m.product_qty::int"
        " FROM stock_move m JOIN product_product x ON x.id = m.product_id"
        " JOIN product_template t ON t.id = x.product_tmpl_id"
        " JOIN product_uom c ON c.product_id = x.id"
        " JOIN stock_picking p ON p.id = m.picking_id"
        " JOIN res_partner r ON r.id = p.partner_id"
        " WHERE r.name = %s AND c.barcode LIKE '96%%' ORDER BY m.id",
        supplier,
    )
