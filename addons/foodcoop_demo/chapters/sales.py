# SPDX-License-Identifier: AGPL-3.0-or-later
"""A year of moves, in SQL, and the stock they leave, through the ORM.

A hundred thousand moves are far too many for ``_action_done``; one statement takes
seconds. It writes what a done move has: state, quantities, places, date, value and a
move line, so that Odoo's reports and its stock at a past date read them like its own.
Left out on purpose: quants of places outside the shop, which nothing reads, and who
wrote the rows (checking these references is a sixth of the time).
"""

from odoo.tools import SQL

from ..lib.sales import Cause
from .book import at

HOURS = {Cause.OPENING: 6, Cause.DELIVERY: 7, Cause.SALE: 18, Cause.WASTE: 20}
LABELS = {
    Cause.OPENING: "Stock de départ",
    Cause.DELIVERY: "Livraison",
    Cause.SALE: "Ventes du jour",
    Cause.WASTE: "Invendus jetés",
}
# A row a movement: the columns come as arrays, in the order of ``_row``. And one line
# a move, for Odoo's history of moves lists lines.
MOVES = """
    WITH made AS (
        INSERT INTO stock_move (
            product_id, product_uom, location_id, location_dest_id, partner_id,
            date, product_uom_qty, product_qty, quantity, value, origin,
            reference, is_in, is_out, is_inventory,
            company_id, create_date, write_date,
            state, picked, procure_method, sequence, priority,
            propagate_cancel, additional, is_dropship, to_refund, price_unit)
        SELECT product, uom, source, destination, partner,
               day, quantity, quantity, quantity, round(value, 2), label,
               label, comes_in, NOT comes_in, is_inventory,
               %s, day, day,
               'done', TRUE, 'make_to_stock', 10, '0',
               TRUE, FALSE, FALSE, TRUE, value / quantity
          FROM unnest(%s::int[], %s::int[], %s::int[], %s::int[], %s::int[],
                      %s::timestamp[], %s::numeric[], %s::numeric[],
                      %s::varchar[], %s::bool[], %s::bool[])
            AS moved (product, uom, source, destination, partner,
                      day, quantity, value, label, comes_in, is_inventory)
         ORDER BY day
        RETURNING *)
    INSERT INTO stock_move_line (
        move_id, product_id, product_uom_id, location_id, location_dest_id,
        company_id, create_date, write_date, date,
        quantity, quantity_product_uom, state, picked)
    SELECT id, product_id, product_uom, location_id, location_dest_id,
           company_id, create_date, write_date, date,
           quantity, quantity, state, picked
      FROM made
"""


def apply(book):
    """Everything noted before must be in the database when SQL reads it."""
    book.env.flush_all()
    places = _places(book.env)
    rows = [
        (product.id, *_row(book, product, moved, places))
        for year in book.shop.years
        for product in book.products[year.reference]
        for moved in year.movements
    ]
    columns = [list(column) for column in zip(*rows, strict=True)]
    book.env.cr.execute(SQL(MOVES, book.env.company.id, *columns))
    book.env.invalidate_all()
    _stock(book, places["stock"])


def _places(env):
    """Where goods come from and go to."""
    warehouse = env["stock.warehouse"].search(
        [("company_id", "=", env.company.id)], limit=1
    )
    customers, suppliers = env["stock.warehouse"]._get_partner_locations()
    loss = env["stock.location"].search(
        [("usage", "=", "inventory"), ("company_id", "=", env.company.id)], limit=1
    )
    return {
        "stock": warehouse.lot_stock_id,
        Cause.OPENING: loss,
        Cause.DELIVERY: suppliers,
        Cause.SALE: customers,
        Cause.WASTE: loss,
    }


def _row(book, product, moved, places):
    """Unit, places, partner, day, quantity, value and words of a move."""
    stock, other = places["stock"], places[moved.cause]
    supplier = book.suppliers[book.of(moved.reference).supplier]
    return (
        product.uom_id.id,
        (other if moved.comes_in else stock).id,
        (stock if moved.comes_in else other).id,
        supplier.id if moved.cause is Cause.DELIVERY else None,
        at(moved.day, HOURS[moved.cause]),
        moved.quantity,
        moved.quantity * book.of(moved.reference).cost,
        LABELS[moved.cause],
        moved.comes_in,
        moved.cause is Cause.OPENING,
    )


def _stock(book, shelf):
    """What the year left on the shelves."""
    opened = at(book.shop.years[0].movements[0].day, HOURS[Cause.OPENING])
    book.env["stock.quant"].create(
        [
            {
                "product_id": book.products[year.reference].id,
                "location_id": shelf.id,
                "quantity": year.stock / 1000,
                "in_date": opened,
            }
            for year in book.shop.years
            if year.stock
        ]
    )
