# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_barcode.lib.nomenclature import Rule
from odoo.exceptions import AccessError, UserError

from ..lib import checkup
from ..lib.narrow import Change
from ..models.sentences import finding_sentence, members_text, remedy_sentence
from .barcode_checkup_line import SECRET

SHOWN = 500


class BarcodeCheckup(models.TransientModel):
    """Three steps: what is found, what would change, what was changed."""

    _name = "foodcoop.barcode.checkup"
    _description = "Check-up of the Scanning Rules"

    nomenclature_id = fields.Many2one(
        "barcode.nomenclature",
        "Rules",
        required=True,
        default=lambda self: self.env.company.nomenclature_id,
    )
    state = fields.Selection(
        [("found", "What was found"), ("tried", "What would change"), ("done", "Done")],
        default="found",
        required=True,
        readonly=True,
    )
    finding_ids = fields.One2many("foodcoop.barcode.checkup.finding", "checkup_id")
    reading_ids = fields.One2many("foodcoop.barcode.checkup.reading", "checkup_id")
    rules_seen = fields.Json(readonly=True)
    summary = fields.Text(readonly=True)
    worse = fields.Integer(readonly=True)
    may_apply = fields.Boolean(compute="_compute_may_apply")
    who_may_apply = fields.Char(compute="_compute_may_apply")

    @api.depends("nomenclature_id")
    def _compute_display_name(self):
        for wizard in self:
            wizard.display_name = self.env._("Scanning rules")

    @api.depends_context("uid")
    def _compute_may_apply(self):
        self.may_apply = self._may_apply()
        self.who_may_apply = self._who_may_apply()

    @api.model
    def _may_apply(self):
        """Odoo itself says who may change what every till reads."""
        return self.env["barcode.rule"].has_access("write")

    @api.model
    def _who_may_apply(self):
        """The roles that may, as they stand on a user's form."""
        access = self.env["ir.model.access"]
        return ", ".join(access.group_names_with_access("barcode.rule", "write"))

    def _check_may_apply(self):
        if not self._may_apply():
            raise AccessError(
                self.env._(
                    "Your rights let you look, not change what the tills read. "
                    "Ask somebody with one of these roles to apply it: %s.",
                    self._who_may_apply(),
                )
            )

    @api.model
    def action_open(self):
        """Look at the company's rules and show what was found."""
        wizard = self.create({})
        wizard._look()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Check-up of the scanning rules"),
            "res_model": self._name,
            "res_id": wizard.id,
            "views": [(False, "form")],
        }

    def action_look_again(self):
        """Look anew, at the rules chosen."""
        self.ensure_one()
        self._look()
        return True

    def _look(self):
        known_codes = self.env["foodcoop.barcode.known"]
        self._refuse_gs1()
        shop = self.nomenclature_id._spec()
        known = known_codes._known()
        found = checkup.findings(shop, known, known_codes._own())
        names = known_codes._names([k for f in found for k in f.goods[:SHOWN]])
        self.finding_ids.unlink()
        self.reading_ids.unlink()
        self.finding_ids.create([self._prepare_finding(f, names) for f in found])
        self.write(
            {
                "state": "found",
                "worse": 0,
                "rules_seen": _as_json(shop.rules),
                "summary": self._found_summary(found, len(known)),
            }
        )

    def _refuse_gs1(self):
        rules = self.nomenclature_id
        if "is_gs1_nomenclature" in rules._fields and rules.is_gs1_nomenclature:
            raise UserError(
                self.env._(
                    "%s reads GS1 strings, not plain codes: there is nothing to check "
                    "in it. Choose the rules the tills fall back on.",
                    rules.name,
                )
            )

    def _prepare_finding(self, found, names):
        goods = [f"{names[k.kind, k.ref]} ({k.code})" for k in found.goods[:SHOWN]]
        changes = [_change_json(change) for change in found.changes]
        return {
            "checkup_id": self.id,
            "why": str(found.why),
            "rule_id": found.rule.id if found.rule else False,
            "name": found.own or found.rule.name,
            "now": found.rule.pattern if found.rule else "",
            "proposal": self._proposal_text(found.changes),
            "sentence": finding_sentence(self.env, found),
            "remedy": remedy_sentence(self.env, found),
            "members": members_text(self.env, found.members),
            "goods_count": len(found.goods),
            "goods": "\n".join(goods),
            "changes": changes,
            "take": bool(changes) and not found.loses,
        }

    def _proposal_text(self, changes):
        """The patterns, one a line, for who knows them."""
        encodings = self.env["barcode.rule"]._fields["encoding"]
        encoding = dict(encodings._description_selection(self.env))
        return "\n".join(
            f"{change.after.pattern} ({encoding[change.after.encoding]})"
            if change.after.encoding != "any"
            else change.after.pattern
            for change in changes
        )

    def _found_summary(self, found, count):
        if not found:
            return self.env._(
                "%s codes of the shop were tried: every one is read as it should be.",
                count,
            )
        return self.env._(
            "%(count)s codes of the shop were tried. %(goods)s goods are taken for "
            "something else today; %(rules)s rules need a look.",
            count=count,
            goods=sum(len(finding.goods) for finding in found),
            rules=len(found),
        )

    def action_try(self):
        """Show what the ticked proposals would change, code by code."""
        self.ensure_one()
        changes = self._ticked()
        if not changes:
            raise UserError(self.env._("No proposal is ticked. Tick one first."))
        known_codes = self.env["foodcoop.barcode.known"]
        shop = self.nomenclature_id._spec()
        known = known_codes._known()
        turns = checkup.dry_run(shop, changes, known)
        shown = [turn.known for turn in turns[:SHOWN]]
        names = known_codes._names([k for k in shown if k.kind not in SECRET])
        self.reading_ids.unlink()
        self.reading_ids._add(self, turns[:SHOWN], names)
        worse = sum(turn.verdict is checkup.Verdict.WORSE for turn in turns)
        summary = self._tried_summary(len(turns), worse, len(known))
        self.write({"state": "tried", "worse": worse, "summary": summary})
        return True

    def _tried_summary(self, turns, worse, count):
        sentence = self.env._(
            "%(count)s codes of the shop were tried with the new rules: %(turns)s are "
            "read differently, the others as today.",
            count=count,
            turns=turns,
        )
        if not worse:
            return sentence
        return sentence + " " + self.env._("%s would no longer be read.", worse)

    def _ticked(self):
        """The changes of the ticked findings, each rule once."""
        ticked = self.finding_ids.filtered("take")
        return [_change(data) for finding in ticked for data in finding.changes]

    def action_apply(self):
        """Write the ticked changes, on the word of somebody who saw the dry run."""
        self.ensure_one()
        self._check_may_apply()
        self._check_seen()
        changes = self._ticked()
        done = self.env["foodcoop.barcode.rule.change"]._apply(
            self.nomenclature_id, changes
        )
        summary = self.env._(
            "Rules changed: %s. The tills read them from their next opening on. "
            "“Changes made” takes each of them back.",
            len(done),
        )
        self.write({"state": "done", "summary": summary})
        return True

    def _check_seen(self):
        """Refuse when the rules are not those that were tried."""
        shop = self.nomenclature_id._spec()
        if self.state != "tried" or self.rules_seen != _as_json(shop.rules):
            raise UserError(
                self.env._(
                    "The rules are not those you looked at: somebody changed them "
                    "meanwhile. Nothing was done. Look again."
                )
            )


def _as_json(rules):
    return [list(_rule_json(rule).values()) for rule in rules]


def _rule_json(rule):
    names = ("id", "name", "type", "encoding", "pattern", "sequence", "alias")
    return {name: getattr(rule, name) for name in names}


def _change_json(change):
    before = _rule_json(change.before) if change.before else None
    return {"before": before, "after": _rule_json(change.after)}


def _change(data):
    before = Rule(**data["before"]) if data["before"] else None
    return Change(before, Rule(**data["after"]))
