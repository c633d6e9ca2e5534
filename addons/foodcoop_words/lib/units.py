# SPDX-License-Identifier: AGPL-3.0-or-later
"""The trade's words for weights, volumes, pieces and packs, in six languages.

Words are compared as ``cells.plain`` writes them: lower case, no accents.
"""

from decimal import Decimal

from .vocabulary import listed, meanings

KG, LITRE, PIECE, INNER, CASE = "kg", "l", "piece", "inner", "case"

MEASURES = {
    word: (said.split()[1], Decimal(said.split()[0]))
    for word, said in meanings("measure").items()
}
PIECES, INNERS, CASES = listed("piece"), listed("inner"), listed("case")
DOZENS = listed("dozen")


def basis_of(word: str) -> str:
    """What a price is for when one unit word says it; "" for a gram or no unit.

    >>> basis_of("kg"), basis_of("bouteille"), basis_of("colis"), basis_of("g")
    ('kg', 'piece', 'case', '')
    """
    if word in MEASURES:
        unit, factor = MEASURES[word]
        return unit if factor == 1 else ""
    if word in PIECES or word in INNERS:
        return PIECE
    return CASE if word in CASES else ""
