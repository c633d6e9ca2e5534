# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run in Odoo's shell: a list compared and applied, and Odoo's load() of its prices.

load() gets what a person could give it at best: database ids instead of names.
"""

import base64
import json
import statistics
import time
import uuid
from decimal import Decimal

from odoo.addons.foodcoop_column.lib.offer import Offer, Reading
from odoo.addons.foodcoop_phrase.lib.packs import Terms

MANY, FEW, ROUNDS = 10_000, 1_200, 3
LOADED = (
    *("partner_id/.id", "product_tmpl_id/.id", "product_id/.id", "product_code"),
    *("product_name", "price", "product_uom_id/.id", "date_start", "min_qty"),
)


def timed(action):
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def queries(env, action):
    before = env.cr.sql_log_count
    action()
    return env.cr.sql_log_count - before


def turn(env, action):
    """Measured, and taken back, so that every turn sees the same shop."""
    env.flush_all()
    env.cr.execute("SAVEPOINT turn")
    env.invalidate_all()
    spent = action()
    env.cr.execute("ROLLBACK TO SAVEPOINT turn")
    env.invalidate_all(flush=False)
    return spent


def offers(count, price):
    return tuple(
        Offer(
            "List",
            number,
            f"Tea of garden {number}",
            f"T{number:05}",
            price=Decimal(price) + number % 7,
            pack_text="6 x 100 g",
            unit_text="piece",
            terms=Terms("piece", Decimal(6)),
        )
        for number in range(1, count + 1)
    )


def supply(env, count):
    """A supplier whose whole list of so many teas the shop buys."""
    partner = env["res.partner"].create({"name": f"Garden of {count}"})
    teas = env["product.product"].create(
        [{"name": f"Tea {n}", "list_price": 50} for n in range(1, count + 1)]
    )
    catalogue = read(env, partner, offers(count, "2.00"))
    for line, tea in zip(catalogue.line_ids.sorted("source_row"), teas, strict=True):
        line.write({"product_id": tea.id, "take": True})
    catalogue.action_apply()
    env.cr.execute(
        "UPDATE product_supplierinfo SET date_start = date_start - 30"
        " WHERE partner_id = %s",
        [partner.id],
    )
    env.invalidate_all()
    return partner


def read(env, partner, found):
    content = uuid.uuid4().hex
    catalogue = env["foodcoop.catalogue.import"].create(
        {
            "partner_id": partner.id,
            "filename": "teas.xlsx",
            "file": base64.b64encode(content.encode()),
            "digest": content,
        }
    )
    compare(env, catalogue, found)
    return catalogue


def compare(env, catalogue, found):
    env["foodcoop.catalogue.line"]._refresh(catalogue, Reading(found, ()))
    catalogue.state = "read"
    env.flush_all()


def rows(env, partner):
    lines = env["product.supplierinfo"].search([("partner_id", "=", partner.id)])
    return [
        [
            str(partner.id),
            str(line.product_tmpl_id.id),
            str(line.product_id.id),
            line.product_code,
            line.product_name,
            str(line.price + 1),
            str(line.product_uom_id.id),
            "2030-01-01",
            "0",
        ]
        for line in lines
    ]


def load(env, given):
    found = env["product.supplierinfo"].load(list(LOADED), given)
    if len(found["ids"] or ()) != len(given):
        raise RuntimeError(found["messages"][:1])
    env.flush_all()


def apply(env, catalogue):
    catalogue.action_apply()
    env.flush_all()


def applied(env):
    partner = supply(env, MANY)
    catalogue = read(env, partner, offers(MANY, "2.20"))
    given = rows(env, partner)
    ours, theirs = [], []
    for _round in range(ROUNDS):
        ours.append(turn(env, lambda: timed(lambda: apply(env, catalogue))))
        theirs.append(turn(env, lambda: timed(lambda: load(env, given))))
    asked = turn(env, lambda: queries(env, lambda: apply(env, catalogue)))
    return statistics.median(ours), statistics.median(theirs), asked


def previewed(env):
    partner = supply(env, FEW)
    found = offers(FEW, "2.20")
    catalogue = read(env, partner, found)
    spent = turn(env, lambda: timed(lambda: compare(env, catalogue, found)))
    asked = turn(env, lambda: queries(env, lambda: apply(env, catalogue)))
    return spent, asked


def figures(env):
    compared, asked_few = previewed(env)
    ours, theirs, asked_many = applied(env)
    env.cr.rollback()
    return {
        "apply": ours,
        "load": theirs,
        "compare": compared,
        "queries_few": asked_few,
        "queries_many": asked_many,
    }


print("FIGURES", json.dumps(figures(env)))  # noqa: F821
