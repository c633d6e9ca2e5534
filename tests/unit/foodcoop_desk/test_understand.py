# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list is understood in another process: the same, bounded, and said."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from odoo.addons.foodcoop_desk.lib import understand
from odoo.addons.foodcoop_desk.lib.understand import understood_apart
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pricelist.lib.mapping import Mapping
from odoo.addons.foodcoop_pricelist.lib.offer import Reading
from odoo.addons.foodcoop_pricelist.lib.read import propose, read
from odoo.addons.foodcoop_sheet.lib import plain, table, wire
from odoo.addons.foodcoop_sheet.lib.table import Document, ReadError, Sheet


@pytest.fixture
def a_list(invented, tmp_path):
    path = invented.lookalike(tmp_path / "criee.xlsx")
    return read_document(path.read_bytes(), path.name)


def test_it_is_the_same_reading_as_here(a_list):
    kept = wire.kept(a_list)
    assert understood_apart(kept) == read(a_list)
    assert understood_apart(kept, likely=True) == propose(a_list)
    first = read(a_list)
    mapping = replace(first.mapping, net=False, vat={"A": "5.5"}, ignored=("tarama",))
    known = {one.code: one.price for one in first.offers if one.price}
    assert understood_apart(kept, mapping, known) == read(a_list, mapping, known)


def test_a_list_without_end_is_a_sentence_in_time(make, monkeypatch):
    rows = [("Code", "Nom", *["Prix"] * 200)]
    rows += [("A1", "x", *range(1, 201))] * 1000
    kept = wire.kept(read_document(make.xlsx(rows), "list.xlsx"))
    monkeypatch.setattr(understand, "SECONDS", 1)
    start = time.monotonic()
    with pytest.raises(ReadError) as error:
        understood_apart(kept)
    assert error.value.reason == table.TOO_LONG
    assert time.monotonic() - start < 15


def test_too_little_memory_and_a_wish_to_stop_are_reasons(a_list, monkeypatch):
    with pytest.raises(ReadError) as error:
        understood_apart(wire.kept(a_list), cancelled=lambda: True)
    assert error.value.reason == table.CANCELLED
    monkeypatch.setattr(understand, "MEGABYTES", 60)
    rows = [("Code", "Nom", "Prix"), *((f"A{n}", "x" * 900, 2) for n in range(20_000))]
    with pytest.raises(ReadError) as error:
        understood_apart(wire.kept(Document("xlsx", (Sheet("1", tuple(rows)),))))
    assert error.value.reason == table.TOO_LONG


def test_only_a_reading_comes_back(a_list):
    """The child met a stranger's file: what it says is taken for nothing else."""
    packed = plain.packed(read(a_list))
    assert plain.unpacked(Reading, packed) == read(a_list)
    for wrong in (None, [], {}, 5, "x" * len(packed), packed[:-1], [[5], *packed[1:]]):
        with pytest.raises((TypeError, ValueError, ArithmeticError)):
            plain.unpacked(Reading, wrong)
    mapping = Mapping(basis="kg", units={"U": "piece"})
    assert plain.unpacked(Mapping, plain.packed(mapping)) == mapping
    assert plain.packed(Decimal("1.10")) == "1.10"
