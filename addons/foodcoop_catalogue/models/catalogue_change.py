# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.tools import SQL

PRICE, PRODUCT, SHELF = "price", "product", "shelf"
DONE, UNDONE, KEPT = "done", "undone", "kept"

# What a vendor line says, as JSON: to see later whether somebody changed it.
_AS_WRITTEN = SQL(
    "jsonb_build_object('price', s.price, 'product_uom_id', s.product_uom_id,"
    " 'min_qty', s.min_qty, 'discount', s.discount, 'date_start', s.date_start,"
    " 'date_end', s.date_end, 'product_code', s.product_code,"
    " 'product_id', s.product_id, 'currency_id', s.currency_id)"
)

_LOG = """
    INSERT INTO foodcoop_catalogue_change (
           import_id, line_ref, what, result, seller_ref, closed_ref, before, after)
    SELECT l.import_id, l.id, 'price', 'done', s.id, l.seller_id,
           jsonb_build_object('date_end', old.date_end),
           CASE WHEN s.id IS NULL THEN '{}'::jsonb ELSE %(written)s END
           || jsonb_build_object('closed_end',
                  CASE WHEN old.id IS NULL THEN NULL ELSE %(end)s::date END)
      FROM foodcoop_catalogue_line l
      LEFT JOIN unnest(%(made)s::int[], %(sellers)s::int[])
             AS made (line_id, id) ON made.line_id = l.id
      LEFT JOIN product_supplierinfo s ON s.id = made.id
      LEFT JOIN product_supplierinfo old ON old.id = l.seller_id
     WHERE l.import_id = %(record)s AND l.take
     ORDER BY l.id
"""


class CatalogueChange(models.Model):
    """One thing that an import wrote, or that its undoing took back. Never edited."""

    _name = "foodcoop.catalogue.change"
    _description = "What a price list changed"
    _log_access = False  # the list says who and when, the reversal names its own
    _order = "id"

    import_id = fields.Many2one(
        "foodcoop.catalogue.import",
        "Price list",
        required=True,
        index=True,
        ondelete="cascade",
    )
    # What it is about, by number: the log outlives what it tells of.
    line_ref = fields.Integer("Number of the row")
    line_id = fields.Many2one(
        "foodcoop.catalogue.line", "Row", compute="_compute_line_id"
    )
    what = fields.Selection(
        [
            (PRICE, "Supplier's price"),
            (PRODUCT, "New product"),
            (SHELF, "Shelf price"),
        ],
        required=True,
    )
    result = fields.Selection(
        [
            (DONE, "Written"),
            (UNDONE, "Taken back"),
            (KEPT, "Left as it is: changed or used since"),
        ],
        required=True,
        default=DONE,
    )
    product_id = fields.Many2one(
        "product.product", "Product", compute="_compute_line_id"
    )
    seller_ref = fields.Integer("New price")
    closed_ref = fields.Integer("Old price")
    before = fields.Json()
    after = fields.Json()
    reverses_id = fields.Many2one(
        "foodcoop.catalogue.change", "Takes back", ondelete="cascade"
    )

    _reversed_once = models.UniqueIndex(
        "(reverses_id) WHERE reverses_id IS NOT NULL", "This was taken back already."
    )

    def _compute_line_id(self):
        Line = self.env["foodcoop.catalogue.line"]
        known = {
            line.id: line for line in Line.browse(self.mapped("line_ref")).exists()
        }
        for change in self:
            change.line_id = known.get(change.line_ref)
            change.product_id = change.line_id.product_id

    @api.model
    def _log_prices(self, record, made, end):
        """``made``: {line: new vendor line}; the old ones will end on ``end``."""
        self.env.flush_all()
        self.env.execute_query(
            SQL(
                _LOG,
                end=end,
                made=[*made],
                sellers=[*made.values()],
                written=_AS_WRITTEN,
                record=record.id,
            )
        )
        record.invalidate_recordset(["change_ids"], flush=False)

    @api.model
    def _log_products(self, lines, products):
        pairs = zip(lines, products, strict=True)
        self._log(
            PRODUCT,
            [(line, {}, {"id": product.id}) for line, product in pairs],
        )

    @api.model
    def _log_shelves(self, repriced):
        self._log(
            SHELF,
            [
                (
                    line,
                    {"list_price": before},
                    {"list_price": line.product_id.list_price},
                )
                for line, before in repriced
            ],
        )

    def _log(self, what, rows):
        # sudo: the log is written by what happens, by nobody's hand
        self.sudo().create(
            [
                {
                    "import_id": line.import_id.id,
                    "line_ref": line.id,
                    "what": what,
                    "before": before,
                    "after": after,
                }
                for line, before, after in rows
            ]
        )

    def _undo(self):
        """Take back what nobody changed since; answers the rows that say so."""
        intact = self._intact_prices() | self._intact_shelves()
        intact._restore_prices()
        for change in intact.filtered(lambda one: one.what == SHELF):
            change.product_id.list_price = change.before["list_price"]
        intact |= self.filtered(lambda one: one.what == PRODUCT)._archive_unused()
        # sudo: the log is written by what happens, by nobody's hand
        return self.sudo().create(
            [one._prepare_reversal(UNDONE if one in intact else KEPT) for one in self]
        )

    def _prepare_reversal(self, result):
        return {
            "import_id": self.import_id.id,
            "line_ref": self.line_ref,
            "what": self.what,
            "before": self.after,
            "after": self.before if result == UNDONE else False,
            "reverses_id": self.id,
            "result": result,
        }

    def _intact_prices(self):
        """Those whose new vendor line and old one are as this import left them."""
        self.env.flush_all()
        query = SQL(
            """
            SELECT c.id
              FROM foodcoop_catalogue_change c
              LEFT JOIN product_supplierinfo s ON s.id = c.seller_ref
              LEFT JOIN product_supplierinfo old ON old.id = c.closed_ref
             WHERE c.id IN %s AND c.what = 'price'
               AND (c.after ? 'price') = (s.id IS NOT NULL)
               AND (s.id IS NULL OR c.after @> %s)
               AND old.date_end IS NOT DISTINCT FROM (c.after->>'closed_end')::date
               AND (old.id IS NOT NULL OR c.after->>'closed_end' IS NULL)""",
            tuple(self.ids) or (0,),
            _AS_WRITTEN,
        )
        return self.browse(ref for (ref,) in self.env.execute_query(query))

    def _intact_shelves(self):
        return self.filtered(
            lambda one: (
                one.what == SHELF
                and one.product_id.list_price == one.after["list_price"]
            )
        )

    def _restore_prices(self):
        """The new vendor lines go, the old ones hold again until when they did."""
        prices = self.filtered(lambda one: one.what == PRICE)
        # sudo: buyers delete no vendor line; these are the import's own, and unchanged
        sellers = self.env["product.supplierinfo"]
        sellers.sudo().browse(filter(None, prices.mapped("seller_ref"))).unlink()
        for end, changes in prices.grouped(lambda one: one.before["date_end"]).items():
            closed = sellers.browse(filter(None, changes.mapped("closed_ref")))
            closed.write({"date_end": end})

    def _archive_unused(self):
        """New products that nothing was done with are put away; the others stay."""
        used = self.product_id._used_products()
        unused = self.filtered(lambda one: one.product_id - used)
        unused.product_id.action_archive()
        return unused
