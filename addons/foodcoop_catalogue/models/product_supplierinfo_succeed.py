# SPDX-License-Identifier: AGPL-3.0-or-later
import json
from datetime import timedelta

from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

# Who may define ``create`` and ``write`` and still be left out when rows are written in
# SQL: what they do for a vendor line, _succeed_in_sql does as well.
_KNOWN_WRITERS = ("odoo.orm.", "odoo.models", "odoo.addons.product.")
_OPEN = """
    WITH fresh AS MATERIALIZED (
        SELECT id AS line_id,
               nextval((SELECT pg_get_serial_sequence('product_supplierinfo', 'id')))
            AS id FROM foodcoop_catalogue_line
         WHERE import_id = %(record)s AND take AND kind <> 'gone'
         ORDER BY id),
    made AS (
        INSERT INTO product_supplierinfo (id, %(columns)s)
        SELECT f.id, %(given)s
          FROM fresh f
          JOIN foodcoop_catalogue_line l ON l.id = f.line_id
          JOIN foodcoop_catalogue_import i ON i.id = l.import_id
          JOIN product_product p ON p.id = l.product_id
          JOIN uom_uom u
            ON u.id = (%(packs)s::jsonb->>concat(l.unit, round(l.pack, 6)))::int
          LEFT JOIN product_supplierinfo old ON old.id = l.seller_id
          LEFT JOIN uom_uom old_u ON old_u.id = old.product_uom_id)
    SELECT line_id, id FROM fresh ORDER BY id
"""


