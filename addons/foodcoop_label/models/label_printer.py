# SPDX-License-Identifier: AGPL-3.0-or-later
import base64

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib import bars
from ..lib.paper import PAPERS, Calibration
from ..lib.sheet import calibration_page
from . import words

MARKS = ("found_left", "found_top", "found_width", "found_height")


class FoodcoopLabelPrinter(models.Model):
    """A printer, what lies in it, and how far it is out."""

    _name = "foodcoop.label.printer"
    _description = "Label Printer"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one("res.company")
    language = fields.Selection(
        [("pdf", "PDF, printed like a letter"), ("zpl", "ZPL, for Zebra printers")],
        required=True,
        default="pdf",
    )
    dpi = fields.Selection(
        [(str(dpi), f"{dpi} dpi") for dpi in bars.DPI],
        "Dots per inch",
        required=True,
        default="300",
        help="Written on the printer. Bars are drawn in whole dots of it.",
    )
    paper = fields.Selection(
        lambda self: self._selection_paper(), "Usual paper", required=True
    )
    found_left = fields.Float("Paper's left edge to the frame", digits=(6, 1))
    found_top = fields.Float("Paper's top edge to the frame", digits=(6, 1))
    found_width = fields.Float("Width of the frame", digits=(6, 1))
    found_height = fields.Float("Height of the frame", digits=(6, 1))
    calibration_pdf = fields.Binary(compute="_compute_calibration_pdf")
    wanted_text = fields.Char("As it should be", compute="_compute_wanted_text")

    @api.model
    def _selection_paper(self):
        return [(key, self._paper_title(paper)) for key, paper in PAPERS.items()]

    def _paper_title(self, paper):
        """As it stands on the box."""
        name = self.env._("A4, to cut out") if paper.cut_lines else paper.name
        sides = (words.number(self.env, side) for side in (paper.width, paper.height))
        size = f"{' x '.join(sides)} mm"
        if paper.is_roll:
            return f"{name}, {size}"
        return self.env._(
            "%(name)s, %(count)s labels of %(size)s",
            name=name,
            count=paper.per_page,
            size=size,
        )

    @api.depends("paper")
    def _compute_wanted_text(self):
        for printer in self:
            marks = PAPERS[printer.paper].marks if printer.paper else (0, 0, 0, 0)
            printer.wanted_text = self.env._(
                "left %(left)g mm, top %(top)g mm, width %(width)g mm, "
                "height %(height)g mm",
                **dict(zip(("left", "top", "width", "height"), marks, strict=True)),
            )

    @api.onchange("paper")
    def _onchange_paper(self):
        self.update(dict.fromkeys(MARKS, 0))

    @api.constrains("paper", *MARKS)
    def _check_measures(self):
        for printer in self:
            if problem := printer._calibration().problem():
                raise ValidationError(words.misfit(self.env, problem))

    def _calibration(self) -> Calibration:
        """Nothing measured: the printer is taken to be right."""
        measures = tuple(self[mark] for mark in MARKS)
        if not any(measures):
            return Calibration()
        marks = PAPERS[self.paper].marks
        return Calibration.measured(marks, measures)

    def action_calibration_page(self):
        """A page with a frame; what a ruler finds is entered here."""
        self.ensure_one()
        return words.download(self, "calibration_pdf", "calibration.pdf")

    def _compute_calibration_pdf(self):
        words.use_fonts()
        for printer in self:
            sentences = (
                printer.name,
                self.env._("Print at actual size (100 %)."),
                self.env._("Measure with a ruler, in millimetres:"),
                self.env._("1. from the left edge of the paper to this frame,"),
                self.env._("2. from the top edge of the paper to this frame,"),
                self.env._("3. the width of the frame, 4. its height."),
                self.env._("As it should be: %s", printer.wanted_text),
            )
            page = calibration_page(PAPERS[printer.paper], int(printer.dpi), sentences)
            printer.calibration_pdf = base64.b64encode(page)
