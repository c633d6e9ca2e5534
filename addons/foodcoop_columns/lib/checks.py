# SPDX-License-Identifier: AGPL-3.0-or-later
"""A title's role, held against the cells below it.

"Article" above numbers is a code, "Unité" above whole numbers the count of a case,
"Qualité" above "AB, Demeter" a label.
"""

import re

from odoo.addons.foodcoop_words.lib import roles
from odoo.addons.foodcoop_words.lib.cells import plain

from .shape import Shape

QUANTITIES = ("menge", "quantite", "qte", "quantity", "qty", "cantidad", "quantita")
_WEIGHTS = ("poids", "weight", "gewicht", "peso", "mass")
_WHOLE = (*_WEIGHTS, "kg", "kilos")  # what the case weighs, in its column's title


def checked(layout, column: int, role: str) -> str:
    """The title's role, unless the cells say that it means something else."""
    shape, words = layout.shapes[column], plain(layout.words(column))
    if shape.count < 2:
        return role
    if role == roles.OTHER and any(word in words.split() for word in QUANTITIES):
        return _quantity(shape)
    found = _CHECKS[role](shape, words) if role in _CHECKS else role
    if role == roles.PACK and is_weight(words):
        return roles.OTHER if _packed_elsewhere(layout, column) else roles.PACK
    if role == roles.PACK and found == roles.UNIT:  # a unit column stands elsewhere
        rivals = [
            c for c in layout.span if c != column and layout.title(c).role == roles.UNIT
        ]
        return roles.PACK if any(layout.shapes[c].count for c in rivals) else roles.UNIT
    return found


def is_weight(words: str) -> bool:
    """ "Poids colis", "Kg/colis": its numbers are kilograms."""
    return any(word in re.findall("[a-z]+", words) for word in _WHOLE)


def _packed_elsewhere(layout, column: int) -> bool:
    """Another column says how the case is made up, which says more than its weight."""
    return any(
        layout.title(c).role in (roles.PACK, roles.COUNT) and layout.shapes[c].count
        for c in layout.span
        if c != column and not is_weight(plain(layout.words(c)))
    )


def _quantity(shape: Shape) -> str:
    """ "Menge" may be a unit, a pack, or how much the customer orders."""
    if shape.units > 0.5:
        return roles.UNIT
    if shape.packs > 0.5:
        return roles.PACK
    return roles.CONTENT if shape.numbers > 0.9 and shape.filled > 0.8 else roles.OTHER


def _check_code(shape: Shape, _words) -> str:
    wordy = shape.words >= 1.5 and shape.length > 12 and shape.codes < 0.3
    return roles.NAME if wordy else roles.CODE


def _check_name(shape: Shape, _words) -> str:
    return roles.CODE if shape.numbers > 0.8 and shape.words < 0.3 else roles.NAME


def _check_price(shape: Shape, _words) -> str:
    return (
        roles.OTHER
        if shape.count > 4 and shape.numbers < 0.1 and shape.wordy
        else roles.PRICE
    )


def _check_gtin(shape: Shape, _words) -> str:
    return roles.OTHER if not shape.long_digits and shape.codes > 0.5 else roles.GTIN


def _check_unit(shape: Shape, words: str) -> str:
    if shape.numbers < 0.9:
        return roles.UNIT
    return roles.CONTENT if any(word in words for word in _WEIGHTS) else roles.COUNT


def _check_pack(shape: Shape, _words) -> str:
    if shape.whole > 0.9:
        return roles.COUNT
    return roles.UNIT if shape.units > 0.75 and not shape.measures else roles.PACK


def _check_content(shape: Shape, _words) -> str:
    return roles.UNIT if shape.units > 0.9 else roles.CONTENT


def _check_count(shape: Shape, _words) -> str:
    return roles.PACK if shape.numbers < 0.5 and shape.measures > 0.2 else roles.COUNT


def _check_vat(shape: Shape, _words) -> str:
    return roles.OTHER if shape.words >= 1.5 and not shape.rates else roles.VAT


def _check_variant(shape: Shape, _words) -> str:
    return roles.LABEL if shape.labels > 0.6 else roles.VARIANT


_CHECKS = {
    roles.CODE: _check_code,
    roles.NAME: _check_name,
    roles.PRICE: _check_price,
    roles.GTIN: _check_gtin,
    roles.UNIT: _check_unit,
    roles.PACK: _check_pack,
    roles.CONTENT: _check_content,
    roles.COUNT: _check_count,
    roles.VARIANT: _check_variant,
    roles.VAT: _check_vat,
}
