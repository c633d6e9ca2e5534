# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

STATES = [
    ("issued", "In use"),
    ("imported", "In use before"),
    ("reserved", "Kept aside"),
    ("skipped", "Passed over"),
    ("retired", "Retired"),
    ("foreign", "Somebody else's"),
]
IN_USE = ("issued", "imported")
FACTS = {"code", "gtin14", "range_id", "item"}
COLUMNS = {
    "code": "varchar[]",
    "gtin14": "varchar[]",
    "range_id": "int4[]",
    "item": "int4[]",
    "product_id": "int4[]",
    "product_name": "varchar[]",
    "state": "varchar[]",
    "reason": "varchar[]",
}


class FoodcoopBarcodeCode(models.Model):
    """Every number ever given or passed over. Rows are added, never taken away."""

    _name = "foodcoop.barcode.code"
    _description = "Number"
    _rec_name = "code"
    _order = "id desc"

    code = fields.Char(required=True, readonly=True)
    gtin14 = fields.Char("GTIN-14 key", required=True, readonly=True)
    range_id = fields.Many2one(
        "foodcoop.barcode.range",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    item = fields.Integer(readonly=True, aggregator=None)
    product_id = fields.Many2one(
        "product.product", readonly=True, index="btree_not_null", ondelete="set null"
    )
    product_name = fields.Char("Given to", readonly=True)
    state = fields.Selection(STATES, required=True, readonly=True, default="issued")
    reason = fields.Char("Why", readonly=True)
    last_scan = fields.Date("Last scanned", readonly=True)
    event_ids = fields.One2many("foodcoop.barcode.event", "code_id", "History")

    _code_uniq = models.Constraint("unique(code)", "This number was already given.")
    _gtin14_uniq = models.Constraint("unique(gtin14)", "This number was already given.")

    def write(self, vals):
        if FACTS & vals.keys():
            raise UserError(
                self.env._("A number that was given stays as it is. Give a new one.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._(
                "Numbers are never deleted: labels with them are still in the shop. "
                "Retire the number, or give the product another one."
            )
        )

    def _turn(self, state, reason, product=None):
        """A new state for these numbers, and a row of history for each.

        With a ``product``, the number changes hands too.
        """
        values = {"state": state, "reason": reason}
        if product is not None:
            values |= {
                "product_id": product.id,
                "product_name": product._name_to_keep(),
            }
        self.write(values)
        self.env["foodcoop.barcode.event"].create(
            [
                {
                    "code_id": code.id,
                    "kind": state,
                    "reason": reason,
                    "product_id": code.product_id.id,
                    "product_name": code.product_name,
                }
                for code in self
            ]
        )

    @api.model
    def _take_over(self, rows):
        """Codes in use before the register, or somebody else's; those it knows stay.

        A range goes on after the highest of its codes. Not after one far ahead: a
        single odd label would use the range up, and codes the register knows are
        passed over anyway.
        """
        # sudo: a code of another company's range is in that range all the same
        ranges = self.env["foodcoop.barcode.range"].sudo()
        everyones = ranges.with_context(active_test=False).search([])
        owners = [(range_, range_._spec()) for range_ in everyones]
        ids = [row["product_id"] for row in rows if row.get("product_id")]
        products = self.env["product.product"].browse(ids)
        names = {product.id: product._name_to_keep() for product in products}
        taken, items = [], defaultdict(list)
        for row in rows:
            place = _place(row["code"], owners)
            name = {"product_name": names.get(row.get("product_id"))}
            taken.append(row | place | name)
            if place and row["state"] == "imported":
                items[place["range_id"]].append(place["item"])
        for owner, met in items.items():
            ranges.browse(owner)._advance_over(met)
        return self._insert(taken)

    @api.model
    def _insert(self, rows):
        """The rows the register did not hold yet, in one statement.

        A number another transaction has just registered makes the database refuse
        this one, which then starts again: no number is ever in two hands.
        """
        self.check_access("create")
        self.flush_model(["gtin14"])
        columns = [
            SQL("%s::%s", [row.get(name) or None for row in rows], SQL(kind))
            for name, kind in COLUMNS.items()
        ]
        found = self.env.execute_query(
            SQL(
                "INSERT INTO foodcoop_barcode_code"
                " (code, gtin14, range_id, item, product_id, product_name, state,"
                " reason, create_uid, create_date, write_uid, write_date)"
                " SELECT t.*, %(uid)s, %(now)s, %(uid)s, %(now)s"
                " FROM unnest(%(columns)s) AS t"
                " ON CONFLICT DO NOTHING RETURNING id",
                uid=self.env.uid,
                now=self.env.cr.now(),
                columns=SQL(", ").join(columns),
            )
        )
        return self.browse([id_ for (id_,) in found])


def _place(code, owners):
    """The range of ours that holds a code, and its item there."""
    for range_, spec in owners:
        item = spec.item_of(code)
        if item is not None:
            return {"range_id": range_.id, "item": item}
    return {}
