# SPDX-License-Identifier: AGPL-3.0-or-later
import uuid

from odoo import api, fields, models
from odoo.addons.foodcoop_reception.lib import tally
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib import typed

DEVICE = "paper"


class ReceptionTyped(models.TransientModel):
    """A count sheet on paper that is typed in; the count itself goes on elsewhere."""

    _name = "foodcoop.reception.typed"
    _description = "Paper sheet typed in"
    _rec_name = "reception_id"

    reception_id = fields.Many2one("foodcoop.reception", required=True, readonly=True)
    person = fields.Char("Counted by", required=True)
    remark = fields.Char(
        "Written at the bottom", help="What is not on the list: a remark of the count."
    )
    remark_uuid = fields.Char(default=lambda self: str(uuid.uuid4()))
    notice = fields.Text(readonly=True)
    line_ids = fields.One2many("foodcoop.reception.typed.line", "sheet_id")

    @api.model
    def _open(self, reception):
        """The rows of the paper, with what is counted by now."""
        reception._check_terminal()
        reception.check_access("read")
        self._check_counting(reception)
        return self.create(
            {
                "reception_id": reception.id,
                "person": self.env.user.name,
                "line_ids": [
                    Command.create(row) for row in self._prepare_rows(reception)
                ],
            }
        )

    @api.model
    def _check_counting(self, reception):
        if reception.state == "closed":
            raise UserError(
                self.env._(
                    "This delivery is closed: nothing can be added to its count. "
                    "Tell the office what you found."
                )
            )

    @api.model
    def _prepare_rows(self, reception):
        # sudo: a coordinator has no rights on stock; the rows are plain texts
        own = reception.sudo()
        counts = tally.fold(own._events())
        rows = own._sheet_rows(own._pickings())
        return [
            {
                "number": number,
                "product_id": row["product"].id,
                "ordered": row["ordered"],
                **_counted(counts.get(row["product"].id)),
            }
            for number, row in enumerate(rows, start=1)
        ]

    def _shown(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Type in a paper sheet"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "current",
        }

    def action_record(self):
        """Record what was typed, unless others counted the same in the meantime."""
        self.ensure_one()
        reception = self.reception_id
        self._check_counting(reception)
        # sudo: products of scans; the right to count is checked where they are kept
        counts = tally.fold(reception.sudo()._events())
        numbers = [line._as_typed() for line in self.line_ids]
        changed, moved = typed.changes(numbers, counts)
        if moved:
            self._show_moved(moved, counts)
            return self._shown()
        events = [
            line._as_event(changed[line.product_id.id])
            for line in self.line_ids
            if line.product_id.id in changed
        ]
        reception.record_scans(events + self._remarks(), device=DEVICE)
        return {
            "type": "ir.actions.act_window",
            "res_model": reception._name,
            "res_id": reception.id,
            "views": [(False, "form")],
            "target": "main",
        }

    def _show_moved(self, products, counts):
        lines = self.line_ids.filtered(lambda line: line.product_id.id in products)
        for line in lines:
            line.write(_counted(counts.get(line.product_id.id)))
        names = ", ".join(lines.product_id.mapped("display_name"))
        self.notice = self.env._(
            "Others counted these meanwhile: %s. Nothing is recorded yet. Look at the "
            "new counts, correct your numbers, then record again: yours replace "
            "theirs.",
            names,
        )

    def _remarks(self):
        if not self.remark:
            return []
        return [self._event(self.remark_uuid, "note", note=self.remark)]

    def _event(self, key, kind, **values):
        moment = fields.Datetime.now().isoformat(timespec="milliseconds")
        event = {"uuid": key, "kind": kind, "product": None, "quantity": 0, "code": ""}
        told = {"reverses": None, "at": f"{moment}Z", "person": self.person}
        return {**event, **told, **values}


class ReceptionTypedLine(models.TransientModel):
    _name = "foodcoop.reception.typed.line"
    _description = "Row of a paper sheet"
    _order = "number"

    sheet_id = fields.Many2one(
        "foodcoop.reception.typed", required=True, ondelete="cascade"
    )
    number = fields.Integer("No.", readonly=True)
    product_id = fields.Many2one("product.product", readonly=True, required=True)
    ordered = fields.Char(readonly=True)
    is_counted = fields.Boolean(readonly=True)
    before = fields.Float("Counted so far", digits="Product Unit", readonly=True)
    written = fields.Char("On the paper", help="Empty: not counted, which is not 0.")
    uuid = fields.Char(default=lambda self: str(uuid.uuid4()))

    def _as_typed(self):
        before = tally.as_decimal(self.before) if self.is_counted else None
        try:
            number = typed.quantity(self.written or "")
        except typed.NoNumber as error:
            raise UserError(
                self.env._(
                    "Row %(number)s: %(text)s is no quantity. Type a number like 12 or "
                    "7.5, or leave it empty.",
                    number=self.number,
                    text=self.written,
                )
            ) from error
        return typed.Typed(self.product_id.id, before, number)

    def _as_event(self, change):
        product = self.product_id.id
        return self.sheet_id._event(
            self.uuid, "set", product=product, quantity=float(change)
        )


def _counted(count):
    return {"is_counted": count is not None, "before": float(count or 0)}
