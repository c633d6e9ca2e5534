# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list is understood in a process apart, as it is read: bounded, may be killed.

Rules that take a tenth of a second for a list of 1,200 rows may take minutes for one
that was made for it.
"""

from collections.abc import Callable
from collections.abc import Mapping as Prices
from decimal import Decimal

from odoo.addons.foodcoop_file.lib.apart import work_apart
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping
from odoo.addons.foodcoop_pricelist.lib.offer import Reading
from odoo.addons.foodcoop_pricelist.lib.read import propose, read
from odoo.addons.foodcoop_sheet.lib import plain, wire
from odoo.addons.foodcoop_sheet.lib.table import NOT_A_WORKBOOK, ReadError

SECONDS, MEGABYTES = 40, 512  # somebody waits; 15,000 rows of 30 columns take 10
_HERE = ("foodcoop_desk", "understand")


def understood_apart(
    kept: str,
    mapping: Mapping | None = None,
    known: Prices | None = None,
    *,
    likely: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> Reading:
    """``read(document, mapping, known)``, in a child; raises ReadError.

    ``kept`` is the document as ``wire.kept`` makes it. ``likely``: what the list does
    not say is proposed, see ``propose``.
    """
    asked = {
        "document": kept,
        "mapping": mapping and plain.packed(mapping),
        "known": {code: str(price) for code, price in (known or {}).items()},
        "likely": likely,
    }
    room = {"seconds": SECONDS, "megabytes": MEGABYTES, "cancelled": cancelled}
    answer = work_apart((*_HERE, "understood"), asked, **room)
    try:
        return plain.unpacked(Reading, answer["reading"])
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise ReadError(NOT_A_WORKBOOK) from error


def understood(asked: dict) -> dict:
    """What the child does."""
    document = wire.from_kept(asked["document"])
    mapping = asked["mapping"] and plain.unpacked(Mapping, asked["mapping"])
    known = {code: Decimal(price) for code, price in asked["known"].items()}
    way = propose if asked["likely"] else read
    return {"reading": plain.packed(way(document, mapping, known))}
