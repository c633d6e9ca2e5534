"""Whatever bytes come: a document or a reason, soon, and in little memory."""

import io
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.addons.foodcoop_file.lib import open as opened
from odoo.addons.foodcoop_sheet.lib.table import Document, ReadError

SECONDS, MEGABYTES = 5, 60
KINDS = (
    *("a.xlsx", "b.xlsx", "a.xls", "a.ods", "a.csv", "b.csv", "a.bnn", "a.xml"),
    *("b.html", "ubl.xml"),
)
REAL = (
    *("en_foodsoft_articles.xls", "en_foodsoft_articles.ods", "nl_bdtotaal.csv"),
    *("fr_cagette_pro_produits_offres.xlsx", "de_foodcoop_trockenware.xlsx"),
    *("en_peppol_ubl_catalogue_1.xml", "de_naturkost_nord_sample.bnn"),
)
MARKS = (
    *(b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml ?>", b"<table>"),
    *(b"BNN;3;", b"\xff\xfe", b"\x09\x08\x10\x00", b"sep=;\n", b"<a>", b"{", b'"'),
)
quick = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def read_or_refuse(data, name="list"):
    """Through the readers themselves: what is no ReadError fails. PDF has its own."""
    if b"%PDF-" in data[:1024]:
        return
    start = time.process_time()
    try:
        document = opened._read(data, name, lambda *_: None)
    except ReadError as error:
        assert error.reason
    else:
        assert isinstance(document, Document) and document.sheets
        for sheet in document.sheets:
            assert len({len(row) for row in sheet.rows}) == 1
    assert time.process_time() - start < SECONDS


@st.composite
def mutations(draw, size):
    """Changes of bytes: (kind, where, what)."""
    return draw(
        st.lists(
            st.tuples(
                st.sampled_from(["flip", "cut", "drop", "put", "twice", "zero"]),
                st.integers(0, max(size - 1, 0)),
                st.one_of(st.binary(max_size=6), st.sampled_from(MARKS)),
            ),
            min_size=1,
            max_size=6,
        )
    )


def mutated(data, changes):
    data = bytearray(data)
    for kind, where, what in changes:
        if kind == "flip" and where < len(data):
            data[where] ^= what[0] if what else 1
        elif kind == "cut":
            del data[where:]
        elif kind == "drop":
            del data[where : where + 1 + len(what) * 7]
        elif kind == "put":
            data[where:where] = what
        elif kind == "twice":
            data[where:where] = data[where : where + 50]
        else:
            data[where : where + len(what)] = bytes(len(what))
    return bytes(data)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from((b"", *MARKS)))
def test_any_bytes(data, mark):
    read_or_refuse(mark + data)


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab;,\t|\"\n\r<>/=&[]{}'é€ 09."), max_size=120),
    st.sampled_from(("", "<?xml version='1.0'?><a>", "<table><tr>", "BNN;3;")),
)
def test_any_text(words, start):
    read_or_refuse((start + words).encode("utf-8"))


@pytest.mark.parametrize("kind", KINDS)
@quick
@given(st.data())
def test_a_small_file_with_other_bytes(samples, kind, data):
    whole = samples[kind]
    read_or_refuse(mutated(whole, data.draw(mutations(len(whole)))))


@pytest.mark.parametrize("kind", ["a.xlsx", "b.xlsx", "a.ods"])
@quick
@given(st.data())
def test_parts_with_other_bytes_inside_a_whole_archive(samples, kind, make, data):
    files = make.unzipped(samples[kind])
    for name in data.draw(st.sets(st.sampled_from(sorted(files)), max_size=3)):
        files[name] = mutated(files[name], data.draw(mutations(len(files[name]))))
    read_or_refuse(make.zipped(files))


@pytest.mark.parametrize("kind", ["a.xlsx", "a.ods"])
@quick
@given(st.data())
def test_parts_that_changed_places_or_are_missing(samples, kind, make, data):
    files = make.unzipped(samples[kind])
    order = data.draw(st.permutations(sorted(files)))
    for name, other in zip(sorted(files), order, strict=True):
        if data.draw(st.booleans()):
            files[name] = make.unzipped(samples[kind])[other]
    for name in data.draw(st.sets(st.sampled_from(sorted(files)), max_size=2)):
        del files[name]
    read_or_refuse(make.zipped(files))


words = st.sampled_from(
    ["", "0", "-1", "1", "7", "99999999999", "x", "A1", "ZZZZ9", "A0", "A1:B9", "1e400"]
)


@quick
@given(st.data())
def test_numbers_that_cannot_be_in_a_workbook(samples, make, data):
    files = make.unzipped(samples["b.xlsx"])
    name = "xl/worksheets/sheet1.xml"
    text = files[name].decode()
    for attribute in ("r", "s", "t", "spans", "ref"):
        old = f' {attribute}="'
        pieces = text.split(old)
        for index in range(1, len(pieces)):
            if data.draw(st.integers(0, 3)) == 0:
                rest = pieces[index].partition('"')[2]
                pieces[index] = f'{data.draw(words)}"{rest}'
        text = old.join(pieces)
    extra = (
        f'<mergeCells><mergeCell ref="{data.draw(words)}"/></mergeCells>'
        f'<cols><col min="{data.draw(words)}" max="{data.draw(words)}" '
        'hidden="1"/></cols>'
    )
    files[name] = text.replace("</sheetData>", f"</sheetData>{extra}").encode()
    read_or_refuse(make.zipped(files))


@quick
@given(st.data())
def test_numbers_that_cannot_be_in_a_sheet_of_libreoffice(make, data):
    names = (
        *("table_number_columns_repeated", "table_number_columns_spanned"),
        *("table_number_rows_spanned", "office_value", "office_date_value"),
        "table_formula",
    )
    kinds = st.sampled_from(("float", "date", "percentage", "boolean", "string", ""))
    cell = make.ods_cell(
        data.draw(words), data.draw(kinds), **{name: data.draw(words) for name in names}
    )
    times = data.draw(words)
    rows = f'<table:table-row table:number-rows-repeated="{times}">{cell * 2}'
    read_or_refuse(make.ods(f"{rows}</table:table-row>"))


@pytest.mark.parametrize("name", REAL)
@settings(parent=quick, max_examples=5)
@given(data=st.data())
def test_a_real_file_with_other_bytes(name, data, real_list, make):
    whole = real_list(name).read_bytes()
    read_or_refuse(mutated(whole, data.draw(mutations(len(whole)))), name)
    if zipfile.is_zipfile(io.BytesIO(whole)):
        files = make.unzipped(whole)
        part = data.draw(st.sampled_from(sorted(files)))
        files[part] = mutated(files[part], data.draw(mutations(len(files[part]))))
        read_or_refuse(make.zipped(files), name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_cut_anywhere_stays_small(samples, kind):
    whole = samples[kind]
    tracemalloc.start()
    for length in range(0, len(whole), max(1, len(whole) // 25)):
        read_or_refuse(whole[:length])
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEGABYTES * 1_000_000


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=99))
def test_whatever_a_reader_raises_is_a_reason_for_the_caller(data):
    try:
        opened.read_document(data, "list.xls")
    except ReadError as error:
        assert error.reason
