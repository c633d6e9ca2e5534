# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import api, fields, models
from odoo.addons.foodcoop_scan.lib.key import gtin14_key
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib import gtin, retirement
from ..lib.retirement import IN_USE, Life, Owner, Role


class FoodcoopBarcodeCode(models.Model):
    _inherit = "foodcoop.barcode.code"

    proposal = fields.Selection(
        [
            ("quiet", "Not scanned for long"),
            ("archived", "Product archived"),
            ("deleted", "Product deleted"),
        ],
        "Could retire",
        compute="_compute_proposal",
        search="_search_proposal",
    )
    in_stock = fields.Float("Still in stock", compute="_compute_in_stock")

    @api.depends("state", "last_scan", "product_id")
    def _compute_proposal(self):
        found = self._proposals(fields.Date.context_today(self))
        for row in self:
            row.proposal = found.get(row.id, False)

    def _search_proposal(self, operator, value):
        if operator != "in":
            return NotImplemented
        found = self._proposals(fields.Date.context_today(self))
        chosen = [row_id for row_id, proposal in found.items() if proposal in value]
        domain = Domain("id", "in", chosen)
        return (
            domain | Domain("id", "not in", list(found)) if False in value else domain
        )

    @api.depends("product_id")
    def _compute_in_stock(self):
        on_hand = self.product_id._on_hand()
        for row in self:
            row.in_stock = on_hand.get(row.product_id.id, 0)

    @api.model
    def _note(self, codes, product, reason):
        """These are numbers of ``product`` now, and why; unknown ones are added."""
        keys = {gtin.key(code): code for code in codes if code}
        keys.pop("", None)
        # sudo: the register is written by its own verbs only
        register = self.sudo()
        register._take_over(
            [
                {
                    "code": code,
                    "gtin14": key,
                    "product_id": product.id,
                    "state": "imported" if gtin.is_internal(code) else "foreign",
                    "reason": reason,
                }
                for key, code in keys.items()
            ]
        )
        for row in register.search([("gtin14", "in", list(keys))]):
            row._turn(row.state, reason, product)

    def _proposals(self, today):
        """{row id: why it could retire}, of these rows or of the whole register."""
        days = retirement.quiet_days(
            # sudo: a setting everybody may know
            self.env["ir.config_parameter"]
            .sudo()
            .get_param("foodcoop_barcode_gtin.quiet_days")
        )
        found = {
            row.id: retirement.propose(life, today, days)
            for row, life in self._not_main()._lives()
        }
        return {row_id: str(proposal) for row_id, proposal in found.items() if proposal}

    def _not_main(self):
        """Numbers in use that are not the main one of a product in the assortment."""
        self.flush_model(["gtin14", "product_id", "state"])
        self.env["product.product"].flush_model(["active", "barcode"])
        among = SQL("AND c.id = ANY(%s)", self.ids) if self else SQL()
        # sudo: read from the table; the search around it applies the rules
        return self.sudo().browse(
            row_id
            for (row_id,) in self.env.execute_query(
                SQL(
                    "SELECT c.id FROM foodcoop_barcode_code c "
                    "LEFT JOIN product_product p ON p.id = c.product_id "
                    "WHERE c.state = ANY(%s) AND (p.active IS NOT TRUE "
                    "OR lpad(p.barcode, greatest(14, length(p.barcode)), '0')"
                    " IS DISTINCT FROM c.gtin14) %s",
                    list(IN_USE),
                    among,
                )
            )
        )

    def _lives(self):
        packs = self.env["product.product"]._bearing(*self.mapped("gtin14"))[1]
        packs = {gtin14_key(pack.barcode): pack for pack in packs}
        since = self._last_turns()
        for row in self:
            pack = packs.get(row.gtin14)
            yield (
                row,
                Life(
                    row.state,
                    row._role(pack),
                    row._owner(pack),
                    since.get(row.id, row.create_date).date(),
                    row.last_scan or None,
                ),
            )

    def _last_turns(self, kind=None):
        domain = [("code_id", "in", self.ids)]
        if kind:
            domain.append(("kind", "=", kind))
        # sudo: the register's own history
        events = self.env["foodcoop.barcode.event"].sudo()
        groups = events._read_group(domain, ["code_id"], ["create_date:max"])
        return {row.id: moment for row, moment in groups}

    def _role(self, pack):
        if pack:
            one_unit = pack.uom_id == pack.product_id.uom_id
            return Role.SECOND if one_unit else Role.PACK
        bears = gtin14_key(self.product_id.barcode or "") == self.gtin14
        return Role.MAIN if bears else Role.NONE

    def _owner(self, pack):
        product = pack.product_id if pack else self.product_id
        if not product:
            return Owner.DELETED
        return Owner.KEPT if product.active else Owner.ARCHIVED

    # What a person decides

    def action_retire(self):
        """Say what retiring these would mean, then ask."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_barcode_gtin.retire_action"
        )
        return action | {"context": {"default_code_ids": self.ids}}

    def _retire(self, reason):
        """From now on these are nobody's number; the register remembers them."""
        for row in self._for_a_person().filtered(lambda r: r.state in IN_USE):
            products, packs = self.env["product.product"]._bearing(row.gtin14)
            if kept := products.filtered("active"):
                raise UserError(
                    self.env._(
                        "%(code)s is the main number of %(product)s. "
                        "Give the product another number first.",
                        code=row.code,
                        product=kept[0].display_name,
                    )
                )
            products.barcode = False
            packs.unlink()
            row._turn("retired", reason)

    def action_take_back(self):
        """A retired number is in use again, as long as nothing else bears it."""
        for row in self._for_a_person().filtered(lambda r: r.state == "retired"):
            product = row.product_id
            if not product:
                raise UserError(
                    self.env._("The product of %s was deleted: it has none.", row.code)
                )
            row._check_free()
            if product.barcode:
                product._add_second_code(row.code)
            else:
                product.barcode = row.code
            state = "issued" if row.range_id else "imported"
            row._turn(state, self.env._("Taken back into use"))

    def _for_a_person(self):
        """The rows, writable, for whoever numbers goods and may see them."""
        self.env["foodcoop.barcode.range"]._check_may_allocate()
        self.check_access("read")
        self._check_goods_are_ours()
        # sudo: the register is written by its own verbs only
        return self.sudo().with_context(active_test=False)

    def _check_goods_are_ours(self):
        products, packs = self.env["product.product"]._bearing(*self.mapped("gtin14"))
        # sudo: goods one may not see are just what is looked for
        goods = products | packs.product_id | self.sudo().product_id
        if (goods.company_id | packs.company_id) - self.env.companies:
            raise UserError(
                self.env._(
                    "A number chosen is on goods of another company. Nothing was "
                    "changed: ask its office, or leave this number out."
                )
            )

    def _check_free(self):
        products, packs = self.env["product.product"]._bearing(self.gtin14)
        if bearer := products[:1] or packs.product_id[:1]:
            raise UserError(
                self.env._(
                    "%(code)s is the number of %(product)s now. Nothing was changed.",
                    code=self.code,
                    product=bearer._name_to_tell(),
                )
            )
