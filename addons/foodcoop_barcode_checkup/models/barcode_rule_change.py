# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.exceptions import UserError

FIELDS = ("name", "type", "encoding", "pattern", "sequence")


class BarcodeRuleChange(models.Model):
    """What was changed in the rules. Rows are added; one that takes back names it."""

    _name = "foodcoop.barcode.rule.change"
    _description = "Change of a Scanning Rule"
    _order = "id desc"
    _rec_name = "name"

    # The rule may be gone: somebody deleted it, or it was added and taken back.
    rule_id = fields.Many2one(
        "barcode.rule",
        "Rule in Odoo",
        readonly=True,
        ondelete="set null",
        index="btree_not_null",
    )
    nomenclature_id = fields.Many2one(
        "barcode.nomenclature", "Rules", readonly=True, ondelete="set null"
    )
    name = fields.Char("Rule", required=True, readonly=True)
    kind = fields.Selection(
        [("narrowed", "Changed"), ("added", "Added"), ("undone", "Taken back")],
        "What was done",
        required=True,
        readonly=True,
    )
    before = fields.Json("Values before", readonly=True)
    after = fields.Json("Values after", readonly=True)
    before_text = fields.Char("Before", compute="_compute_texts")
    after_text = fields.Char("After", compute="_compute_texts")
    reverses_id = fields.Many2one(
        "foodcoop.barcode.rule.change", readonly=True, ondelete="restrict"
    )
    reversal_ids = fields.One2many("foodcoop.barcode.rule.change", "reverses_id")
    can_undo = fields.Boolean(compute="_compute_can_undo")

    _reversed_once = models.UniqueIndex(
        "(reverses_id) WHERE reverses_id IS NOT NULL",
        "This change was already taken back.",
    )

    def write(self, vals):
        raise UserError(
            self.env._("What was done stays written. Take it back with “Undo”.")
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(
            self.env._("What was done stays written. Take it back with “Undo”.")
        )

    @api.depends("before", "after")
    def _compute_texts(self):
        encodings = self.env["barcode.rule"]._fields["encoding"]
        names = dict(encodings._description_selection(self.env))
        for change in self:
            for field in ("before", "after"):
                data = change[field] or {}
                encoding = data.get("encoding", "any")
                told = "" if encoding == "any" else f" ({names.get(encoding)})"
                change[f"{field}_text"] = f"{data.get('pattern', '')}{told}"

    @api.depends("kind", "reversal_ids")
    def _compute_can_undo(self):
        for change in self:
            change.can_undo = change.kind != "undone" and not change.reversal_ids

    @api.model
    def _apply(self, nomenclature, changes):
        """Write rules and what was done to them; Odoo's own rights decide."""
        rules = self.env["barcode.rule"]
        rows = []
        for change in changes:
            values = {field: getattr(change.after, field) for field in FIELDS}
            if change.before:
                rule = rules.browse(change.before.id)
                before = _values(rule)
                rule.write(
                    {"pattern": values["pattern"], "encoding": values["encoding"]}
                )
            else:
                values["name"] = self._added_name(change.after)
                rule = rules.create(
                    {**values, "barcode_nomenclature_id": nomenclature.id}
                )
                before = None
            rows.append(self._prepare_row(rule, before, _values(rule)))
        self._protect([row["rule_id"] for row in rows])
        # sudo: this book is written by its verbs only, nobody has the right to
        return self.sudo().create(rows)

    def _protect(self, rule_ids):
        """Odoo's own rules are not rewritten by an update; make sure of all others."""
        # sudo: which records an update rewrites is kept where only settings reach
        self.env["ir.model.data"].sudo().search(
            [
                ("model", "=", "barcode.rule"),
                ("res_id", "in", rule_ids),
                ("noupdate", "=", False),
            ]
        ).noupdate = True

    def _added_name(self, after):
        if after.name != after.pattern:
            return after.name
        return self.env._("Goods that begin with %s", after.pattern)

    def _prepare_row(self, rule, before, after):
        return {
            "rule_id": rule.id,
            "nomenclature_id": rule.barcode_nomenclature_id.id,
            "name": rule.name,
            "kind": "narrowed" if before else "added",
            "before": before,
            "after": after,
        }

    def action_undo(self):
        """Put back what stood before; a rule changed since is left and told."""
        self.env["barcode.rule"].check_access("write")
        rows, left = [], []
        for change in self.filtered("can_undo").sorted("id", reverse=True):
            if not change.rule_id or _values(change.rule_id) != change.after:
                left.append(change.name)
                continue
            rows.append(change._prepare_reversal())
            change._put_back()
        # sudo: this book is written by its verbs only, nobody has the right to
        self.sudo().create(rows)
        return self._notify_undone(len(rows), left)

    def _prepare_reversal(self):
        return {
            "rule_id": self.rule_id.id if self.before else False,
            "nomenclature_id": self.nomenclature_id.id,
            "name": self.name,
            "kind": "undone",
            "before": self.after,
            "after": self.before,
            "reverses_id": self.id,
        }

    def _put_back(self):
        if self.before:
            self.rule_id.write(self.before)
        else:
            self.rule_id.unlink()

    def _notify_undone(self, count, left):
        sentences = []
        if count:
            sentences.append(self.env._("Changes taken back: %s.", count))
        if left:
            sentences.append(
                self.env._(
                    "Somebody changed these rules since, they were left as they are: "
                    "%s. Look at them in the rules themselves.",
                    ", ".join(left),
                )
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if left else "success",
                "sticky": bool(left),
                "message": " ".join(sentences) or self.env._("Nothing to take back."),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }


def _values(rule):
    return {field: rule[field] for field in FIELDS}