class ProductSupplierinfo(models.Model):
    """Old prices end, new ones start: thousands of rows in a few statements."""

    _inherit = "product.supplierinfo"

    def _succeed(self, record, packs, start):
        """Open the prices of a list's ticked rows, log them, close the old ones.

        Old prices end the day before. ``packs``: the unit of each size of case.
        """
        in_sql = not self._is_extended()
        road = self._succeed_in_sql if in_sql else self._succeed_by_orm
        made = road(record, packs, start)
        end = start - timedelta(days=1)
        self.env["foodcoop.catalogue.change"]._log_prices(record, made, end)
        query = SQL(
            "SELECT DISTINCT seller_id FROM foodcoop_catalogue_line"
            " WHERE import_id = %s AND take AND seller_id IS NOT NULL",
            record.id,
        )
        closing = self.browse(ref for (ref,) in self.env.execute_query(query))
        closing._close_in_sql(end) if in_sql else closing.write({"date_end": end})

    def _is_extended(self):
        """Another module does something of its own when a vendor line is written."""
        family = type(self).mro()
        return any(
            not {"create", "write"}.isdisjoint(vars(cls))
            and (cls is family[0] or not cls.__module__.startswith(_KNOWN_WRITERS))
            for cls in family
        ) or any(
            field.copy and field.type in ("many2many", "one2many")
            for field in self._fields.values()
        )

    def _succeed_by_orm(self, record, packs, start):
        lines = record.line_ids.filtered(lambda line: line.take and line.kind != "gone")
        ends = lines.seller_id._last_days(start)
        vals_list = [
            {
                **line._prepare_seller(packs[line._size()]),
                "date_start": start,
                "date_end": ends.get(line.seller_id.id),
            }
            for line in lines
        ]
        made = self.create(vals_list)
        return dict(zip(lines.ids, made.ids, strict=True))

    def _last_days(self, start):
        """{old price: the last day of the new one, where a later one is foreseen}."""
        if not self:
            return {}
        self.flush_model()
        query = SQL(
            "SELECT old.id, %s FROM product_supplierinfo old WHERE old.id IN %s",
            self._day_before_the_next(start),
            tuple(self.ids),
        )
        return dict(self.env.execute_query(query))

    def _close_in_sql(self, end):
        """``write({"date_end": end})`` in one statement; see ``_succeed_in_sql``."""
        if not self:
            return
        self.check_access("write")
        self.env.execute_query(
            SQL(
                "UPDATE product_supplierinfo SET date_end = %s, write_uid = %s,"
                " write_date = now() AT TIME ZONE 'UTC' WHERE id IN %s",
                end,
                self.env.uid,
                tuple(self.ids),
            )
        )
        self.invalidate_recordset(["date_end", "write_uid", "write_date"], flush=False)
        self.modified(["date_end"])
        self._validate_fields(["date_end"])

    def _succeed_in_sql(self, record, packs, start):
        """The same by one statement, for lists of thousands of rows.

        It does what ``create`` would: rights and record rules are checked, every
        stored field is taken over from the old price (else its default), fields that
        are computed and what depends on vendor lines are computed anew, and the
        constraints written in Python are called. See ``_is_extended`` for the rest.
        """
        self.check_access("create")
        if not packs:
            return {}
        self.env.flush_all()
        columns, given = self._columns(start)
        query = SQL(
            _OPEN,
            record=record.id,
            packs=json.dumps(
                {f"{unit}{size:.6f}": uom.id for (unit, size), uom in packs.items()}
            ),
            columns=SQL(", ").join(map(SQL.identifier, columns)),
            given=SQL(", ").join(given),
        )
        made = dict(self.env.execute_query(query))
        self.browse(made.values())._after_sql(columns)
        return made

    def _after_sql(self, columns):
        """What the ORM does once rows are there."""
        self.env["product.template"].invalidate_model(["seller_ids"])
        given = [self._fields[name] for name in columns]
        with self.env.protecting(given, self):
            for name, field in self._fields.items():
                if field.store and field.compute and name not in columns:
                    self.env.add_to_compute(field, self)
            self.modified(self._fields, create=True)
        allowed = self.env["ir.rule"]._compute_domain(self._name, "create")
        # sudo: rules are asked for all rows in one query, as the superuser sees them
        seen = self.sudo().search_count(Domain("id", "in", self.ids) & Domain(allowed))
        if seen < len(self):
            self.check_access("create")  # says which, and to whom
        self._validate_fields(columns)

    def _columns(self, start):
        """The columns of a new row, and what each is given."""
        given = self._given(start)
        others = [
            name
            for name, field in self._fields.items()
            if name != "id"
            and field.store
            and field.column_type
            and field.copy
            and name not in given
        ]
        defaults = self.default_get(others)
        for name in others:
            default = self._fields[name].convert_to_column_insert(
                self._fields[name].convert_to_write(
                    self._fields[name].convert_to_cache(defaults.get(name), self), self
                ),
                self,
            )
            given[name] = SQL(
                "CASE WHEN old.id IS NULL THEN %s ELSE old.%s END",
                default if name in defaults else None,
                SQL.identifier(name),
            )
        return list(given), list(given.values())

    def _given(self, start):
        """What the list decides; it takes over what the list says nothing about."""
        return self._who_and_when() | {
            "partner_id": SQL("coalesce(old.partner_id, i.partner_id)"),
            "company_id": SQL(
                "CASE WHEN old.id IS NULL THEN i.company_id ELSE old.company_id END"
            ),
            "currency_id": SQL("l.currency_id"),
            "product_id": SQL(
                "CASE WHEN old.id IS NULL THEN p.id ELSE old.product_id END"
            ),
            "product_tmpl_id": SQL("p.product_tmpl_id"),
            "product_uom_id": SQL("u.id"),
            "product_code": SQL("coalesce(nullif(l.code, ''), old.product_code)"),
            "product_name": SQL("coalesce(nullif(l.title, ''), old.product_name)"),
            "price": SQL(
                "round((l.price * CASE WHEN l.per_pack THEN 1 ELSE l.pack END)"
                "::numeric, 6)"
            ),
            "min_qty": SQL("coalesce(old.min_qty * old_u.factor / u.factor, 0)"),
            "date_start": SQL("%s::date", start),
            "date_end": self._day_before_the_next(start),
        }

    def _who_and_when(self):
        now, user = SQL("now() AT TIME ZONE 'UTC'"), SQL("%s", self.env.uid)
        return {
            "create_uid": user,
            "write_uid": user,
            "create_date": now,
            "write_date": now,
        }

    def _day_before_the_next(self, start):
        """A price that is already foreseen for later keeps its day."""
        return SQL(
            "CASE WHEN old.id IS NOT NULL THEN"
            " (SELECT min(later.date_start) - 1 FROM product_supplierinfo later"
            " WHERE later.partner_id = old.partner_id"
            " AND later.product_tmpl_id = old.product_tmpl_id"
            " AND later.product_code IS NOT DISTINCT FROM old.product_code"
            " AND later.date_start > %s) END",
            start,
        )
