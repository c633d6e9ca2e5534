# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo.addons.foodcoop_file.lib.apart import page_apart
from odoo.addons.foodcoop_sheet.lib.table import ReadError
from odoo.http import Controller, request, route

SECONDS, MEGABYTES = 20, 512  # what one page may take


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
        imports = request.env["foodcoop.catalogue.import"]
        imports.check_access("read")  # a stranger does not learn which lists there are
        record = imports.browse(import_id).exists()
        if not record:
            raise request.not_found()
        record.check_access("read")
        try:
            picture = page_apart(
                record._file_bytes(), page, seconds=SECONDS, megabytes=MEGABYTES
            )
        except ReadError as error:  # not a PDF, no such page, or one without end
            raise request.not_found() from error
        headers = [
            ("Content-Type", "image/png"),
            ("Cache-Control", "private, max-age=3600"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        return request.make_response(picture, headers)
