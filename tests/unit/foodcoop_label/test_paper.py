# SPDX-License-Identifier: AGPL-3.0-or-later
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.foodcoop_label.lib.paper import PAPERS, SHEETS, Calibration
from odoo.addons.foodcoop_label.lib.problem import Misfit

papers = st.sampled_from(list(PAPERS.values()))


def box(paper, index):
    page, x, y = paper.place(index)
    return page, x, y, x + paper.width, y + paper.height


@given(papers, st.integers(0, 1000))
def test_no_label_lies_outside_its_page(paper, index):
    _page, left, top, right, bottom = box(paper, index)
    assert left >= 0
    assert top >= 0
    assert right <= paper.page[0] + 1e-6
    assert bottom <= paper.page[1] + 1e-6


@pytest.mark.parametrize("key", PAPERS)
def test_no_two_labels_overlap(key):
    boxes = [box(PAPERS[key], index) for index in range(PAPERS[key].per_page + 1)]
    for a, b in combinations(boxes, 2):
        assert (
            a[0] != b[0]
            or a[3] <= b[1] + 1e-6
            or b[3] <= a[1] + 1e-6
            or a[4] <= b[2] + 1e-6
            or b[4] <= a[2] + 1e-6
        )


@pytest.mark.parametrize(
    "key, labels",
    [("L7160", 21), ("L7651", 65), ("7163", 14), ("L4732", 80), ("3475", 24)],
)
def test_the_sheets_have_as_many_labels_as_the_box_says(key, labels):
    assert SHEETS[key].per_page == labels


def test_one_starts_at_a_label_that_is_on_the_sheet():
    paper = SHEETS["L7160"]
    assert paper.start_problem(1) is paper.start_problem(21) is None
    assert paper.start_problem(0) is paper.start_problem(22) is Misfit.NOT_ON_SHEET


def test_every_paper_has_a_name_of_its_own():
    assert len({paper.name for paper in PAPERS.values()}) == len(PAPERS)


@given(papers)
def test_the_frame_to_measure_lies_on_the_page(paper):
    left, top, width, height = paper.marks
    assert left + width <= paper.page[0]
    assert top + height <= paper.page[1]


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(0.97, 1.03), st.floats(0.97, 1.03))
def test_what_a_ruler_finds_puts_the_next_print_where_it_belongs(dx, dy, sx, sy):
    marks = PAPERS["L7160"].marks
    measures = (
        marks[0] * sx + dx,
        marks[1] * sy + dy,
        marks[2] * sx,
        marks[3] * sy,
    )
    x, y = Calibration.measured(marks, measures).corrected(50, 100)
    assert x * sx + dx == pytest.approx(50, abs=0.05)
    assert y * sy + dy == pytest.approx(100, abs=0.05)


def test_a_printer_cannot_be_that_far_out():
    assert Calibration(5, -5, 0.97, 1.03).problem() is None
    assert Calibration(offset_x=5.1).problem() is Misfit.OFFSET
    only_edges = Calibration.measured((20, 20, 100, 200), (21, 20, 0, 0))
    assert only_edges.problem() is Misfit.NO_SIZE
    assert Calibration(scale_y=0.9).problem() is Misfit.SCALE
    assert Calibration(scale_x=float("nan")).problem() is Misfit.SCALE
