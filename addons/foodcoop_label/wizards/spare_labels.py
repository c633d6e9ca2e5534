# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models

from ..lib.label import Label
from ..lib.layout import arrange
from ..lib.paper import PAPERS
from ..lib.problem import LabelError
from ..lib.sheet import Job
from ..models import words

SAMPLE = "9520000000004"  # a number for demonstrations: the picture gives none away
MOST_SPARES = 500


class FoodcoopLabelWizard(models.TransientModel):
    """Labels with a number and no product yet: stuck on first, linked later."""

    _inherit = "foodcoop.label.wizard"

    kind = fields.Selection(
        selection_add=[("spare", "Spare, for goods without a name yet")],
        ondelete={"spare": "cascade"},
    )
    spare_count = fields.Integer("How many", default=21)

    _spare_count_sane = models.Constraint(
        f"check(spare_count between 1 and {MOST_SPARES})",
        f"Print between 1 and {MOST_SPARES} spare labels at once.",
    )

    @api.depends("spare_count")
    def _compute_preview(self):
        return super()._compute_preview()

    def _jobs(self):
        if self.kind != "spare":
            return super()._jobs()
        words.use_fonts()
        try:
            jobs = [(None, None, Job(self._spare(SAMPLE), max(self.spare_count, 0)))]
        except LabelError as error:
            return [], [words.refusal(self.env, error)]
        return jobs, []

    def _spare(self, code):
        """Room to write a name by hand, and the bars."""
        label = words.plain(Label(name="_" * 18, code=code, lines=(self.note or "",)))
        arrange(label, PAPERS[self.paper], int(self.printer_id.dpi))
        return label

    def _reserve_numbers(self, printed):
        if self.kind != "spare":
            return super()._reserve_numbers(printed)
        reason = self.env._("Printed on a spare label")
        codes = self.env["foodcoop.barcode.range"]._reserve_spares(
            self.spare_count, reason
        )
        return [Job(self._spare(code)) for code in codes]

    def _write_down(self, printed):
        """Spare numbers stand in the register of numbers already."""
        return super()._write_down([] if self.kind == "spare" else printed)


class FoodcoopBarcodeRange(models.Model):
    _inherit = "foodcoop.barcode.range"

    @api.model
    def _reserve_spares(self, count, reason):
        """So many new numbers, kept aside in the register."""
        self._check_may_allocate()
        # sudo: who numbers goods writes the register through numbering only
        range_ = self.sudo()._with_room(count)
        free, passed_over = range_._take(count)
        kept = {"state": "reserved", "reason": reason}
        rows = [range_._prepare_number(number) | kept for number in free]
        self.env["foodcoop.barcode.code"].sudo()._insert(rows + passed_over)  # idem
        return [number.code for number in free]
