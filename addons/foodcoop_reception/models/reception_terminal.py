# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the terminal asks for: deliveries that wait, one of them whole, scans kept."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..lib.codes import scan_key
from ..lib.events import UnreadableEvent, parse_event, without_strangers


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    @api.model
    def _check_terminal(self):
        if not self.env.user.has_group("foodcoop_reception.group_terminal"):
            raise AccessError(
                self.env._(
                    "This account may not count deliveries. Sign in with the "
                    "terminal's account, or ask the office."
                )
            )

    @api.model
    def deliveries(self):
        """Deliveries that can be counted now, the earliest first."""
        self._check_terminal()
        # sudo: the terminal's account has no rights on stock; it sees these facts only.
        pickings = self.env["stock.picking"].sudo().search(self._waiting_domain())
        counting = {
            reception.picking_id.id
            for reception in self.search([("picking_id", "in", pickings.ids)])
        }
        return [
            {
                "picking": picking.id,
                "supplier": picking.partner_id.display_name or picking.name,
                "order": picking.origin or picking.name,
                "lines": len(picking.move_ids),
                "date": fields.Date.to_string(
                    fields.Datetime.context_timestamp(
                        self, picking.scheduled_date
                    ).date()
                ),
                "counting": picking.id in counting,
            }
            for picking in pickings
        ]

    def _waiting_domain(self):
        return [
            ("picking_type_code", "=", "incoming"),
            ("state", "in", ["confirmed", "assigned"]),
            ("company_id", "in", self.env.companies.ids),
        ]

    @api.model
    def open_delivery(self, picking_id):
        """Everything a terminal needs to count a delivery by itself."""
        self._check_terminal()
        reception = self._of_picking(picking_id)
        return {
            "reception": reception.id,
            # A restored backup may give this number to another delivery: unsaved scans
            # of a terminal are kept under both.
            "key": f"{reception.id} {reception.create_date}",
            "state": reception.state,
            **reception.sudo()._describe(),  # sudo: no rights on stock and products
            "events": reception._described_scans(),
        }

    def _of_picking(self, picking_id):
        """The reception of a delivery; two terminals that open it get the same."""
        reception = self.search([("picking_id", "=", picking_id)])
        if reception:
            return reception
        # sudo: the terminal's account may open a count, of a waiting delivery only.
        waiting = self._waiting_domain() + [("id", "=", picking_id)]
        if not self.env["stock.picking"].sudo().search_count(waiting):
            raise UserError(
                self.env._(
                    "This delivery is no longer waiting: it was received or "
                    "cancelled. Choose another one."
                )
            )
        self.env.cr.execute(
            SQL(
                "INSERT INTO foodcoop_reception (picking_id, company_id, state,"
                " create_uid, create_date, write_uid, write_date)"
                " SELECT id, company_id, 'counting', %(uid)s, now(), %(uid)s, now()"
                " FROM stock_picking WHERE id = %(picking)s"
                " ON CONFLICT (picking_id) DO NOTHING",
                uid=self.env.uid,
                picking=picking_id,
            )
        )
        return self.search([("picking_id", "=", picking_id)])

    def _describe(self):
        picking = self.picking_id
        moves = self._open_moves().with_context(display_default_code=False)
        piece = self.env.ref("uom.product_uom_unit")  # once: it asks the database
        return {
            "supplier": picking.partner_id.display_name or picking.name,
            "order": picking.origin or picking.name,
            "lines": [self._describe_line(move, piece) for move in moves],
            **self._describe_products(),
        }

    def _describe_line(self, move, piece):
        product, unit = move.product_id, move.product_id.uom_id
        pack = move.purchase_line_id.product_uom_id
        packed = pack and pack != unit
        return {
            "line": move.id,
            "product": product.id,
            "name": product.display_name,
            "ordered": move.product_qty,
            "unit": "" if unit == piece else unit.name,
            "pack": pack.name if packed else "",
            "packs": move.purchase_line_id.product_qty if packed else 0,
        }

    def _describe_products(self):
        """Every code of the shop, so that no scan has to ask the server."""
        products = self.env["product.product"].search(
            [
                ("barcode", "!=", False),
                ("company_id", "in", [False, self.company_id.id]),
            ]
        )
        codes = {scan_key(product.barcode): [product.id, 1.0] for product in products}
        ours = [("product_id.company_id", "in", [False, self.company_id.id])]
        for pack in self.env["product.uom"].search(ours):
            factor = pack.uom_id._compute_quantity(
                1, pack.product_id.uom_id, round=False
            )
            codes[scan_key(pack.barcode)] = [pack.product_id.id, factor]
        return {"codes": codes, "products": {p.id: p.name for p in products}}

    def _described_scans(self):
        return [
            {
                "uuid": scan.uuid,
                "kind": scan.kind,
                "product": scan.product_id.id or None,
                "quantity": scan.quantity,
                "code": scan.code or "",
                "reverses": scan.reverses or None,
                "at": scan.scanned_at.isoformat(timespec="milliseconds") + "Z",
            }
            for scan in self.scan_ids
        ]

    def record_scans(self, scans, device=""):
        """Keep scans; one that is already kept changes nothing.

        :param scans: dicts of uuid, kind, product, quantity, code, reverses, at.
        :returns: the uuids that are kept now, those of earlier calls among them, and
            how many scans there are in all, those of other terminals too.
        """
        self.ensure_one()
        self._check_terminal()
        self.check_access("read")
        rows = [self._prepare_scan(scan, device) for scan in self._known(scans)]
        self._touch()
        self._insert_scans(rows)
        return {"kept": [scan["uuid"] for scan in scans], "total": len(self.scan_ids)}

    def scans(self):
        """Every scan of this delivery, of whichever terminal."""
        self._check_terminal()
        return self._described_scans()

    def _touch(self):
        """Written, not only read: a close at the same moment has to see these scans."""
        self.flush_recordset()
        self.env.cr.execute(
            "UPDATE foodcoop_reception SET write_date = now() WHERE id = %s"
            " RETURNING state",
            [self.id],
        )
        if self.env.cr.fetchone()[0] == "closed":
            raise UserError(
                self.env._(
                    "This delivery is closed: nothing can be added to its count. "
                    "Tell the office what you found."
                )
            )

    def _known(self, scans):
        """What a terminal sent as events; what makes no sense is refused."""
        kinds = dict(self.env["foodcoop.reception.scan"]._fields["kind"].selection)
        try:
            events = [parse_event(scan, kinds) for scan in scans]
        except (UnreadableEvent, TypeError) as error:
            raise UserError(
                self.env._("A scan could not be read. Reload the page and go on.")
            ) from error
        # sudo: no rights on products; archived ones are counted like the others.
        products = self.env["product.product"].sudo().with_context(active_test=False)
        ours = products.search(
            [
                ("id", "in", [event["product"] or 0 for event in events]),
                ("company_id", "in", [False, self.company_id.id]),
            ]
        )
        return [without_strangers(event, set(ours.ids)) for event in events]

    def _prepare_scan(self, event, device):
        return {
            **event,
            "reception": self.id,
            "device": str(device or "")[:64],
            "uid": self.env.uid,
        }

    def _insert_scans(self, rows):
        """By SQL, for one reason: ON CONFLICT makes a repeat harmless."""
        for row in rows:
            self.env.cr.execute(
                "INSERT INTO foodcoop_reception_scan (reception_id, uuid, kind,"
                " product_id, quantity, code, reverses, scanned_at, device, user_id,"
                " create_uid, create_date, write_uid, write_date)"
                " VALUES (%(reception)s, %(uuid)s, %(kind)s, %(product)s,"
                " %(quantity)s, %(code)s, %(reverses)s, %(at)s, %(device)s, %(uid)s,"
                " %(uid)s, now(), %(uid)s, now())"
                " ON CONFLICT (uuid) DO NOTHING",
                row,
            )
        self.invalidate_recordset(["scan_ids"])
