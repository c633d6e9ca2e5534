# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models

from ..models.sentences import kind_names, type_names

# Some of them have their code in their name: neither is shown.
SECRET = ("res.partner", "hr.employee", "loyalty.card", "loyalty.rule")
SHORT = 10


class BarcodeCheckupFinding(models.TransientModel):
    """One rule that needs a look, and what is proposed for it."""

    _name = "foodcoop.barcode.checkup.finding"
    _description = "Finding of the Check-up"

    checkup_id = fields.Many2one(
        "foodcoop.barcode.checkup", required=True, ondelete="cascade", index=True
    )
    why = fields.Char(readonly=True)
    rule_id = fields.Many2one(
        "barcode.rule", "Rule in Odoo", readonly=True, ondelete="cascade"
    )
    name = fields.Char("Rule", readonly=True)
    now = fields.Char("Today", readonly=True)
    proposal = fields.Text("Then", readonly=True)
    remedy = fields.Text("Proposed", readonly=True)
    sentence = fields.Text("What it does", readonly=True)
    members = fields.Text("Whose numbers", readonly=True)
    goods_count = fields.Integer("Goods of ours", readonly=True)
    goods = fields.Text("Which goods", readonly=True)
    changes = fields.Json(readonly=True)
    story = fields.Text("What happens", compute="_compute_story")
    can_take = fields.Boolean(compute="_compute_can_take")
    take = fields.Boolean("Change")

    @api.depends("sentence", "remedy")
    def _compute_story(self):
        for finding in self:
            finding.story = f"{finding.sentence}\n→ {finding.remedy}"

    @api.depends("changes")
    def _compute_can_take(self):
        for finding in self:
            finding.can_take = bool(finding.changes)


class BarcodeCheckupReading(models.TransientModel):
    """One code of the shop that would be read differently."""

    _name = "foodcoop.barcode.checkup.reading"
    _description = "Reading of a Code, before and after"

    checkup_id = fields.Many2one(
        "foodcoop.barcode.checkup", required=True, ondelete="cascade", index=True
    )
    code = fields.Char(readonly=True)
    name = fields.Char("Whose", readonly=True)
    kind = fields.Char("What", readonly=True)
    before = fields.Char("Read today as", readonly=True)
    after = fields.Char("Then read as", readonly=True)
    verdict = fields.Selection(
        [("better", "Better"), ("worse", "Lost"), ("other", "Otherwise")],
        "Result",
        readonly=True,
    )

    @api.model
    def _add(self, checkup, turns, names):
        kinds, types = kind_names(self.env), type_names(self.env)
        return self.create(
            [
                {
                    "checkup_id": checkup.id,
                    "code": self._masked(turn),
                    "name": names.get(_holder(turn), kinds[turn.known.kind]),
                    "kind": kinds[turn.known.kind],
                    "before": types.get(turn.before.type, turn.before.type),
                    "after": types.get(turn.after.type, turn.after.type),
                    "verdict": str(turn.verdict),
                }
                for turn in turns
            ]
        )

    def _masked(self, turn):
        """A badge opens a till and a card is money: its ends are enough."""
        if turn.known.kind not in SECRET:
            return turn.scan
        if len(turn.scan) < SHORT:  # its ends would be most of it
            return "•" * len(turn.scan)
        return turn.scan[:3] + "•" * max(len(turn.scan) - 5, 0) + turn.scan[-2:]


def _holder(turn):
    return turn.known.kind, turn.known.ref
