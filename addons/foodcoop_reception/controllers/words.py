# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the terminal, in whichever language somebody in front of it reads."""

from odoo import http
from odoo.http import request
from odoo.tools.translate import code_translations

from .page import ADDON


class TerminalWords(http.Controller):
    @http.route("/reception/words", type="jsonrpc", auth="user", readonly=True)
    def words(self, lang=""):
        """From now on this terminal is spoken to in that language.

        The account is everybody's and keeps its own language; the session changes.
        """
        request.env["foodcoop.reception"]._check_terminal()
        languages = dict(request.env["res.lang"].get_installed())
        if lang in languages:
            request.session.context = {**request.session.context, "lang": lang}
        spoken = request.session.context.get("lang") or "en_US"
        found = code_translations.get_web_translations(ADDON, spoken)
        return {
            "lang": spoken.replace("_", "-"),
            "words": {word["id"]: word["string"] for word in found["messages"]},
            "languages": [
                # "French / Français" is for those who read English.
                {"code": code, "name": name.split(" / ")[-1].split(" (")[0]}
                for code, name in languages.items()
            ],
        }
