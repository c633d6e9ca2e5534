# SPDX-License-Identifier: AGPL-3.0-or-later
from odoo import http
from odoo.exceptions import AccessError, MissingError, UserError
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Papers(http.Controller):
    """Files are made when somebody asks for them, and kept nowhere."""

    @http.route(
        "/foodcoop_reception_report/differences/<int:reception_id>",
        type="http",
        auth="user",
        readonly=True,
    )
    def differences(self, reception_id):
        reception = request.env["foodcoop.reception"].browse(reception_id)
        try:
            content, name = reception._report_for_reviewer()
        except (AccessError, MissingError) as error:
            return request.make_response(str(error), status=403)
        return _file(content, XLSX, content_disposition(name))

    @http.route(
        "/foodcoop_reception_report/count_sheets/<string:pickings>",
        type="http",
        auth="user",
        readonly=True,
    )
    def count_sheets(self, pickings):
        parts = pickings.split("-")
        ids = [int(part) for part in parts if part.isdecimal() and len(part) < 11]
        receptions = request.env["foodcoop.reception"]
        try:
            content = receptions._count_sheets([one for one in ids if one < 2**31])
        except AccessError as error:
            return request.make_response(str(error), status=403)
        except UserError as error:
            return request.make_response(str(error), status=404)
        return _file(content, "application/pdf", "inline; filename=count_sheets.pdf")


def _file(content, mimetype, disposition):
    headers = [
        ("Content-Type", mimetype),
        ("Content-Length", len(content)),
        ("Content-Disposition", disposition),
        ("Cache-Control", "no-store"),
    ]
    return request.make_response(content, headers)
