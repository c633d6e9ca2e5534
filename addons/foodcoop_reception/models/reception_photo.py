# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photos of what is damaged: kept beside the count, once each."""

from odoo import models

from ..lib.photo import NoPhoto, read_photo


class Reception(models.Model):
    _inherit = "foodcoop.reception"

    def keep_photo(self, uuid, picture):
        """Keep the photo of an event; sent again it changes nothing.

        Also after the close: a terminal may be without network until then.

        :param picture: JPEG, PNG or WebP in base64.
        :returns: whether it is ``kept``, and whether it is ``refused`` for good. It is
            neither while the event itself has not come in: then send it again later.
        """
        self.ensure_one()
        self._check_terminal()
        self.check_access("read")
        try:
            content, mimetype = read_photo(picture)
        except NoPhoto:
            return {"kept": False, "refused": True}
        self._lock()  # two tabs may send the same one
        event = self.scan_ids.filtered(lambda scan: scan.uuid == uuid)
        if event:
            self._attach_photo(event.uuid, content, mimetype)
        return {"kept": bool(event), "refused": False}

    def _attach_photo(self, uuid, content, mimetype):
        # sudo: a terminal's account attaches nothing by itself.
        attachments = self.env["ir.attachment"].sudo()
        named = {
            "name": f"{uuid}.{mimetype.split('/')[1]}",
            "res_model": self._name,
            "res_id": self.id,
        }
        if not attachments.search_count([(key, "=", named[key]) for key in named]):
            attachments.create({**named, "raw": content, "mimetype": mimetype})
