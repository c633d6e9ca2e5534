# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether goods come with a code on them that every shop can scan."""

from .explanation import Kind
from .scan import explain

_OURS = (Kind.RCN_REGION, Kind.RCN_COMPANY, Kind.RCN8)
_NO_LABELS = ()  # what a number is, whatever a scale would put in it


def has_makers_code(code: str) -> bool:
    """A number that holds inside a shop only is on no goods before we print it.

    >>> has_makers_code("3017620422003"), has_makers_code("2000000000015")
    (True, False)
    >>> has_makers_code("")
    False
    """
    found = explain(code, _NO_LABELS)
    if not found or not found.gtin14:
        return False
    return (found.holds or found.kind) not in _OURS
