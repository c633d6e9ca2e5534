# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.classify import assess
from ..lib.judge import Book, Registered
from ..lib.sheet import SheetError, read_file, read_text
from .sentences import sheet_sentence

# What a new look replaces; what was corrected stays told.
OPEN = ("decide", "ready", "known", "kept", "taken")


class BarcodeAudit(models.Model):
    """The codes in use, looked at by a person before the register takes them."""

    _name = "foodcoop.barcode.audit"
    _description = "Look at the Codes in Use"
    _order = "id desc"

    origin = fields.Selection(
        [
            ("odoo", "On the products in Odoo"),
            ("text", "Pasted here"),
            ("file", "In a sheet"),
        ],
        "Where the codes are",
        required=True,
        default="odoo",
    )
    text = fields.Text("Codes, one a line")
    file = fields.Binary("Sheet (.xlsx or .csv)", attachment=True)
    filename = fields.Char()
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    # Told from the codes, which only the buttons write: nobody sets it.
    state = fields.Selection(
        [("draft", "Choose"), ("seen", "Look"), ("taken", "Taken over")],
        compute="_compute_counts",
    )
    line_ids = fields.One2many("foodcoop.barcode.audit.line", "audit_id", copy=False)
    decide_ids = fields.One2many(
        "foodcoop.barcode.audit.line",
        "audit_id",
        domain=[("state", "=", "decide")],
        readonly=True,
    )
    line_count = fields.Integer("Codes", compute="_compute_counts")
    decide_count = fields.Integer("For you", compute="_compute_counts")
    ready_count = fields.Integer("Ready", compute="_compute_counts")
    known_count = fields.Integer("In the register", compute="_compute_counts")
    safe_count = fields.Integer(compute="_compute_counts")
    summary = fields.Text(compute="_compute_counts")

    @api.depends("origin", "filename", "create_date")
    @api.depends_context("lang")
    def _compute_display_name(self):
        origins = dict(self._fields["origin"]._description_selection(self.env))
        for audit in self:
            day = format_date(self.env, audit.create_date or fields.Date.today())
            audit.display_name = f"{audit.filename or origins[audit.origin]}, {day}"

    @api.depends("line_ids.state", "line_ids.verdict", "line_ids.safe")
    @api.depends_context("lang")
    def _compute_counts(self):
        groups = self.env["foodcoop.barcode.audit.line"]._read_group(
            [("audit_id", "in", self.ids)],
            ["audit_id", "state", "verdict", "safe"],
            ["__count"],
        )
        for audit in self:
            states, verdicts, safe = Counter(), Counter(), 0
            for of, state, verdict, is_safe, count in groups:
                if of == audit._origin:
                    states[state] += count
                    verdicts[verdict] += count if state != "fixed" else 0
                    safe += count if state == "decide" and is_safe else 0
            looked = "taken" if states["taken"] else "seen"
            audit.state = looked if states else "draft"
            audit.line_count = verdicts.total()
            audit.decide_count = states["decide"]
            audit.ready_count = states["ready"]
            audit.known_count = states["known"]
            audit.safe_count = safe
            audit.summary = self._summary(verdicts, safe)

    def _summary(self, verdicts, safe):
        """ "Maker's code: 212", one a line."""
        field = self.env["foodcoop.barcode.audit.line"]._fields["verdict"]
        lines = [
            self.env._("%(verdict)s: %(count)s", verdict=label, count=verdicts[key])
            for key, label in field._description_selection(self.env)
            if verdicts[key]
        ]
        if safe:
            lines.append(self.env._("Safe to correct in one go: %s", safe))
        return "\n".join(lines)

    def action_look(self):
        """Judge every code and show it; nothing but this page is written."""
        self.ensure_one()
        self._check_open()
        self._assess()
        if not self.line_count:
            raise UserError(
                self.env._("No product bears a code yet: there is nothing to look at.")
            )
        return True

    def _check_open(self):
        self.env["foodcoop.barcode.range"]._check_may_allocate()
        if not self.try_lock_for_update():
            raise UserError(
                self.env._("Somebody else is at it now. Look again in a moment.")
            )

    def _assess(self):
        self.ensure_one()
        in_use = self.env["foodcoop.barcode.in.use"]
        held, packs = in_use._held(self.company_id)
        asked = held
        if self.origin != "odoo":
            rows = self._rows()
            asked = in_use._of_sheet(rows, len(held) + 1, self.company_id)
            held = held + asked
        refs = {one.ref for one in asked}
        found = [one for one in assess(held, self._book()) if one.held.ref in refs]
        self._lines(OPEN)._forget()
        self.env["foodcoop.barcode.audit.line"]._insert(self, found, packs)

    def _lines(self, states):
        return self.env["foodcoop.barcode.audit.line"].search_fetch(
            [("audit_id", "=", self.id), ("state", "in", states)]
        )

    def _rows(self):
        try:
            if self.origin == "text":
                return read_text(self.text or "")
            data = base64.b64decode(self.with_context(bin_size=False).file or b"")
            return read_file(data, self.filename or "")
        except SheetError as error:
            raise UserError(sheet_sentence(self.env, error)) from error

    def _book(self):
        # sudo: numbers of every company's ranges are ours, and one register has all
        env = self.sudo().with_context(active_test=False).env
        ranges = env["foodcoop.barcode.range"].search([])
        rows = env["foodcoop.barcode.code"].search_fetch(
            [], ["gtin14", "product_id", "product_name"]
        )
        elsewhere = rows.product_id - rows.product_id.filtered_domain(
            rows.product_id._check_company_domain(self.company_id)
        )
        measures = self.env["foodcoop.barcode.range"].with_company(self.company_id)
        return Book(
            tuple((r.prefix, 8 if r.purpose == "small" else 13) for r in ranges),
            tuple(measures._measures()),
            {
                row.gtin14: Registered(row.product_id.id or 0, row.product_name or "")
                if row.product_id not in elsewhere
                else Registered(0, "")
                for row in rows
            },
        )

    def action_fix_safe(self):
        """Correct all that needs no eye: framing, number formats, archived twins."""
        self.ensure_one()
        return self.line_ids.filtered("safe").action_fix()

    def action_take_over(self):
        """Enter what is ready in the register and move the ranges past it."""
        self.ensure_one()
        self._check_open()
        lines = self._lines(["ready"])
        if self.state == "draft" or not lines:
            raise UserError(
                self.env._(
                    "There is nothing ready to take over. Look at the codes first."
                )
            )
        lines._check_in_place()
        # sudo: the register is written by its verbs only, nobody has the right to
        register = self.env["foodcoop.barcode.code"].sudo()
        taken = register._take_over([line._prepare_taken() for line in lines])
        lines._set_state("taken")
        return self._tell_taken(taken)

    def _tell_taken(self, rows):
        """How many the register has now, and where its ranges go on."""
        told = [self.env._("Entered in the register: %s.", len(rows))]
        ours = self.env["foodcoop.barcode.range"]._of_company() & rows.range_id
        for range_ in ours.filtered("free"):
            told.append(
                self.env._(
                    "“%(range)s” goes on at %(code)s.",
                    range=range_.name,
                    code=range_._spec().number(range_.next_item).code,
                )
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": "\n".join(told),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def action_lines(self):
        """The list with its filters."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_barcode_audit.barcode_audit_line_action"
        )
        wanted = self.env.context.get("audit_filter")
        action["domain"] = [("audit_id", "=", self.id)]
        action["context"] = {f"search_default_{wanted}": 1} if wanted else {}
        return action
