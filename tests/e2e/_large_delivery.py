# SPDX-License-Identifier: AGPL-3.0-or-later
"""Run in Odoo's shell: orders of many lines, and codes of a whole shop.

``ORDERS`` (supplier to number of lines) and ``CODES`` (products beside them) stand in
front of this program. Each line is cases of 6; a product has a code, and its case has.
"""


def with_check_digit(digits):
    odd, even = digits[-1::-2], digits[-2::-2]
    total = 3 * sum(map(int, odd)) + sum(map(int, even))
    return f"{digits}{-total % 10}"


def products(env, name, first, count):
    values = [
        {
            "name": f"{name} {number:04}",
            "is_storable": True,
            "barcode": with_check_digit(f"95{number:010}"),
            "taxes_id": False,
            "supplier_taxes_id": False,
        }
        for number in range(first, first + count)
    ]
    return env["product.product"].create(values)


def order(env, supplier, goods, case):
    partner = env["res.partner"].create({"name": supplier, "supplier_rank": 1})
    lines = [
        {
            "product_id": product.id,
            "product_qty": 2 + number % 2,
            "product_uom_id": case.id,
            "price_unit": 6,
        }
        for number, product in enumerate(goods)
    ]
    made = env["purchase.order"].create(
        {"partner_id": partner.id, "order_line": [(0, 0, line) for line in lines]}
    )
    made.button_confirm()
    return made.picking_ids


def fill(env, orders, codes):
    unit = env.ref("uom.product_uom_unit")
    case = env["uom.uom"].create(
        {"name": "case of 6", "relative_factor": 6, "relative_uom_id": unit.id}
    )
    first = 1_000_000
    pickings = []
    for supplier, lines in orders.items():
        goods = products(env, f"{supplier}: product", first, lines)
        env["product.uom"].create(
            [
                {
                    "product_id": product.id,
                    "uom_id": case.id,
                    "barcode": with_check_digit(f"96{first + number:010}"),
                }
                for number, product in enumerate(goods)
            ]
        )
        pickings.append(order(env, supplier, goods, case))
        first += lines
    if codes:
        more_codes(env, case, first, codes)
    return pickings


def more_codes(env, case, first, codes):
    """By SQL, and spread over all products: a shop's worth takes the ORM minutes."""
    env.flush_all()
    env.cr.execute("SELECT array_agg(id) FROM product_product WHERE active")
    [ids] = env.cr.fetchone()
    rows = [
        (ids[number % len(ids)], case.id, with_check_digit(f"97{first + number:010}"))
        for number in range(codes)
    ]
    env.cr.executemany(
        "INSERT INTO product_uom (product_id, uom_id, barcode) VALUES (%s, %s, %s)",
        rows,
    )
    env.invalidate_all()


PICKINGS = fill(env, ORDERS, CODES)  # noqa: F821  (the shell's, and in front of this)
env.cr.commit()  # noqa: F821
