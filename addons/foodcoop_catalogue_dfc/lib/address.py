# SPDX-License-Identifier: AGPL-3.0-or-later
"""An address that names a shop's goods to the world, or means another place to each."""

from ipaddress import ip_address
from urllib.parse import urlsplit

# Names that every network gives to machines of its own (RFC 6761, 6762, 8375).
_HERE = (
    *("home", "home.arpa", "internal", "intranet", "invalid", "lan", "local"),
    *("localdomain", "localhost", "test"),
)


def is_worldwide(url: str) -> bool:
    """
    >>> is_worldwide("https://coop.example"), is_worldwide("http://localhost:8069")
    (True, False)
    """
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:  # no address at all
        return False
    if parts.scheme not in ("http", "https"):
        return False
    try:
        return ip_address(host).is_global
    except ValueError:  # a name
        return "." in host and not f".{host}".endswith(tuple(f".{x}" for x in _HERE))
