# SPDX-License-Identifier: AGPL-3.0-or-later
from contextlib import suppress
from datetime import timedelta

from psycopg2.errors import SerializationFailure

from odoo import fields, models

# Seconds after which a reader that says nothing is dead: its server was killed. To
# understand what was read takes 30 without a word, see ``TRIAL`` of foodcoop_file.
SILENT = 40


class CatalogueReading(models.Model):
    """What is said between who reads a file and who looks on.

    The reader holds a lock on the import until it is done; here, beside it, progress
    and a wish to stop pass through short transactions of their own.
    """

    _name = "foodcoop.catalogue.reading"
    _description = "Reading of a price list, under way"

    import_id = fields.Many2one(
        "foodcoop.catalogue.import", required=True, index=True, ondelete="cascade"
    )
    percent = fields.Integer()
    ticked = fields.Datetime("Last sign of life")
    cancelled = fields.Boolean()

    def _percent(self):
        """How far it is read; 0 while nobody reads, also after a reader died."""
        since = self.env.cr.now() - timedelta(seconds=SILENT)
        alive = self.filtered(lambda one: one.ticked and one.ticked > since)
        return max(alive.mapped("percent"), default=0)

    def _tick(self, percent):
        """Tell how far we are (0 to 100); True when somebody wants to stop."""
        with suppress(SerializationFailure), self.env.registry.cursor() as cr:
            cr.execute(
                "UPDATE foodcoop_catalogue_reading SET percent = %s,"
                " ticked = now() AT TIME ZONE 'UTC'"
                " WHERE id IN %s RETURNING cancelled",
                [percent, tuple(self.ids or [0])],
            )
            return any(cancelled for (cancelled,) in cr.fetchall())
        return False
