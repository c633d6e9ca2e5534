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

from odoo.addons.foodcoop_pricelist.lib.offer import Offer, Reading
from odoo.addons.foodcoop_words.lib.packs import Terms

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


def first(env, count):
    """A supplier's first list, its rows named as so many teas of the shop."""
    partner = env["res.partner"].create({"name": f"Garden of {count}"})
    teas = env["product.product"].create(
        [{"name": f"Tea {n}", "list_price": 50} for n in range(1, count + 1)]
    )
    catalogue = read(env, partner, offers(count, "2.00"))
    for line, tea in zip(catalogue.line_ids.sorted("source_row"), teas, strict=True):
        line.write({"product_id": tea.id, "take": True})
    settle(env)
    return catalogue


def second(env, catalogue):
    """The first one applied a month ago, and the list after it, all prices up."""
    catalogue.action_apply()
    env.cr.execute(
        "UPDATE product_supplierinfo SET date_start = date_start - 30"
        " WHERE partner_id = %s",
        [catalogue.partner_id.id],
    )
    env.invalidate_all()
    after = read(env, catalogue.partner_id, offers(len(catalogue.line_ids), "2.20"))
    settle(env)
    return after


def settle(env):
    """What was there before is committed and counted, as in a shop that is open."""
    env.cr.commit()
    env.cr.execute("ANALYZE")
    env.cr.commit()


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


def opening(env, catalogue):
    """The rows for load() that open this list's prices."""
    pack = env["uom.uom"]._find_or_create_packs([("piece", 6.0)])["piece", 6.0]
    return [
        [
            str(line.partner_id.id),
            str(line.product_id.product_tmpl_id.id),
            str(line.product_id.id),
            line.code,
            line.title,
            str(line.price * 6),
            str(pack.id),
            "2030-01-01",
            "0",
        ]
        for line in catalogue.line_ids
    ]


def load(env, fields, given):
    found = env["product.supplierinfo"].load(fields, given)
    if len(found["ids"] or ()) != len(given):
        raise RuntimeError(found["messages"][:1])
    env.flush_all()


def apply(env, catalogue):
    catalogue.action_apply()
    env.flush_all()


def in_turn(env, ours, theirs):
    """The median of both, turn by turn, so that both see the same machine."""
    spent = [
        [turn(env, lambda way=way: timed(way)) for way in (ours, theirs)]
        for _ in range(ROUNDS)
    ]
    return [statistics.median(times) for times in zip(*spent, strict=True)]


def opened(env, catalogue):
    """A first list: vendor lines where there were none."""
    given = opening(env, catalogue)
    return in_turn(
        env, lambda: apply(env, catalogue), lambda: load(env, [*LOADED], given)
    )


def changed(env, catalogue):
    """The list after it: old prices closed, new ones opened; load() does both too."""
    given = opening(env, catalogue)
    closed = [[str(line.seller_id.id), "2029-12-31"] for line in catalogue.line_ids]

    def theirs():
        load(env, [".id", "date_end"], closed)
        load(env, [*LOADED], given)

    return in_turn(env, lambda: apply(env, catalogue), theirs)


def asked(env, catalogue):
    return turn(env, lambda: queries(env, lambda: apply(env, catalogue)))


def previewed(env, catalogue):
    found = offers(FEW, "2.20")
    return turn(env, lambda: timed(lambda: compare(env, catalogue, found)))


def figures(env):
    few = second(env, first(env, FEW))
    many = first(env, MANY)
    first_ours, first_load = opened(env, many)
    many = second(env, many)
    ours, theirs = changed(env, many)
    return {
        "opened": first_ours,
        "opened_load": first_load,
        "changed": ours,
        "changed_load": theirs,
        "compared": previewed(env, few),
        "queries_few": asked(env, few),
        "queries_many": asked(env, many),
    }


print("FIGURES", json.dumps(figures(env)))  # noqa: F821
