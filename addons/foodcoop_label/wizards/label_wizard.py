# SPDX-License-Identifier: AGPL-3.0-or-later
import base64
from io import BytesIO

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..lib import proof, zpl
from ..lib.layout import arrange
from ..lib.paper import PAPERS
from ..lib.problem import LabelError
from ..lib.sheet import Job, draw
from ..models import words

MOST_LABELS = 5000
SHOWN = ("kind", "printer_id", "paper", "start", "show_price", "show_producer", "note")
SUGGESTED = {"store": True, "precompute": True, "readonly": False}


class FoodcoopLabelWizard(models.TransientModel):
    """From products to a file for the printer, by way of a picture and a proof."""

    _name = "foodcoop.label.wizard"
    _description = "Print Labels"

    kind = fields.Selection(
        [("shelf", "For the shelf"), ("goods", "To stick on goods")],
        required=True,
        default="shelf",
    )
    printer_id = fields.Many2one(
        "foodcoop.label.printer",
        required=True,
        default=lambda self: self.env["foodcoop.label.printer"].search([], limit=1),
    )
    paper = fields.Selection(
        lambda self: self.env["foodcoop.label.printer"]._selection_paper(),
        compute="_compute_paper",
        required=True,
        **SUGGESTED,
    )
    is_roll = fields.Boolean(compute="_compute_is_roll")
    language = fields.Selection(related="printer_id.language")
    start = fields.Integer(
        "Start at label",
        default=1,
        help="The first label still on the sheet, counted row by row.",
    )
    show_price = fields.Boolean("Price", compute="_compute_show_price", **SUGGESTED)
    show_producer = fields.Boolean("Producer", default=True)
    note = fields.Char("Line of text", size=60, help="A lot, a date, a greeting.")
    line_ids = fields.One2many("foodcoop.label.wizard.line", "wizard_id")
    blocked = fields.Text("Not printed", compute="_compute_preview")
    summary = fields.Char(compute="_compute_preview")
    preview = fields.Binary(compute="_compute_preview")
    file = fields.Binary(readonly=True, attachment=False)

    @api.model
    def default_get(self, fnames):
        """From whatever was selected, if there can be labels of it."""
        found = super().default_get(fnames)
        model = self.env.get(self.env.context.get("active_model"))
        if "line_ids" in fnames and hasattr(model, "_label_copies"):
            records = model.browse(self.env.context.get("active_ids", []))
            found["line_ids"] = [
                fields.Command.create({"product_id": product.id, "copies": count})
                for product, count in records._label_copies().items()
            ]
        return found

    @api.depends("printer_id")
    def _compute_paper(self):
        for wizard in self:
            home = self.env.context.get("label_paper")
            wizard.paper = home or wizard.printer_id.paper

    @api.depends("paper")
    def _compute_is_roll(self):
        for wizard in self:
            wizard.is_roll = bool(wizard.paper) and PAPERS[wizard.paper].is_roll

    @api.depends("kind")
    def _compute_show_price(self):
        for wizard in self:
            wizard.show_price = wizard.kind == "shelf"

    @api.depends(*SHOWN, "line_ids.copies", "line_ids.product_id")
    def _compute_preview(self):
        for wizard in self:
            wizard.preview, wizard.blocked, wizard.summary = False, False, False
            if not (wizard.paper and wizard.printer_id):
                continue
            printed, blocked = wizard._jobs()
            wizard.blocked = "\n".join(blocked)
            wizard.summary = wizard._summary(printed)
            if not wizard._place_problem():
                wizard.preview = wizard._picture([job for _, _, job in printed])

    def _summary(self, printed):
        labels = sum(job.copies for _, _, job in printed)
        paper = PAPERS[self.paper]
        if problem := self._place_problem():
            return words.misfit(self.env, problem)
        if paper.is_roll:
            return self.env._("Labels: %s", labels)
        sheets = -(-(labels + self.start - 1) // paper.per_page) if labels else 0
        return self.env._(
            "Labels: %(labels)s, sheets: %(sheets)s", labels=labels, sheets=sheets
        )

    def _place_problem(self):
        return PAPERS[self.paper].start_problem(self._start())

    def _picture(self, jobs):
        """The first page, used labels in grey."""
        paper = PAPERS[self.paper]
        room = paper.per_page - self._start() + 1
        jobs = [Job(job.label, min(job.copies, room)) for job in jobs[:room]]
        printed = draw(
            jobs, paper, int(self.printer_id.dpi), start=self._start(), outlines=True
        )
        file = BytesIO()
        dpi = 200 if paper.is_roll else 110
        proof.first_page(printed.pdf, dpi).save(file, "PNG")
        return base64.b64encode(file.getvalue())

    def _start(self):
        return 1 if PAPERS[self.paper].is_roll else self.start

    def _options(self):
        return {
            "shelf": self.kind == "shelf",
            "price": self.show_price or self.kind == "shelf",
            "producer": self.show_producer,
            "note": self.note or "",
        }

    def _jobs(self):
        """([(product, facts, Job)], [sentences about what cannot be printed])."""
        words.use_fonts()
        lines = self.line_ids.filtered(lambda line: line.copies > 0 and line.product_id)
        # a line being edited holds a copy of the product: facts are of the product
        facts = lines.product_id._origin._label_facts()
        printed, blocked = [], []
        for line in lines:
            product = line.product_id._origin
            try:
                job = Job(self._label(product, facts[product]), line.copies)
            except LabelError as error:
                blocked.append(words.refusal(self.env, error))
            else:
                printed.append((product, facts[product], job))
        return printed, blocked

    def _label(self, product, facts):
        """A label that fits this paper, or a LabelError."""
        label = product._in_shop_language()._prepare_label(facts, self._options())
        arrange(label, PAPERS[self.paper], int(self.printer_id.dpi))
        return label

    def action_print(self):
        """Prove every label, write down what it says, hand over the file."""
        self.ensure_one()
        self._check_may_print()
        printed, blocked = self._jobs()
        self._check_printable(printed, blocked)
        self.file = base64.b64encode(self._proven(self._reserve_numbers(printed)))
        self._write_down(printed)
        return words.download(self, "file", f"labels.{self.language}")

    def _reserve_numbers(self, printed):
        """The jobs; what has no number yet takes one, for good."""
        return [job for _, _, job in printed]

    def _write_down(self, printed):
        rows = [(product, facts, job.copies) for product, facts, job in printed]
        return self.env["foodcoop.label.print"]._record(self.kind, rows)

    def _proven(self, jobs) -> bytes:
        """The file, once all bars were read back from this layout drawn as a PDF.

        For ZPL that proves the layout and the codes, not what the printer draws.
        """
        paper, dpi = PAPERS[self.paper], int(self.printer_id.dpi)
        out = self.printer_id._calibration()
        try:
            pdf = draw(jobs, paper, dpi, calibration=out, start=self._start())
            proof.prove(pdf)
        except LabelError as error:
            raise UserError(words.refusal(self.env, error)) from error
        if self.language == "zpl":
            return zpl.labels(jobs, paper, dpi, out).encode()
        return pdf.pdf

    def _check_may_print(self):
        """Everybody who works here keeps shelves right; numbers are for few."""
        if self.kind == "shelf" or self.env.user.has_group(
            "foodcoop_barcode.group_manager"
        ):
            return
        raise AccessError(
            self.env._(
                "Only people who number goods print labels for goods. "
                "Ask the office for the right “Barcodes”."
            )
        )

    def _check_printable(self, printed, blocked):
        if problem := self._place_problem():
            raise UserError(words.misfit(self.env, problem))
        if not printed:
            nothing = self.env._("There is no label to print.")
            raise UserError("\n".join([nothing, *blocked]))
        if sum(job.copies for _, _, job in printed) > MOST_LABELS:
            raise UserError(self.env._("Print at most %s labels at once.", MOST_LABELS))
        if self.language == "zpl" and not PAPERS[self.paper].is_roll:
            raise UserError(
                self.env._("This printer prints rolls. Choose a roll, not a sheet.")
            )
