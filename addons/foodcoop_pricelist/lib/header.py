# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is known of a header, under the name that other addons use."""

from odoo.addons.foodcoop_columns.lib.header import (
    SEVERAL_PRICES,
    Header,
    find_headers,
    role_of,
)

__all__ = (
    "SEVERAL_PRICES",
    "Header",
    "find_headers",
    "role_of",
)
