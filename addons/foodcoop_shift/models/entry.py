# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError

from .. import sentences
from ..lib.ledger import Cause


class ShiftEntry(models.Model):
    """The account. Rows are appended; a mistake is taken back by another row."""

    _name = "foodcoop.shift.entry"
    _description = "Entry of a member's account"
    _order = "date desc, id desc"
    _rec_name = "text"

    member_id = fields.Many2one(
        "foodcoop.member", required=True, ondelete="restrict", index=True
    )
    company_id = fields.Many2one(related="member_id.company_id")
    date = fields.Date(required=True, default=fields.Date.context_today)
    amount = fields.Integer(required=True)
    cause = fields.Selection(
        [
            (Cause.ATTENDED.value, "Came"),
            (Cause.ABSENT.value, "Did not come"),
            (Cause.EXCUSED.value, "Excused"),
            (Cause.CLOSED.value, "Shift cancelled by the shop"),
            (Cause.DUE.value, "Shift of the cycle due"),
            (Cause.MANUAL.value, "Decision of the office"),
            (Cause.REVERSAL.value, "Correction"),
        ],
        required=True,
        default=Cause.MANUAL.value,
    )
    assignment_id = fields.Many2one(
        "foodcoop.shift.assignment", ondelete="restrict", index="btree_not_null"
    )
    cycle_id = fields.Many2one("foodcoop.shift.cycle", ondelete="restrict")
    cycle_number = fields.Integer(aggregator=False)
    reverses_id = fields.Many2one(
        "foodcoop.shift.entry", "Takes back", ondelete="restrict"
    )
    note = fields.Char("Why")
    text = fields.Char("What happened", compute="_compute_text")

    _amount_check = models.Constraint(
        "CHECK (amount <> 0)", "An entry adds or takes something: not zero."
    )
    _note_check = models.Constraint(
        "CHECK (cause <> 'manual' OR length(trim(note)) > 0)",
        "Please say why: the member reads it in the account.",
    )
    _due_uniq = models.UniqueIndex(
        "(member_id, cycle_id, cycle_number) WHERE cause = 'due'",
        "This cycle is in the member's account already.",
    )
    _reverses_uniq = models.Constraint(
        "unique(reverses_id)", "This entry has been taken back already."
    )

    @api.depends("cause", "note", "assignment_id", "cycle_number", "reverses_id")
    @api.depends_context("lang")
    def _compute_text(self):
        for entry in self:
            entry.text = sentences.entry_text(self.env, entry)

    def write(self, vals):
        raise UserError(
            self.env._(
                "An account is never rewritten. Take the entry back, then add the "
                "right one."
            )
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._(
                "An account keeps everything. Take the entry back instead of deleting "
                "it."
            )
        )

    def action_reverse(self):
        """Take entries back by rows that name them."""
        self.check_access("read")
        self.browse().check_access("create")
        if self.assignment_id:
            raise UserError(
                self.env._(
                    "This entry comes from an attendance. Change the attendance in the "
                    "shift: the account follows."
                )
            )
        # sudo: by hand the office may only add decisions, corrections come from here
        self.sudo().create([entry._prepare_reversal() for entry in self])

    def _prepare_reversal(self):
        return {
            "member_id": self.member_id.id,
            "date": self.date,
            "amount": -self.amount,
            "cause": Cause.REVERSAL.value,
            "reverses_id": self.id,
        }
