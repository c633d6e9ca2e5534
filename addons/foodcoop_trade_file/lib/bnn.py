# SPDX-License-Identifier: AGPL-3.0-or-later
"""BNN-3, the price file of Germany's organic wholesalers: its fields say what they are.

The first line says who sends what and until when; the last one ends the file. Line n
of the file is row n of the sheet, where row 1 holds the fields' titles. Status is as
sent: A changed, N new, R remainders, V out for a while, W back again, X withdrawn.
"""

import io
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from odoo.addons.foodcoop_sheet.lib import values
from odoo.addons.foodcoop_sheet.lib.grid import Grid
from odoo.addons.foodcoop_sheet.lib.limits import Budget
from odoo.addons.foodcoop_sheet.lib.table import (
    FULL,
    NO_TABLE,
    PARTIAL,
    SPECIAL,
    Document,
    Facts,
    ReadError,
    Value,
)

ENCODING = "cp850"
_SCOPES = {"V": FULL, "T": PARTIAL, "S": SPECIAL}
_END = "99"
_MOST_FIELDS = 100

# (field of the line, title, role, how it is written)
_FIELDS = (
    *((0, "Artikelnummer", "code", ""), (1, "Status", "status", "")),
    *((2, "Geändert am", "", "date"), (4, "EAN Laden", "gtin", "")),
    *((5, "EAN Bestelleinheit", "", ""), (6, "Bezeichnung", "name", "")),
    *((7, "Bezeichnung 2", "", ""), (8, "Bezeichnung 3", "", "")),
    *((9, "Handelsklasse", "", ""), (10, "Hersteller", "brand", "")),
    *((11, "Hersteller, abweichend", "", ""), (12, "Herkunft", "origin", "")),
    *((13, "Qualität", "labels", ""), (14, "Kontrollstelle", "", "")),
    *((16, "Warengruppe BNN", "category", ""), (18, "Warengruppe Großhandel", "", "")),
    *((20, "Mindestbestellmenge", "", "number"), (21, "Bestelleinheit", "pack", "")),
    *((22, "Menge Bestelleinheit", "quantity", "number"), (23, "Einheit", "unit", "")),
    *((24, "Mengenfaktor", "", "number"), (25, "Gewichtsartikel", "", "")),
    *((26, "Pfand Ladeneinheit", "", ""), (27, "Pfand Bestelleinheit", "", "")),
    *((28, "Gewicht Ladeneinheit", "", "money"), (33, "MwSt-Kennung", "vat", "")),
    *((34, "Fester Ladenpreis", "", "money"),),
    *((35, "Empfohlener Ladenpreis", "", "money"),),
    *((36, "Empfohlener Ladenpreis Großhandel", "", "money"),),
    *((37, "Preis", "price", "number"), (40, "Staffelmenge 1", "", "money")),
    *((41, "Staffelpreis 1", "", "money"), (60, "Artikelart", "", "")),
    *((61, "Aktionspreis", "", "money"), (62, "Aktion ab", "", "date")),
    *((63, "Aktion bis", "", "date"), (65, "Einheit Grundpreis", "", "")),
    *((66, "Faktor Grundpreis", "", "number"), (67, "Lieferbar ab", "", "date")),
    (68, "Lieferbar bis", "", "date"),
)


def is_bnn(text: str) -> bool:
    return text.lstrip("\ufeff").startswith(("BNN;", '"BNN";'))


def read_bnn(text: str) -> Document:
    """One sheet with its roles, and the facts of the first line."""
    lines = io.StringIO(text.lstrip("\ufeff"), newline=None)
    header = _split(next(lines))
    grid = Grid(_field(header, 5) or "BNN", Budget())
    grid.put_row(1, [title for _field, title, _role, _form in _FIELDS])
    for number, line in enumerate(lines, start=2):
        if not line.strip("; \n"):
            continue
        fields = _split(line)
        if _field(fields, 2) == _END and not fields[0] and len(fields) < 6:
            break
        grid.put_row(number, [_value(fields, *field) for field in _FIELDS])
    if len(grid.cells) < 2:
        raise ReadError(NO_TABLE)
    grid.roles |= _roles(grid.cells)
    return Document("bnn", (grid.sheet(),), _facts(header))


def _roles(cells) -> dict[str, int]:
    """Role -> column. The price advised is the producer's, else the wholesaler's."""
    columns = {field[0]: column for column, field in enumerate(_FIELDS, start=1)}
    roles = {role: columns[field] for field, _title, role, _form in _FIELDS if role}
    for column in (columns[35], columns[36]):
        if any(column in row for number, row in cells.items() if number > 1):
            return roles | {"advised_price": column}
    return roles


def _split(line: str) -> list[str]:
    """Fields of a line. BNN knows no quotes; some senders put them round texts."""
    parts = [part.strip() for part in line.split(";", _MOST_FIELDS)]
    if line.count('";"') and line.startswith('"'):
        return [part.strip('"') for part in parts]
    return parts


def _field(fields: list[str], number: int) -> str:
    return fields[number] if number < len(fields) else ""


def _facts(header: list[str]) -> Facts:
    return Facts(
        sender=_field(header, 3),
        title=_field(header, 5),
        currency=_field(header, 6).upper()[:3],
        issued=_date(_field(header, 9)),
        valid_from=_date(_field(header, 7)),
        valid_to=_date(_field(header, 8)),
        scope=_SCOPES.get(_field(header, 4).upper(), ""),
    )


def _value(fields, number, _title, _role, form) -> Value:
    text = values.clean(_field(fields, number))
    if text is None or not form:
        return text
    if form == "date":
        return _date(text) or (None if not text.strip("0") else text)
    amount = _number(text)
    return None if form == "money" and amount == 0 else amount


def _number(text: str) -> Decimal | str:
    """ "6,000" is six: BNN writes a decimal comma and no thousands sign.

    >>> _number("6,000"), _number("12 x3k")
    (Decimal('6'), '12 x3k')
    """
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return text
    if not number.is_finite() or abs(number.adjusted()) > 20:
        return text
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _date(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 (no clock in it)
    except ValueError:
        return None
