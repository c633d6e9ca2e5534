# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_pdf.lib.page_image import page_png
from odoo.addons.foodcoop_sheet.lib.table import ReadError
from odoo.http import Controller, request, route


class CataloguePage(Controller):
    @route(
        "/foodcoop_catalogue_list/page/<int:import_id>/<int:page>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def page(self, import_id, page):
        """A page of a PDF as a picture, for those who may see its import."""
        record = request.env["foodcoop.catalogue.import"].browse(import_id).exists()
        if not record:
            raise request.not_found()
        record.check_access("read")
        try:
            picture = page_png(record._file_bytes(), page)
        except ReadError as error:  # not a PDF, or no such page
            raise request.not_found() from error
        headers = [
            ("Content-Type", "image/png"),
            ("Cache-Control", "private, max-age=3600"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        return request.make_response(picture, headers)
