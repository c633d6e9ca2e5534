# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import models
from odoo.addons.foodcoop_catalogue_range.models.catalogue_answer import (
    IGNORED,
    OTHER,
    SAME,
)
from odoo.addons.foodcoop_difference.lib import diff
from odoo.exceptions import UserError

from .catalogue_line import OPEN


class CatalogueLine(models.Model):
    """What a person decides of a row: take, refuse, refuse for good, which product."""

    _inherit = "foodcoop.catalogue.line"

    def action_take(self):
        """Tick the rows that can be taken; several at once: those without a doubt."""
        refused = self.filtered(
            lambda line: line.takeable and line.kind == diff.REFUSED
        )
        if refused:
            self.env["foodcoop.catalogue.answer"]._forget(refused)
            refused._reconsider()
            refused._gone_again()
        self._undoubted().take = True
        return self._told_waiting()

    def _gone_again(self):
        """Rows of no list: nothing is there that they could be compared with."""
        gone = self.filtered(lambda line: not line.source_row)
        gone._turn(kind=diff.GONE, **self._prepare_theme(diff.GONE))

    def _undoubted(self):
        """The rows to take. What is hardly to be believed is looked at one by one.

        What is gone from the list is taken when it was chosen by itself: nobody who
        takes all the prices means that products end.
        """
        if len(self) == 1:
            return self.filtered("takeable")
        only_gone = not self.filtered(lambda line: line.kind != diff.GONE)
        return self.filtered(
            lambda line: (
                line.takeable
                and not (line.alarmed or line.candidates)
                and line.kind != diff.CONFLICT
                and (only_gone or line.kind != diff.GONE)
            )
        )

    def _told_waiting(self):
        """Say how many rows were not taken with the others, and what to do."""
        waiting = self.filtered(lambda line: line.answerable and not line.take)
        if not waiting:
            return None
        gone = waiting.filtered(lambda line: line.kind == diff.GONE)
        said = [(waiting - gone)._doubt_sentence(), gone._gone_sentence()]
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "sticky": True,
                "message": " ".join(filter(None, said)),
                "next": {"type": "ir.actions.act_window_close"},
            },
        }

    def _doubt_sentence(self):
        return self and self.env._(
            "Rows that wait for you: %s. Their price is hardly to be believed, "
            "they contradict what we know, or we may have the product already. "
            "Open each, and decide.",
            len(self),
        )

    def _gone_sentence(self):
        return self and self.env._(
            "Gone from the list: %s, not taken with the others, for it ends their "
            "price. To take them: filter “Gone from the list”, choose them all, Take.",
            len(self),
        )

    def action_leave(self):
        """Not this time; the next list proposes it again."""
        self.write({"take": False, "reprice": False})

    def action_never(self):
        """Not this value, now and on the next lists."""
        lines = self.filtered(lambda line: line.kind in OPEN and line.state == "read")
        self.env["foodcoop.catalogue.answer"]._remember(lines, IGNORED)
        lines._turn(
            take=False,
            reprice=False,
            kind=diff.REFUSED,
            **self._prepare_theme(diff.REFUSED),
        )

    def action_reprice(self):
        """Take the row, and change its shelf price so that the margin stays."""
        lines = self._undoubted().filtered("shelf_price_new")
        lines.write({"take": True, "reprice": True})
        return self.filtered("shelf_price_new")._told_waiting()

    def action_open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.title,
            "res_model": self._name,
            "res_id": self.id,
            "views": [(self.env.ref("foodcoop_catalogue.view_line_form").id, "form")],
            "target": "new",
        }

    def action_choose(self):
        """It is this product of the shop: remembered, and compared anew."""
        self.ensure_one()
        product = self.choice_id or self.product_id
        if not product:
            raise UserError(self.env._("Choose the product that it is."))
        self.env["foodcoop.catalogue.answer"]._remember(self, SAME, product)
        self._reconsider()
        return {"type": "ir.actions.act_window_close"}

    def action_none(self):
        """It is none of the products proposed, nor the one that was found."""
        self.ensure_one()
        refused = self.candidate_ids | self.product_id
        if refused:
            self.env["foodcoop.catalogue.answer"]._remember(self, OTHER, refused)
        self._reconsider()
        return {"type": "ir.actions.act_window_close"}

    def action_apply(self):
        """Apply the list that these differences belong to."""
        record = self.env["foodcoop.catalogue.import"].browse(
            self.env.context.get("catalogue_import_id")
        )
        record = record or self.import_id
        record.action_apply()
        return record.get_formview_action()
