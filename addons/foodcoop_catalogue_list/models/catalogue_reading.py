# SPDX-License-Identifier: AGPL-3.0-or-later
from contextlib import suppress

from psycopg2.errors import SerializationFailure

from odoo import fields, models


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
    cancelled = fields.Boolean()

    def _tick(self, percent):
        """Tell how far we are (0 to 100); True when somebody wants to stop."""
        with suppress(SerializationFailure), self.env.registry.cursor() as cr:
            cr.execute(
                "UPDATE foodcoop_catalogue_reading SET percent = %s"
                " WHERE id IN %s RETURNING cancelled",
                [percent, tuple(self.ids or [0])],
            )
            return any(cancelled for (cancelled,) in cr.fetchall())
        return False
