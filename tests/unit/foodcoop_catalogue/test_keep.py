# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_catalogue.lib.keep import pack, unpack
from odoo.addons.foodcoop_sheet.lib.table import CellError, Document, Facts, Sheet

VALUES = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(-(10**9), 10**9),
    st.booleans(),
    st.decimals(allow_nan=False, allow_infinity=False, places=4),
    st.dates(),
    st.builds(CellError, st.text(max_size=8)),
)
ROWS = st.lists(st.lists(VALUES, max_size=4).map(tuple), max_size=6).map(tuple)
PLACES = st.tuples(st.integers(1, 9), st.integers(1, 9))


@given(ROWS, st.dictionaries(PLACES, st.text(max_size=9), max_size=3))
def test_every_value_comes_back_as_it_was(rows, formulas):
    sheet = Sheet("Tarif", rows, formulas=formulas)
    document = Document("xlsx", (sheet,))
    found = unpack(pack(document))
    assert found == document
    types = [[type(value) for value in row] for row in found.sheets[0].rows]
    assert types == [[type(value) for value in row] for row in rows]


def test_what_a_file_says_of_itself_and_its_places_come_back():
    sheet = Sheet(
        "Page",
        (("a", Decimal("1.50")),),
        merged=((1, 1, 1, 2),),
        hidden_rows=(1,),
        hidden_columns=("B",),
        roles={"code": 1},
        pages=(3,),
        boxes={(1, 1): (0.5, 1.0, 2.0, 3.0)},
    )
    facts = Facts("sender", "title", "EUR", date(2026, 1, 2), None, date(2026, 2, 1))
    document = Document("pdf", (sheet,), facts, ("ocr",), ("letterhead",))
    found = unpack(pack(document))
    assert found == document
    assert found.sheets[0].merged_from(1, 1) is None
