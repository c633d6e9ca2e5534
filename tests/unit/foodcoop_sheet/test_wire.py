"""A document goes through JSON and comes back as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.addons.foodcoop_sheet.lib import wire
from odoo.addons.foodcoop_sheet.lib.table import CellError, Document, Facts, Sheet

numbers = st.integers(1, 20_000)
texts = st.text(st.characters(), max_size=8)  # halves of signs, too
points = st.floats(-1e6, 1e6)
values = st.one_of(
    *(st.none(), texts, st.booleans(), st.integers(), st.dates()),
    st.decimals(allow_nan=False, allow_infinity=False),
    texts.map(CellError),
)
places = st.tuples(numbers, numbers)
sheets = st.builds(
    Sheet,
    name=texts,
    rows=st.lists(st.lists(values, max_size=4).map(tuple), max_size=4).map(tuple),
    merged=st.lists(st.tuples(*[st.integers(1, 9)] * 4), max_size=2).map(tuple),
    hidden_rows=st.lists(numbers, max_size=3).map(tuple),
    hidden_columns=st.lists(texts, max_size=3).map(tuple),
    formulas=st.dictionaries(places, texts, max_size=3),
    roles=st.dictionaries(texts, numbers, max_size=3),
    pages=st.lists(numbers, max_size=3).map(tuple),
    boxes=st.dictionaries(places, st.tuples(*[points] * 4), max_size=3),
)
days = st.none() | st.dates()
documents = st.builds(
    Document,
    kind=texts,
    sheets=st.lists(sheets, max_size=2).map(tuple),
    facts=st.builds(
        Facts, texts, texts, texts, issued=days, valid_from=days, valid_to=days
    ),
    notes=st.lists(texts, max_size=2).map(tuple),
    texts=st.lists(texts, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_document_comes_back_as_it_was(document):
    again = wire.from_json(wire.as_json(document))
    assert again == document
    kinds = [[type(v) for row in s.rows for v in row] for s in document.sheets]
    assert kinds == [[type(v) for row in s.rows for v in row] for s in again.sheets]
