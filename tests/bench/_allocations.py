# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run in Odoo's shell: numbers given, by the addon and by the least SQL could do."""

import json
import statistics
import threading
import time

from psycopg2.extras import execute_values

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry

MANY, ROUNDS, CLERKS, EACH = 10_000, 5, 50, 4
COLUMNS = (
    "code, gtin14, range_id, item, product_id, product_name, state, create_uid,"
    " create_date, write_uid, write_date"
)


def products(env, count):
    new = env["product.product"].create([{"name": f"Tea {n}"} for n in range(count)])
    env.flush_all()
    return new


def timed(action):
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def allocate(teas):
    teas.env.invalidate_all()
    return timed(lambda: (teas.action_allocate_barcode(), teas.env.flush_all()))


def insert(cr, rows):
    statement = f"INSERT INTO foodcoop_barcode_code ({COLUMNS}) VALUES %s"
    return timed(lambda: execute_values(cr._obj, statement, rows, page_size=1000))


def many(env):
    """Turn by turn, so that both see the same machine; nothing is kept."""
    teas, ours, plain = products(env, MANY), [], []
    for _round in range(ROUNDS):
        env.cr.execute("SAVEPOINT turn")
        ours.append(allocate(teas))
        env.cr.execute(
            f"SELECT {COLUMNS} FROM foodcoop_barcode_code WHERE product_id = ANY(%s)",
            [teas.ids],
        )
        rows = env.cr.fetchall()
        env.cr.execute("ROLLBACK TO SAVEPOINT turn")
        env.invalidate_all(flush=False)
        plain.append(insert(env.cr, rows))
        env.cr.execute("ROLLBACK TO SAVEPOINT turn")
    env.cr.rollback()
    return statistics.median(ours), statistics.median(plain)


def at_once(dbname, batches):
    """Each batch given by a clerk with a connection of his own."""
    waits, start = [], threading.Barrier(len(batches))

    def give(ids):
        with Registry(dbname).cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            teas = env["product.product"].browse(ids)
            start.wait()
            waits.append(timed(lambda: (teas.action_allocate_barcode(), cr.commit())))

    clerks = [threading.Thread(target=give, args=(ids,)) for ids in batches]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return waits


def figures(env):
    given, plain = many(env)
    teas = products(env, (CLERKS + ROUNDS) * EACH)
    env.cr.commit()
    batches = [teas.ids[n * EACH :][:EACH] for n in range(CLERKS + ROUNDS)]
    alone = [at_once(env.cr.dbname, [batch])[0] for batch in batches[CLERKS:]]
    waits = at_once(env.cr.dbname, batches[:CLERKS])
    env.invalidate_all()
    codes = teas.mapped("barcode")
    return {
        "given": given,
        "plain": plain,
        "alone": statistics.median(alone),
        "finished": len(waits),
        "longest": max(waits),
        "numbers": len(codes),
        "duplicates": len(codes) - len(set(codes) - {False}),
    }


print("FIGURES", json.dumps(figures(env)))  # noqa: F821
