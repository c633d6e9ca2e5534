# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's answer, or repair, becomes part of what is remembered of the list."""

from dataclasses import replace

from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping, row_key
from odoo.addons.foodcoop_sheet.lib.table import Sheet
from odoo.addons.foodcoop_words.lib.cells import as_text

BASIS, PRICE, NET, VAT = "basis", "price", "net", "vat"
UNIT, COLUMN, CODE_LENGTH = "unit", "column", "code_length"
NO_ZEROS = 1  # asked, and the short codes are right: nothing is put in front


def answered(mapping: Mapping, code: str, about: str, value: str) -> Mapping:
    """The mapping with the answer to ``Question(code, about=about)``.

    ``value`` is one of the question's options; "" takes the answer back.
    """
    if code == UNIT:
        return replace(mapping, units={**mapping.units, about: value})
    if code == COLUMN:
        return replace(mapping, columns=_renamed(mapping.columns, about, value))
    if code == NET:
        net = {"net": True, "gross": False}.get(value)
        return replace(mapping, net=net, net_title=about)
    if code == VAT:
        return replace(mapping, vat={**mapping.vat, about: value.strip(" %")})
    if code == CODE_LENGTH:
        length = int(value) if value.isdecimal() else 0
        return replace(mapping, code_length=length or NO_ZEROS)
    single = {BASIS: "basis", PRICE: "price_title"}
    return replace(mapping, **{single[code]: value})


def _renamed(columns, title: str, now: str) -> tuple:
    """A column of the last list has another title now; "" when it is gone."""
    return tuple(
        replace(column, title=now) if column.told == title else column
        for column in columns
        if now or column.told != title
    )


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
