# SPDX-License-Identifier: AGPL-3.0-or-later
"""An order is written into the supplier's list in a process apart, as lists are read.

To find what hangs on a quantity, every formula of the workbook is looked at: what takes
a second in a price list may take minutes in a workbook that was made for it.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

from odoo.addons.foodcoop_file.lib.apart import UNEXPECTED, work_apart
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib import plain, wire
from odoo.addons.foodcoop_sheet.lib.table import ReadError

from . import fill_csv, fill_ods, fill_xlsx, place
from .fill_xlsx import FillError

NO_COLUMN = "no_column"
OTHER_KIND = "other_kind"
SECONDS, MEGABYTES = 60, 1024  # somebody waits; 15,000 rows of 30 columns take 15
_HERE = ("foodcoop_catalogue_order", "fill", "filled")


@dataclass(frozen=True)
class Answers:
    """What a person said: how the list is read, the quantities' column and unit."""

    mapping: Mapping
    column: int = 0
    unit: str = ""


@dataclass(frozen=True)
class Filled:
    """``data`` is empty where nothing of the order fits in the list; ``apart`` names,
    by reason, the ``Wanted.ref`` of what does not."""

    data: bytes
    apart: dict[str, list[int]]


def filled_apart(
    kept: str, data: bytes, wanted: Sequence[place.Wanted], answers: Answers
) -> Filled:
    """A copy of the list with the order in it; raises FillError, with a reason.

    ``kept`` is the document as ``wire.kept`` makes it, ``data`` the file itself.
    """
    asked = {
        "document": kept,
        "file": base64.b64encode(data).decode(),
        "wanted": [plain.packed(one) for one in wanted],
        "answers": plain.packed(answers),
    }
    try:
        found = work_apart(_HERE, asked, seconds=SECONDS, megabytes=MEGABYTES)
        copy = base64.b64decode(found["file"], validate=True)
        return Filled(
            copy, {str(why): list(refs) for why, refs in found["apart"].items()}
        )
    except ReadError as error:
        raise FillError(error.reason, error.place) from error
    except (ValueError, KeyError, TypeError) as error:
        raise FillError(UNEXPECTED) from error


def filled(asked: dict) -> dict:
    """What the child does."""
    document = wire.from_kept(asked["document"])
    answers = plain.unpacked(Answers, asked["answers"])
    wanted = [plain.unpacked(place.Wanted, one) for one in asked["wanted"]]
    reading = read(document, answers.mapping)
    plan = place.plan(document, reading, wanted, answers.column, answers.unit)
    if not plan.asked:
        raise FillError(NO_COLUMN)
    copy = b""
    if plan.quantities:
        copy = _fill(document.kind, base64.b64decode(asked["file"]), plan.quantities)
    apart = {}
    for line, reason in plan.apart:
        apart.setdefault(reason, []).append(line.ref)
    return {"file": base64.b64encode(copy).decode(), "apart": apart}


def _fill(kind: str, data: bytes, quantities) -> bytes:
    if kind == "xlsx":
        return fill_xlsx.fill_xlsx(data, quantities)
    if kind == "ods":
        return fill_ods.fill_ods(data, quantities)
    if kind == "csv":
        cells = {cell[1:]: amount for cell, amount in quantities.items()}
        return fill_csv.fill_csv(data, cells)
    raise FillError(OTHER_KIND)
