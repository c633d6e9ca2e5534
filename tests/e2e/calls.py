# SPDX-License-Identifier: AGPL-3.0-or-later
"""A terminal without a screen: the same calls as the page makes, over real HTTP."""

import re
import uuid

import requests

PASSWORD = "fourmi"


class Till:
    """A terminal without a screen: the same calls as the page makes."""

    def __init__(self, server):
        self.server = server
        self.http = requests.Session()
        page = self.http.get(f"{server.url}/web/login", timeout=30).text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)
        form = {"login": "reception", "password": PASSWORD, "csrf_token": token}
        self.http.post(f"{server.url}/web/login", data=form, timeout=30)

    def ask(self, path, **params):
        answer = self.http.post(
            f"{self.server.url}/reception/{path}",
            json={"jsonrpc": "2.0", "method": "call", "params": params},
            timeout=60,
        ).json()
        return answer.get("result"), answer.get("error", {}).get("data", {})

    def scan(self, reception, product, quantity, uid=None):
        event = {
            "uuid": uid or str(uuid.uuid4()),
            "kind": "count",
            "product": product,
            "quantity": quantity,
            "code": "",
            "reverses": None,
            "at": "2026-11-21T07:00:00.000Z",
        }
        return self.ask("scans", reception=reception, scans=[event])
