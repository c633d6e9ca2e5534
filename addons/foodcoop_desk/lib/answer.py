# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's answer, or repair, becomes part of what is remembered of the list."""

from dataclasses import replace

from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, Remembered, row_key
from odoo.addons.foodcoop_sheet.lib.table import Sheet
from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import as_text
from odoo.addons.foodcoop_words.lib.packs import PIECE

BASIS, PRICE, NET, VAT = "basis", "price", "net", "vat"
UNIT, COLUMN, CODE_LENGTH = "unit", "column", "code_length"
DISCOUNT = "discount"
PACK = "pack"  # which column says what a case holds
NO_ZEROS = 1  # asked, and the short codes are right: nothing is put in front


def answered(mapping: Mapping, code: str, about: str, value: str) -> Mapping:
    """The mapping with the answer to ``Question(code, about=about)``.

    ``value`` is one of the question's options; "" takes the answer back.
    """
    if code == UNIT:
        return replace(mapping, units={**mapping.units, about: value})
    if code == COLUMN or (code == PACK and value != PIECE):
        moved = _renamed if code == COLUMN else _packed
        return replace(mapping, columns=moved(mapping.columns, about, value))
    if code in (NET, DISCOUNT):
        return replace(mapping, **_yes_no(code, about, value))
    if code == VAT:
        return replace(mapping, vat={**mapping.vat, about: value.strip(" %")})
    if code == CODE_LENGTH:
        length = int(value) if value.isdecimal() else 0
        return replace(mapping, code_length=length or NO_ZEROS)
    single = {PACK: "basis", BASIS: "basis", PRICE: "price_title"}
    return replace(mapping, **{single[code]: value})


def _yes_no(code: str, about: str, value: str) -> dict:
    said = {"net": True, "gross": False, "after": True, "before": False}.get(value)
    return (
        {"discounted": said} if code == DISCOUNT else {"net": said, "net_title": about}
    )


def _renamed(columns, title: str, now: str) -> tuple:
    """A column of the last list has another title now; "" when it is gone."""
    return tuple(
        replace(column, title=now) if column.told == title else column
        for column in columns
        if now or column.told != title
    )


def _packed(columns, _about: str, title: str) -> tuple:
    """The column so titled says what a case holds, wherever it stands; "" for none."""
    kept = tuple(one for one in columns if one.role != roles.PACK)
    return (*kept, Remembered(roles.PACK, 1, title)) if title else kept


def row_text(sheet: Sheet, row: int) -> str:
    """How a row is named in what is remembered."""
    texts = (as_text(value) for value in sheet.rows[row - 1])
    return " | ".join(filter(None, texts))[:200]


def with_row(mapping: Mapping, key: str, keep: bool) -> Mapping:
    """A row left out by a person, or taken in although it was not."""
    key = row_key(key)
    ignored = tuple(one for one in map(row_key, mapping.ignored) if one != key)
    kept = tuple(one for one in map(row_key, mapping.kept) if one != key)
    if keep:
        return replace(mapping, ignored=ignored, kept=(*kept, key))
    return replace(mapping, ignored=(*ignored, key), kept=kept)
