# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a terminal's account may go: its own pages, signing in and out."""

OWN = ("/reception", "/web/login", "/web/assets")
SESSION = {
    "/web/session/authenticate",
    "/web/session/check",
    "/web/session/destroy",
    "/web/session/logout",
}


def is_open_to_terminals(path: str) -> bool:
    """Whether the account of a terminal has anything to do at this address."""
    own = any(path == place or path.startswith(f"{place}/") for place in OWN)
    return own or path in SESSION
