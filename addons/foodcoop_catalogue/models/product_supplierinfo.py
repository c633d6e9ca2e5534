# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import timedelta
from decimal import Decimal

from odoo import models
from odoo.addons.foodcoop_difference.lib.match import Known
from odoo.fields import Domain
from odoo.tools import SQL

# Who may define ``create`` and ``write`` and still be left out when rows are written in
# SQL: what they do for a vendor line, _succeed_in_sql does as well.
_KNOWN_WRITERS = ("odoo.orm.", "odoo.models", "odoo.addons.product.")


class ProductSupplierinfo(models.Model):
    _inherit = "product.supplierinfo"

    def _catalogue_known(self, partner, company, day):
        """A supplier's vendor lines that hold on a day, as ``lib`` understands them.

        A line's price is for one of its unit, which is the pack: 7.02 for a case of 6.
        One query, however many lines; it looks at this company's and shared ones.
        """
        units = self.env["uom.uom"]._catalogue_roots()
        rows = self.env.execute_query_dict(self._known_query(partner, company, day))
        prices = self.env["product.product"]._catalogue_shelf_prices(
            {row["template"] for row in rows}, company
        )
        return [self._known(row, units, prices[row["template"]]) for row in rows]

    def _known_query(self, partner, company, day):
        return SQL(
            """
            SELECT s.id, p.id AS product, s.product_tmpl_id AS template, s.price,
                   coalesce(s.product_code, '') AS code,
                   coalesce(s.product_name, '') AS name,
                   coalesce(t.name->>%(lang)s, t.name->>'en_US', '') AS shop_name,
                   split_part(u.parent_path, '/', 1) AS root,
                   split_part(b.parent_path, '/', 1) AS base_root,
                   u.factor, b.factor AS base_factor, c.name AS currency, i.content
              FROM product_supplierinfo s
              JOIN product_template t ON t.id = s.product_tmpl_id AND t.active
              JOIN product_product p ON p.id = coalesce(s.product_id, (
                    SELECT min(id) FROM product_product v
                     WHERE v.product_tmpl_id = t.id AND v.active))
              JOIN uom_uom u ON u.id = s.product_uom_id
              JOIN uom_uom b ON b.id = t.uom_id
              JOIN res_currency c ON c.id = s.currency_id
              LEFT JOIN foodcoop_catalogue_item i ON i.company_id = %(company)s
                    AND i.partner_id = %(partner)s AND i.key = s.product_code
             WHERE s.partner_id IN %(family)s
               AND (s.company_id IS NULL OR s.company_id = %(company)s)
               AND (s.date_start IS NULL OR s.date_start <= %(day)s)
               AND (s.date_end IS NULL OR s.date_end >= %(day)s)
             ORDER BY s.id""",
            lang=self.env.lang or "en_US",
            company=company.id,
            partner=partner.id,
            family=partner._catalogue_family(),
            day=day,
        )

    def _known(self, row, units, shelf):
        """``shelf`` is the price without VAT of one of the product's own units."""
        unit = units.get(row["root"]) if row["root"] == row["base_root"] else None
        name, factor = unit or ("", row["factor"])
        pack = Decimal(str(round(float(row["factor"] / factor), 6)))
        each = Decimal(str(float(factor / row["base_factor"])))
        return Known(
            ref=row["id"],
            product=row["product"],
            code=row["code"],
            unit=name,
            pack=pack or Decimal(1),
            pack_price=Decimal(str(round(row["price"] or 0, 6))),
            name=row["name"],
            shop_name=row["shop_name"],
            currency=row["currency"],
            selling=shelf.net * each if shelf.net else None,
            content=Decimal(str(row["content"])) if row["content"] else None,
        )

    def _catalogue_former_codes(self, partner, company):
        """Supplier code -> product, from all vendor lines there ever were."""
        query = SQL(
            """
            SELECT DISTINCT ON (s.product_code) s.product_code, p.id
              FROM product_supplierinfo s
              JOIN product_product p ON p.id = s.product_id AND p.active
             WHERE s.partner_id IN %s AND s.product_code > ''
               AND (s.company_id IS NULL OR s.company_id = %s)
             ORDER BY s.product_code, s.id DESC""",
            partner._catalogue_family(),
            company.id,
        )
        return dict(self.env.execute_query(query))

    def _succeed(self, lines, packs, start):
        """Open the rows' prices, log them, close the old ones the day before.

        ``packs`` holds the unit of each size of case. Answers the new vendor lines as
        {line id: vendor line id}.
        """
        extended, made = self._is_extended(), {}
        opening = lines.search([("id", "in", lines.ids), ("kind", "!=", "gone")])
        if opening:
            road = self._succeed_by_orm if extended else self._succeed_in_sql
            made = road(opening, packs, start)
        end = start - timedelta(days=1)
        self.env["foodcoop.catalogue.change"]._log_prices(lines, made, end)
        query = SQL(
            "SELECT DISTINCT seller_id FROM foodcoop_catalogue_line"
            " WHERE id IN %s AND seller_id IS NOT NULL",
            tuple(lines.ids),
        )
        closing = self.browse(ref for (ref,) in self.env.execute_query(query))
        closing._close_in_sql(end) if not extended else closing.write({"date_end": end})
        return made

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

    def _succeed_by_orm(self, lines, packs, start):
        vals_list = [line._prepare_seller(packs[line._size()]) for line in lines]
        made = self.create([{**vals, "date_start": start} for vals in vals_list])
        return dict(zip(lines.ids, made.ids, strict=True))

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

    def _succeed_in_sql(self, lines, packs, start):
        """The same by one statement, for lists of thousands of rows.

        It does what ``create`` would: rights and record rules are checked, every
        stored field is taken over from the old price (else its default), fields that
        are computed and what depends on vendor lines are computed anew, and the
        constraints written in Python are called. See ``_is_extended`` for the rest.
        """
        self.check_access("create")
        self.env.flush_all()
        columns, given = self._columns(start)
        query = SQL(
            """
            WITH fresh AS MATERIALIZED (
                SELECT id AS line_id,
                       nextval(pg_get_serial_sequence('product_supplierinfo', 'id'))
                    AS id FROM foodcoop_catalogue_line
                 WHERE id IN %(lines)s ORDER BY id),
            made AS (
                INSERT INTO product_supplierinfo (id, %(columns)s)
                SELECT f.id, %(given)s
                  FROM fresh f
                  JOIN foodcoop_catalogue_line l ON l.id = f.line_id
                  JOIN foodcoop_catalogue_import i ON i.id = l.import_id
                  JOIN product_product p ON p.id = l.product_id
                  JOIN (VALUES %(packs)s) AS size (unit, pack, uom)
                    ON size.unit = l.unit AND size.pack = round(l.pack::numeric, 6)
                  JOIN uom_uom u ON u.id = size.uom
                  LEFT JOIN product_supplierinfo old ON old.id = l.seller_id
                  LEFT JOIN uom_uom old_u ON old_u.id = old.product_uom_id)
            SELECT line_id, id FROM fresh ORDER BY id""",
            lines=tuple(lines.ids),
            packs=SQL(", ").join(
                SQL("(%s, %s::numeric, %s)", unit, size, uom.id)
                for (unit, size), uom in packs.items()
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
        now, user = SQL("now() at time zone 'UTC'"), SQL("%s", self.env.uid)
        return {
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
            "create_uid": user,
            "write_uid": user,
            "create_date": now,
            "write_date": now,
        }

    def _day_before_the_next(self, start):
        """A price that is already foreseen for later keeps its day."""
        return SQL(
            "(SELECT min(later.date_start) - 1 FROM product_supplierinfo later"
            " WHERE later.partner_id = old.partner_id"
            " AND later.product_tmpl_id = old.product_tmpl_id"
            " AND later.product_code IS NOT DISTINCT FROM old.product_code"
            " AND later.date_start > %s)",
            start,
        )
