# SPDX-License-Identifier: AGPL-3.0-or-later
"""Labels laid out, drawn, and read back by two scanners that know nothing of us."""

from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyzbar import pyzbar
from stdnum import ean

from odoo.addons.foodcoop_label.lib import bars, fonts, proof
from odoo.addons.foodcoop_label.lib.label import Bars, Label, Text
from odoo.addons.foodcoop_label.lib.layout import arrange
from odoo.addons.foodcoop_label.lib.paper import PAPERS, Calibration
from odoo.addons.foodcoop_label.lib.problem import LabelError
from odoo.addons.foodcoop_label.lib.sheet import (
    Job,
    Printed,
    calibration_page,
    draw,
)

fonts.register()
LONG = "Confiture extra de framboises sauvages des Cévennes cuite au chaudron 350 g net"
papers = st.sampled_from(list(PAPERS.values()))
dpis = st.sampled_from(bars.DPI)
slow = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)


def code(item, length=13):
    body = "2" + str(item).zfill(length - 2)
    return body + ean.calc_check_digit(body)


@st.composite
def labels(draw_):
    shelf = draw_(st.booleans())
    euros = draw_(st.sampled_from(["0,01", "9,90", "1 234,56"])) + " €"
    priced = shelf or draw_(st.booleans())
    return Label(
        name=draw_(st.sampled_from(["Pain", LONG, "Œufs", "x" * 80])),
        code=code(draw_(st.integers(0, 99999)), draw_(st.sampled_from([8, 13]))),
        price=euros if priced else "",
        unit_price=draw_(st.sampled_from(["", "2 469,12 €/kg"])) if priced else "",
        lines=draw_(st.sampled_from([(), ("Bio · 500 g", "Ferme des Trois Chênes")])),
        shelf=shelf,
        origin=draw_(st.sampled_from(["", "France, Drôme"])),
        large_origin=draw_(st.booleans()),
    )


def arranged(label, paper, dpi):
    try:
        return arrange(label, paper, dpi)
    except LabelError:
        return []


@slow
@given(labels(), papers, dpis)
def test_nothing_reaches_the_edge_of_a_label(label, paper, dpi):
    for item in arranged(label, paper, dpi):
        left, top, right, bottom = item.box
        assert left >= paper.side - 0.01
        assert top >= paper.inset - 0.01
        assert right <= paper.width - paper.side + 0.01
        assert bottom <= paper.height - paper.inset + 0.01


@slow
@given(labels(), papers, dpis)
def test_nothing_lies_on_something_else(label, paper, dpi):
    boxes = [item.box for item in arranged(label, paper, dpi)]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = max(
                other[0] - one[2],
                one[0] - other[2],
                other[1] - one[3],
                one[1] - other[3],
            )
            assert apart >= -0.01


@slow
@given(labels(), papers, dpis)
def test_words_are_large_enough_and_the_price_is_the_largest(label, paper, dpi):
    texts = [item for item in arranged(label, paper, dpi) if isinstance(item, Text)]
    assert all(item.size >= fonts.SMALLEST for item in texts)
    if texts and label.shelf:
        price = next(item for item in texts if item.text == label.price)
        assert price.size >= max(
            item.size for item in texts if item.text not in label.name + "…"
        )


@slow
@given(labels(), papers, dpis, st.integers(1, 300))
def test_every_label_that_is_drawn_is_read_back(label, paper, dpi, start):
    start = min(start, paper.per_page)
    if arranged(label, paper, dpi):
        printed = draw([Job(label, 2)], paper, dpi, start=start)
        assert proof.prove(printed) == len({p.label.code for p in printed.labels})


@pytest.mark.parametrize("key", ["L7160", "L7651", "7163", "L4732", "3475", "dk-1204"])
def test_a_second_scanner_reads_the_same(key):
    paper = PAPERS[key]
    jobs = [Job(Label(LONG, code(item))) for item in range(paper.per_page)]
    printed = draw(jobs, paper, 300)
    pdf = pypdfium2.PdfDocument(printed.pdf)
    for placed in printed.labels:
        picture = proof.raster(pdf, placed.page, 300).crop(placed.box)
        assert [found.data.decode() for found in pyzbar.decode(picture)] == [
            placed.label.code
        ]


@pytest.mark.parametrize("dpi", bars.DPI)
def test_bars_are_whole_dots_and_nothing_is_grey(dpi):
    paper = PAPERS["L7160"]
    printed = draw([Job(Label("Pain", code(7)), 21)], paper, dpi)
    page = proof.raster(pypdfium2.PdfDocument(printed.pdf), 0, dpi)
    item = next(i for i in arrange(Label("Pain", code(7)), paper, dpi) if _is_bars(i))
    for placed in printed.labels:
        label = page.crop(placed.box)
        y = round((item.y + item.height / 2) / bars.MM_PER_INCH * dpi)
        row = [label.getpixel((x, y)) for x in range(label.width)]
        assert all(grey < 3 or grey > 252 for grey in row)
        runs = _runs([grey > 127 for grey in row])
        assert {length % item.dots for length in runs} == {0}


