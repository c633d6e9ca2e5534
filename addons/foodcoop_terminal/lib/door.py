# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a terminal's account may go: its own pages, signing in and out."""

SIGN_IN = ("/web/login", "/web/assets")
SESSION = {
    "/web/session/authenticate",
    "/web/session/check",
    "/web/session/destroy",
    "/web/session/logout",
}


def is_open(path: str, page: str) -> bool:
    """Whether the account of a terminal has anything to do at this address.

    :param page: the terminal's own; what lies below it is, too.
    """
    own = any(
        path == place or path.startswith(f"{place}/") for place in (page, *SIGN_IN)
    )
    return own or path in SESSION
