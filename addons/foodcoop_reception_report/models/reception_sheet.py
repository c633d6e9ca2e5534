# SPDX-License-Identifier: AGPL-3.0-or-later
"""Count sheets on paper, for the day everything is down."""

from odoo import api, models
from odoo.addons.foodcoop_reception.lib import tally
from odoo.exceptions import AccessError, UserError
from odoo.tools.misc import file_path

from ..lib import count_sheet, typed

FONT = "web/static/fonts/google/Open_Sans/Open_Sans-%s.ttf"


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    @api.model
    def _print_sheets(self, picking_ids):
        ids = "-".join(map(str, picking_ids))
        return {
            "type": "ir.actions.act_url",
            "url": f"/foodcoop_reception_report/count_sheets/{ids}",
            "target": "new",
        }

    def action_print_sheet(self):
        """The paper of a count that goes on."""
        self.ensure_one()
        self.check_access("read")
        return self._print_sheets(self.sudo().picking_ids.ids)  # sudo: ids only

    def action_type_in(self):
        self.ensure_one()
        sheet = self.env["foodcoop.reception.typed"]._open(self)
        return sheet._shown()

    @api.model
    def _count_sheets(self, picking_ids):
        """A PDF of deliveries that wait; those that are counted together share a sheet.

        :raises UserError: one of them does not wait (any more).
        """
        pickings = self._printable(picking_ids)
        if not pickings:
            raise UserError(
                self.env._(
                    "This delivery is no longer waiting: it was received or "
                    "cancelled. Choose another one."
                )
            )
        together = pickings.grouped(lambda picking: picking.reception_id or picking)
        sheets = []
        for counted, alone in together.items():
            joined = counted.picking_ids if counted._name == self._name else alone
            sheets.append(self._prepare_sheet(joined))
        count_sheet.use_fonts(file_path(FONT % "Regular"), file_path(FONT % "Bold"))
        return count_sheet.draw(sheets, self._sheet_words())

    @api.model
    def _printable(self, picking_ids):
        """By the role's right to count, else by one's own right on deliveries."""
        asked = [*self._waiting_domain(), ("id", "in", list(picking_ids))]
        pickings = self.env["stock.picking"]
        if self.env.user.has_group("foodcoop_reception.group_coordinator"):
            # sudo: who may open any waiting count may print it, and no other delivery
            return pickings.sudo().search(asked)
        if not self.env.user.has_group("stock.group_stock_user"):
            raise AccessError(
                self.env._("Only a coordinator of receptions prints sheets. Ask one.")
            )
        # sudo: products and order lines of deliveries that this person may read
        return pickings.search(asked).sudo()

    def _prepare_sheet(self, pickings):
        ordered = pickings.sorted(lambda p: (p.scheduled_date, p.id))
        codes = [picking.origin or picking.name for picking in ordered]
        return count_sheet.Sheet(
            supplier=ordered.partner_id[:1].display_name or "",
            orders=", ".join(codes),
            day=self._day(ordered[:1].scheduled_date),
            codes=codes,
            rows=[
                count_sheet.Row(
                    name=row["name"],
                    ordered=self.env._("ordered: %s", row["ordered"]),
                    code=row["product"].barcode or "",
                    unit=row["unit"],
                )
                for row in self._sheet_rows(ordered)
            ],
        )

    def _sheet_rows(self, pickings):
        """One row a product, in the order of the terminal."""
        moves = pickings.move_ids.filtered(
            lambda move: move.state not in ("done", "cancel")
        ).with_context(display_default_code=False)
        expected = typed.rows(
            [
                tally.Line(
                    move.id, move.product_id.id, tally.as_decimal(move.product_qty)
                )
                for move in moves
            ]
        )
        by_product = moves.grouped("product_id")
        return [
            self._sheet_row(product, by_product[product], float(expected[product.id]))
            for product in moves.product_id.browse(expected)
        ]

    def _sheet_row(self, product, moves, expected):
        unit = product.uom_id
        pack = moves.purchase_line_id.product_uom_id
        words = f"{self._number(expected)} {unit.name}"
        if len(pack) == 1 and pack != unit:
            packs = unit._compute_quantity(expected, pack, round=False)
            words = f"{self._number(packs)} × {pack.name} = {words}"
        return {
            "product": product,
            "name": product.display_name,
            "ordered": words,
            "unit": unit.name,
        }

    def _number(self, value):
        """As people write it: no zeros that say nothing, the language's comma."""
        language = self.env["res.lang"]._get_data(code=self.env.lang or "en_US")
        plain = f"{tally.as_decimal(value).normalize():f}"
        return plain.replace(".", language.decimal_point or ".")

    def _sheet_words(self):
        return count_sheet.Words(
            title=self.env._("Count sheet"),
            counted_by=self.env._("Counted by:"),
            advice=self.env._(
                "Write how many came in all, also 0. Leave empty what nobody counted."
            ),
            counted=self.env._("Came"),
            not_listed=self.env._("not on the list: name, code"),
            page=self.env._("page %(page)s of %(last)s"),
        )
