# SPDX-License-Identifier: AGPL-3.0-or-later
import json

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..lib.judge import Fix, Verdict
from .sentences import line_sentence


class BarcodeAuditLine(models.Model):
    """One code in use, what it is and what may be done about it."""

    _name = "foodcoop.barcode.audit.line"
    _description = "Code in Use"
    _order = "id"
    _rec_name = "raw"

    audit_id = fields.Many2one(
        "foodcoop.barcode.audit", required=True, ondelete="cascade", index=True
    )
    raw = fields.Char("Code", readonly=True)
    code = fields.Char("As registered", readonly=True)
    gtin14 = fields.Char(readonly=True)
    name = fields.Char("Goods", readonly=True)
    source = fields.Selection(
        [("product", "Product"), ("pack", "Pack"), ("sheet", "List")],
        "Where",
        readonly=True,
    )
    product_id = fields.Many2one(
        "product.product", readonly=True, ondelete="set null", index="btree_not_null"
    )
    pack_id = fields.Many2one(
        "product.uom", readonly=True, ondelete="set null", index="btree_not_null"
    )
    is_archived = fields.Boolean("Archived", readonly=True)
    verdict = fields.Selection(
        [
            ("gtin", "Maker's code"),
            ("ours", "Ours"),
            ("weighed", "By weight"),
            ("foreign", "Other shop's number"),
            ("other", "No code of goods"),
            ("repairable", "Can be corrected"),
            ("malformed", "Wrong"),
            ("duplicate", "Twice"),
        ],
        "What it is",
        readonly=True,
    )
    why = fields.Char(readonly=True)
    proposed = fields.Char("Should be", readonly=True)
    expected = fields.Char(readonly=True)
    other = fields.Char(readonly=True)
    fix = fields.Selection(
        [("write", "Correct"), ("clear", "Take off"), ("give", "Put on")],
        readonly=True,
    )
    safe = fields.Boolean(readonly=True)
    state = fields.Selection(
        [
            ("decide", "For you"),
            ("ready", "Ready"),
            ("known", "In the register"),
            ("kept", "Stays as it is"),
            ("fixed", "Corrected"),
            ("taken", "Taken over"),
        ],
        "State",
        readonly=True,
    )
    sentence = fields.Text("What to do", compute="_compute_sentence")

    @api.depends("why", "verdict", "proposed", "expected", "other", "state")
    @api.depends_context("lang")
    def _compute_sentence(self):
        for line in self:
            if line.state == "fixed":
                line.sentence = self._fixed_sentence(line)
            else:
                line.sentence = line_sentence(self.env, line)

    def _fixed_sentence(self, line):
        if line.fix == "clear":
            return self.env._("Taken off %s.", line.name)
        return self.env._(
            "%(name)s now bears it: %(code)s.", name=line.name, code=line.proposed
        )

    @api.model
    def _insert(self, audit, found, packs):
        """All rows in one statement."""
        rows = [self._prepare_row(one, packs.get(one.held.ref)) for one in found]
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO foodcoop_barcode_audit_line (
                    audit_id, raw, code, gtin14, name, source, product_id, pack_id,
                    is_archived, verdict, why, proposed, expected, other, fix, safe,
                    state, create_uid, create_date, write_uid, write_date)
                SELECT %(audit)s, raw, code, gtin14, name, source, product_id, pack_id,
                       is_archived, verdict, why, proposed, expected, other, fix, safe,
                       state, %(uid)s, %(now)s, %(uid)s, %(now)s
                  FROM jsonb_to_recordset(%(rows)s) AS row(
                    raw text, code text, gtin14 text, name text, source text,
                    product_id int, pack_id int, is_archived bool, verdict text,
                    why text, proposed text, expected text, other text, fix text,
                    safe bool, state text)
                """,
                audit=audit.id,
                uid=self.env.uid,
                now=self.env.cr.now(),
                rows=json.dumps(rows),
            )
        )
        audit.invalidate_recordset()

    def _prepare_row(self, one, pack):
        return {
            "raw": one.held.raw,
            "code": one.code,
            "gtin14": one.gtin14,
            "name": one.held.name,
            "source": one.held.source,
            "product_id": one.product or None,
            "pack_id": pack,
            "is_archived": not one.held.active,
            "verdict": str(one.verdict),
            "why": str(one.why),
            "proposed": one.proposed,
            "expected": one.expected,
            "other": one.other,
            "fix": str(one.fix) or None,
            "safe": one.safe,
            "state": one.state,
        }

    def action_fix(self):
        """Do what is proposed for these codes, then look again."""
        self.env["foodcoop.barcode.range"]._check_may_allocate()
        lines = self.filtered(lambda line: line.fix and line.state == "decide")
        lines._check_unchanged()
        for line in lines:
            line._apply_fix()
        lines._set_state("fixed")
        for audit in lines.audit_id:
            audit._assess()
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _check_unchanged(self):
        moved = self.filtered(lambda line: line._is_moved())
        self._refuse_moved(moved.mapped("name"))
        # sudo: whose goods they are, to refuse those of a company not chosen
        elsewhere = self.sudo().product_id.company_id - self.env.companies
        if elsewhere:
            raise UserError(
                self.env._(
                    "Some of these goods belong to %s. Somebody there must decide.",
                    ", ".join(elsewhere.mapped("name")),
                )
            )

    def _refuse_moved(self, names):
        if names:
            raise UserError(
                self.env._(
                    "Somebody changed the code of %s meanwhile. Nothing was done. "
                    "Look again.",
                    ", ".join(names[:5]),
                )
            )

    def _check_in_place(self):
        """Refuse when what is to be entered is not what stands on the goods now."""
        self.env["product.product"].flush_model(["barcode"])
        self.env["product.uom"].flush_model(["barcode"])
        moved = self.env.execute_query(
            SQL(
                """
                SELECT line.name FROM foodcoop_barcode_audit_line line
                  LEFT JOIN product_product p ON p.id = line.product_id
                  LEFT JOIN product_uom u ON u.id = line.pack_id
                 WHERE line.id = ANY(%s) AND line.source != 'sheet'
                   AND line.raw IS DISTINCT FROM
                       CASE line.source WHEN 'pack' THEN u.barcode ELSE p.barcode END
                 LIMIT 5
                """,
                self.ids,
            )
        )
        self._refuse_moved([name for (name,) in moved])

    def _set_state(self, state):
        """One statement, however many rows."""
        self.env.cr.execute(
            SQL(
                "UPDATE foodcoop_barcode_audit_line SET state = %s WHERE id = ANY(%s)",
                state,
                self.ids,
            )
        )
        self.invalidate_recordset(["state"])
        self.modified(["state"])

    def _forget(self):
        """Rows of a look that a new one replaces; one statement, however many."""
        self.env.cr.execute(
            SQL("DELETE FROM foodcoop_barcode_audit_line WHERE id = ANY(%s)", self.ids)
        )
        self.env.invalidate_all()

    def _bearer(self):
        # sudo: who numbers goods need not be allowed to edit products
        return self.sudo()["pack_id" if self.source == "pack" else "product_id"]

    def _is_moved(self):
        bearer = self._bearer()
        expected = "" if self.source == "sheet" else self.raw
        return not bearer or (bearer.barcode or "") != expected

    def _apply_fix(self):
        """Odoo's own checks have the last word on two goods with one code."""
        bearer = self._bearer()
        if self.fix == Fix.CLEAR and self.source == "pack":
            bearer.unlink()
        elif self.fix == Fix.CLEAR:
            bearer.barcode = False
        else:
            bearer.barcode = self.proposed

    def action_open(self):
        """The product that bears the code."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "product.product",
            "res_id": self.product_id.id,
            "views": [(False, "form")],
        }

    def _prepare_taken(self):
        is_ours = self.verdict in (Verdict.OURS, Verdict.WEIGHED)
        return {
            "code": self.code,
            "gtin14": self.gtin14,
            "product_id": self.product_id.id,
            "state": "imported" if is_ours else "foreign",
            "reason": self.env._("In use before the register: %s", self.name),
        }
