"""Lists as text: any dialect, any encoding."""

import csv
import io

import pytest

from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_sheet.lib import text


def sheet_of(data, name="list"):
    (sheet,) = read_document(data, name).sheets
    return sheet


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
        *("cp1252", "cp850", "iso8859_15", "mac_roman"),
    ],
)
@pytest.mark.parametrize("separator", list(";,\t|"))
def test_any_dialect_and_encoding(encoding, separator):
    rows = (
        ("Code", "Désignation", "Prix", "Origine"),
        ("0851", "Crème brûlée à l'œuf", "12,50 €", "Côte d'Azur"),
        ("0852", 'Thé "vert"', "1,20 €", "Käse von Müller"),
    )
    if encoding == "cp850":  # it has neither the one nor the other
        rows = [[c.replace("œ", "oe").replace("€", "EUR") for c in r] for r in rows]
    for line_end in ("\n", "\r\n", "\r"):
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=separator, lineterminator=line_end)
        writer.writerows(rows)
        read = sheet_of(stream.getvalue().encode(encoding), "list.csv")
        assert [list(cells) for cells in read.rows] == [list(cells) for cells in rows]


def test_a_line_may_say_its_separator_and_rows_may_be_uneven():
    read = sheet_of(b'sep=|\na;b|c\n\nd|"e\nf"|g\n')
    assert read.rows == (
        (None,) * 3,
        ("a;b", "c", None),
        (None,) * 3,
        ("d", "e f", "g"),
    )


def test_a_quote_that_is_never_closed_swallows_no_rows():
    lines = ['1;"Bar;3', *(f"{number};Sole;4" for number in range(2, 90))]
    read = sheet_of("\n".join(lines).encode())
    assert (len(read.rows), read.rows[0]) == (89, ("1", '"Bar', "3"))


def test_lines_of_an_address_do_not_hide_the_separator():
    head = ["Ferme, du Bois", "3, rue du Port, Brest"]
    lines = [*head, *(f"{n};Bar, entier;{n},50" for n in range(9))]
    assert sheet_of("\n".join(lines).encode()).rows[2] == ("0", "Bar, entier", "0,50")


def test_bytes_that_are_no_letters_in_utf8_are_read_in_the_likelier_set():
    assert text.encoding_of("Bœuf, 3 € le kg".encode("cp1252")) == "cp1252"
    assert text.encoding_of("Käse, Grünkern".encode("cp850")) == "cp850"


def test_other_readers_of_the_process_keep_their_room():
    before = csv.field_size_limit(100_000)
    sheet_of(b"Nom;Prix\nSoupe;3\n")
    assert csv.field_size_limit(before) == 100_000