def _is_bars(item):
    return isinstance(item, Bars)


def _runs(row):
    """Lengths of what lies between the first and the last change."""
    edges = [at for at in range(1, len(row)) if row[at] != row[at - 1]]
    return [after - before for before, after in pairwise(edges)]


def test_a_label_whose_bars_are_another_code_is_refused():
    paper = PAPERS["L7160"]
    printed = draw([Job(Label("Pain", code(7)))], paper, 300)
    (placed,) = printed.labels
    other = type(placed)(placed.page, placed.box, Label("Pain", code(8)))
    with pytest.raises(LabelError, match="misread") as refused:
        proof.prove(Printed(printed.pdf, 300, (other,)))
    assert refused.value.read == code(7)


def test_a_label_without_bars_is_refused():
    paper = PAPERS["L7160"]
    printed = draw([Job(Label("Pain", code(7)))], paper, 300)
    (placed,) = printed.labels
    empty = type(placed)(0, (1500, 2500, 2000, 3000), placed.label)
    with pytest.raises(LabelError, match="unreadable"):
        proof.prove(Printed(printed.pdf, 300, (empty,)))


def test_a_long_code_on_a_tiny_label_is_refused_and_a_small_one_is_not():
    with pytest.raises(LabelError, match="too_narrow"):
        arrange(Label("Thym", code(7)), PAPERS["8658"], 300)
    small = Label("Thym", code(1000, 8))
    assert proof.prove(draw([Job(small, 30)], PAPERS["8658"], 300)) == 1


def test_used_labels_of_a_sheet_stay_blank():
    printed = draw([Job(Label("Pain", code(7)), 3)], PAPERS["L7160"], 300, start=20)
    assert [placed.page for placed in printed.labels] == [0, 0, 1]


def test_calibration_moves_the_labels_and_leaves_the_bars_readable():
    out = Calibration(2.0, -1.5, 1.02, 0.98)
    printed = draw(
        [Job(Label("Pain", code(7)), 21)], PAPERS["L7160"], 203, calibration=out
    )
    plain = draw([Job(Label("Pain", code(7)), 21)], PAPERS["L7160"], 203)
    assert proof.prove(printed) == 1
    assert printed.labels[0].box != plain.labels[0].box


@pytest.mark.parametrize("key", ["L7160", "dymo-11354", "dk-1204"])
def test_the_calibration_page_shows_its_frame_where_it_says(key):
    paper = PAPERS[key]
    page = calibration_page(paper, 300, ("Mesurez le cadre.",))
    picture = proof.raster(pypdfium2.PdfDocument(page), 0, 300)
    left, top, width, height = paper.marks
    y = round((top + height - 0.8) / 25.4 * 300)
    row = [picture.getpixel((x, y)) < 200 for x in range(picture.width)]
    assert row.index(True) == pytest.approx(left / 25.4 * 300, abs=3)
    last = len(row) - row[::-1].index(True)
    assert last == pytest.approx((left + width) / 25.4 * 300, abs=3)


def test_what_the_font_cannot_draw_is_left_out():
    assert fonts.printable("Œufs\u0000 \t🍅 bio") == "Œufs bio"


def test_a_name_as_long_as_a_book_is_cut_at_once(monkeypatch):
    book = "word " * 1600
    assert len(fonts.printable(book)) <= fonts.MOST_SIGNS
    measured = []
    width = fonts.width
    monkeypatch.setattr(
        fonts, "width", lambda text, *more: measured.append(1) or width(text, *more)
    )
    assert fonts.shortened(book, 60, 9).endswith("…")
    assert len(measured) < 20


@given(st.text("iW e", max_size=60), st.floats(-1, 60))
def test_what_is_shortened_fits_and_not_a_sign_more_would(text, room):
    short = fonts.shortened(text, room, 9)
    if short != text:
        kept = len(short) - 1
        assert fonts.width(short, 9) <= room or not short
        longer = text[: kept + 1] if short else text[:1]
        assert longer.endswith(" ") or fonts.width(longer + "…", 9) > room


def test_a_quantity_is_not_torn_apart():
    name = "Beurre aux cristaux de sel de Guérande 250 g"
    for room in range(20, 60):
        for line in fonts.wrapped(name, room, 11, 3, bold=True):
            assert line != "g"
            assert not line.endswith(" 250")
