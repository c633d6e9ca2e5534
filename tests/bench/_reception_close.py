# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run in Odoo's shell after _large_delivery.py: a large delivery written into stock.

By the count of a terminal, and by Odoo's own button on an order just like it; in turn.
"""

import json
import time
import uuid

ROUNDS, LINES = 2, 300


def counted(env, picking):
    """The delivery counted on a terminal, line by line, and not closed."""
    account = env["res.users"].search([("login", "=", "reception")])
    receptions = env["foodcoop.reception"].with_user(account)
    told = receptions.open_delivery(picking.ids)
    scans = [
        {
            "uuid": str(uuid.uuid4()),
            "kind": "propose",
            "product": line["product"],
            "quantity": line["ordered"],
            "code": "",
            "reverses": None,
            "at": f"2026-11-21T08:00:00.{number:06}+00:00",
            "person": "Anne",
        }
        for number, line in enumerate(told["lines"])
    ]
    reception = receptions.browse(told["reception"])
    reception.record_scans(scans, "bench")
    return reception


def timed(env, action):
    env.flush_all()
    env.invalidate_all()
    began = time.perf_counter()
    action()
    env.flush_all()
    took = time.perf_counter() - began
    env.cr.commit()
    return 1000 * took


def one_round(env, goods, case):
    ours, odoo = (order(env, "Bench", goods, case) for _ in range(2))  # noqa: F821
    reception = counted(env, ours)
    figures = {
        "odoo": timed(env, odoo.button_validate),
        "ours": timed(env, reception.action_close),
    }
    received = [sum(picking.move_ids.mapped("quantity")) for picking in (ours, odoo)]
    assert received[0] == received[1] > 0, received
    assert ours.state == odoo.state == "done"
    return figures


goods = products(env, "Closed", 5_000_000, LINES)  # noqa: F821
case = env["uom.uom"].search([("name", "=", "case of 6")], limit=1)  # noqa: F821
print("FIGURES", json.dumps([one_round(env, goods, case) for _ in range(ROUNDS)]))  # noqa: F821
