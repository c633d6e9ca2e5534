# SPDX-License-Identifier: AGPL-3.0-or-later
from collections import Counter

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .catalogue_change import KEPT, PRODUCT, SHELF


class CatalogueImport(models.Model):
    """A price list is written in one go, and taken back in one go."""

    _inherit = "foodcoop.catalogue.import"

    starts_on = fields.Date(
        "Prices hold from",
        copy=False,
        help="Empty: from the day the list is applied. A later day: the old prices "
        "hold until then.",
    )
    undone_on = fields.Date("Taken back on", readonly=True, copy=False)
    undone_by_id = fields.Many2one("res.users", "By", readonly=True, copy=False)
    is_full_list = fields.Boolean(readonly=True, copy=False)
    change_ids = fields.One2many("foodcoop.catalogue.change", "import_id")
    change_count = fields.Integer(compute="_compute_change_counts")
    reprinted_count = fields.Integer(
        "Labels to reprint", compute="_compute_change_counts"
    )
    created_count = fields.Integer("New products", compute="_compute_change_counts")
    kept_count = fields.Integer("Left as it is", compute="_compute_change_counts")

    def _compute_change_counts(self):
        groups = self.env["foodcoop.catalogue.change"]._read_group(
            [("import_id", "in", self.ids)],
            ["import_id", "what", "result"],
            ["__count"],
        )
        for record in self:
            counts = Counter()
            for owner, what, result, count in groups:
                if owner == record:
                    counts.update({"all": count, what: count, result: count})
            record.change_count = counts["all"]
            record.reprinted_count = counts[SHELF]
            record.created_count = counts[PRODUCT]
            record.kept_count = counts[KEPT]

    def _start(self):
        """The first day of the new prices; the past is not written anew."""
        today = fields.Date.context_today(self)
        return max(today, self.starts_on or today)

    def _start_with(self, facts):
        """What the list says of itself: all there is, prices from a day to come."""
        said = {"full": True, "partial": False, "special": False}
        self._turn(is_full_list=said.get(facts.scope, self._is_full()))
        if facts.valid_from and facts.valid_from > fields.Date.context_today(self):
            self.starts_on = facts.valid_from

    def action_apply(self):
        """Write the ticked rows, all or none, into the supplier's prices."""
        self.ensure_one()
        self._refuse_applied()
        self._refuse_unread()
        self._refuse_untaken()
        return self._apply_list()

    def _apply_list(self):
        self.check_access("write")
        self._be_alone()
        self._refuse_same_file(self.digest)
        self._write_ticked()
        self._turn(
            state="applied",
            applied_on=fields.Date.context_today(self),
            applied_by_id=self.env.uid,
        )
        return True

    def _write_ticked(self):
        Line = self.env["foodcoop.catalogue.line"]
        start = self._start()
        Line._check_ready(self, start)
        Line._apply(self, start)
        Item = self.env["foodcoop.catalogue.item"]
        Item._take_over(self)
        if self.is_full_list:
            Item._miss(self)

    def _be_alone(self):
        """One list of a supplier at a time: two would open two prices."""
        scope = f"foodcoop.catalogue {self.company_id.id} {self.partner_id.id}"
        query = SQL("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", scope)
        alone = self.env.execute_query(query)[0][0] and self.try_lock_for_update()
        if not alone:
            raise UserError(
                self.env._("Someone else is applying this list now. Look again later.")
            )

    def action_undo(self):
        """Take the whole list back: what was changed since stays, and is named."""
        self.ensure_one()
        self.check_access("read")
        # A buyer's right, though what was applied is closed to everyone.
        self.env["product.supplierinfo"].check_access("write")
        if self.state != "applied":
            raise UserError(self._why_no_undo())
        self._be_alone()
        self.change_ids.filtered(lambda one: not one.reverses_id)._undo()
        self.env["foodcoop.catalogue.item"]._give_back(self)
        # sudo: applied lists are closed to everybody; undoing is the one way on
        self.sudo().write(
            {
                "state": "undone",
                "undone_on": fields.Date.context_today(self),
                "undone_by_id": self.env.uid,
            }
        )
        return self.action_changes() if self.kept_count else True

    def _why_no_undo(self):
        if self.state == "undone":
            return self.env._(
                "This list was already taken back. Nothing is left to undo."
            )
        return self.env._("This list was not applied yet: there is nothing to undo.")

    def action_changes(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_catalogue.action_change"
        )
        action["domain"] = [("import_id", "=", self.id)]
        if self.kept_count:
            action["context"] = {"search_default_kept": 1}
        return action

    def action_labels(self):
        """The products whose shelf price this list changed: their labels are old."""
        products = self.change_ids.filtered(lambda one: one.what == SHELF).product_id
        return self._show_products(products, self.env._("Labels to reprint"))

    def action_new_products(self):
        products = self.change_ids.filtered(lambda one: one.what == PRODUCT).product_id
        return self._show_products(products, self.env._("New products"))

    def _show_products(self, products, title):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": "product.product",
            "view_mode": "list,form",
            "domain": [("id", "in", products.ids)],
        }
