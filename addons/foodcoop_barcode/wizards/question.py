# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_scan.sentences import sentence

KINDS = [
    ("gtin13", "Number of one product, worldwide (GTIN-13)"),
    ("gtin8", "Short number of one product, worldwide (GTIN-8)"),
    ("upca", "American number of one product (UPC-A)"),
    ("upce", "Short American number of one product (UPC-E)"),
    ("gtin14_itf14", "Number of a case (GTIN-14, ITF-14)"),
    ("gs1_128", "Label of a case or pallet (GS1-128 or DataMatrix)"),
    ("rcn_region", "Number that holds inside a shop only"),
    ("rcn_company", "Number that holds inside a shop only"),
    ("rcn8", "Short number that holds inside a shop only"),
    ("price_embedded", "Label with a price in it"),
    ("weight_embedded", "Label with a weight in it"),
    ("count_embedded", "Label with a count in it"),
    ("isbn_issn", "Book, magazine or sheet music"),
    ("coupon_refund", "Coupon or refund receipt"),
    ("text", "Text, no number of goods"),
    ("damaged", "Damaged on its way here"),
]


class FoodcoopBarcodeQuestion(models.TransientModel):
    """What a code is and who bears it here; asking changes nothing."""

    _name = "foodcoop.barcode.question"
    _description = "What Is This Code?"

    scan = fields.Char("Code", help="Scan it, or type what stands under the bars.")
    answer = fields.Selection(
        [("none", "Not asked"), ("found", "Found"), ("look", "Look")],
        compute="_compute_answer",
    )
    sentence = fields.Char(compute="_compute_answer")
    kind = fields.Selection(KINDS, "What it is", compute="_compute_answer")
    code = fields.Char("Product number in it", compute="_compute_answer")
    product_id = fields.Many2one("product.product", compute="_compute_answer")
    uom_id = fields.Many2one("uom.uom", "Unit", compute="_compute_answer")
    weight = fields.Float("Weight (kg)", digits=(12, 3), compute="_compute_answer")
    price = fields.Float("Price on it", digits=(12, 2), compute="_compute_answer")
    lot = fields.Char(compute="_compute_answer")
    best_before = fields.Date(compute="_compute_answer")
    expiry = fields.Date("Use by", compute="_compute_answer")

    @api.depends("scan")
    def _compute_answer(self):
        for question in self:
            found = question._found()
            question.update(question._prepare_answer(found))

    def _found(self):
        raw = (self.scan or "")[:512]
        return self.env["product.product"]._resolve_scan(raw) if raw.strip() else None

    def _prepare_answer(self, found):
        if found is None:
            nothing = dict.fromkeys(
                ("sentence", "kind", "code", "product_id", "uom_id", "weight")
                + ("price", "lot", "best_before", "expiry"),
                False,
            )
            return nothing | {"answer": "none"}
        said = found.explanation
        kind = str(said.holds or said.kind)
        # a scan says the same to everybody; one opens only what one may read
        product = self.env["product.product"].browse(found.product_id or [])
        return {
            "answer": "found" if found else "look",
            "sentence": sentence(self.env, found),
            "kind": kind if kind in dict(KINDS) else "damaged",
            "code": said.code or said.digits,
            "product_id": product._filtered_access("read").id,
            "uom_id": found.uom_id,
            "weight": float(found.weight or 0),
            "price": float(found.price or 0),
            "lot": found.lot,
            "best_before": found.best_before,
            "expiry": found.expiry,
        }

    def action_open(self):
        return self.product_id.get_formview_action()
