# SPDX-License-Identifier: AGPL-3.0-or-later
"""A running server, called through the official client library.

JSON-2 with an API key; XML-RPC with login and password for older servers. The key
or password comes from a file or from FOODCOOP_KEY, never from the command line,
where every user of the machine could read it.
"""

import json
import os
import re
import xmlrpc.client
from pathlib import Path
from urllib.parse import urlsplit


class RemoteError(Exception):
    """One sentence: what the server or the way to it refused."""


def add_options(parser):
    parser.add_argument("--url", required=True, help="such as https://shop.example")
    parser.add_argument("--db", required=True, help="the database's name")
    parser.add_argument(
        "--key-file",
        metavar="FILE",
        help="holds the API key or password (or the environment's FOODCOOP_KEY)",
    )
    parser.add_argument("--protocol", choices=["json2", "xmlrpc"], default="json2")
    parser.add_argument("--login", help="with --protocol xmlrpc")


def secret(key_file):
    if not key_file:
        key = os.environ.get("FOODCOOP_KEY", "").strip()
    else:
        try:
            key = Path(key_file).read_text().strip()
        except (OSError, UnicodeDecodeError) as error:
            raise RemoteError(f"The key file {key_file} cannot be read.") from error
    if not key:
        raise RemoteError("No key: give --key-file FILE, or set FOODCOOP_KEY.")
    return key


class Server:
    def __init__(self, asked):
        import odoolib  # noqa: PLC0415  (only calls to a server need it)

        address = urlsplit(asked.url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise RemoteError(
                f"{asked.url} is no address: write it with https:// in front."
            )
        if asked.protocol == "xmlrpc" and not asked.login:
            raise RemoteError("XML-RPC needs --login beside the password.")
        safe = address.scheme == "https"
        self.url, self.protocol, self.database = asked.url, asked.protocol, asked.db
        self.connection = odoolib.get_connection(
            hostname=address.hostname,
            protocol=asked.protocol + ("s" if safe else ""),
            port=address.port or (443 if safe else 80),
            database=asked.db,
            login=asked.login,
            password=secret(asked.key_file),
        )

    def call(self, model, method, **arguments):
        """Call a method by named arguments; ``ids`` are the records it works on."""
        ids = arguments.pop("ids", None)
        first = [] if ids is None else [ids]
        try:
            proxy = getattr(self.connection.get_model(model), method)
            if self.protocol == "xmlrpc":
                made = [arguments.pop("vals_list")] if "vals_list" in arguments else []
                return proxy(*first, *made, **arguments)
            return proxy(**arguments, **({} if ids is None else {"ids": ids}))
        except Exception as error:  # the library lets every layer's errors through
            raise RemoteError(self._sentence(error)) from error

    def _sentence(self, error):
        if isinstance(error, xmlrpc.client.Fault):
            text = str(error.faultString or error.faultCode)
            if text.startswith("Traceback"):
                text = text.strip().splitlines()[-1]
            text = re.sub(r"^warning -- \w+\s+", "", text)
            return f"The server refused: {' '.join(text.split())}"
        if type(error).__name__ == "AuthenticationError":
            return f"{self.url} does not accept this key or password."
        if isinstance(error, ValueError) and "{" in str(error):
            return f"The server refused: {_message(str(error))}"
        if "No database is selected" in str(error):
            return (
                f"{self.url} has no database {self.database!r}: give its name in --db."
            )
        said = " ".join(re.sub(r"<[^>]*>", " ", str(error)).split())[:200].rstrip(". ")
        return f"{self.url} does not answer as a server of this kind: {said}."


def _message(text):
    """The server's own sentence inside the library's error."""
    try:
        body = json.JSONDecoder().raw_decode(text[text.index("{") :])[0]
    except ValueError:
        return text
    return " ".join(str(body.get("message") or text).split())
