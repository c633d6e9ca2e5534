# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_label.lib import bars
from odoo.addons.foodcoop_label.lib.problem import LabelError, Problem

digits = st.text("0123456789", min_size=12, max_size=12)


def with_check(body):
    return body + ean.calc_check_digit(body)


@given(digits)
def test_an_ean13_is_113_modules_with_its_quiet_zones(body):
    symbol = bars.symbol(with_check(body))
    assert (symbol.width, symbol.quiet_left, symbol.quiet_right) == (113, 11, 7)


@given(digits)
def test_black_bars_and_gaps_give_the_modules_back(body):
    symbol = bars.symbol(with_check(body))
    row = ["0"] * symbol.width
    for first, count in symbol.runs():
        row[first : first + count] = "1" * count
    assert "".join(row)[11:-7] == symbol.modules


@pytest.mark.parametrize("dpi", bars.DPI)
def test_a_module_is_whole_dots_within_what_gs1_allows(dpi):
    for dots in bars.choices(dpi):
        assert bars.NARROWEST <= dots * bars.MM_PER_INCH / dpi <= bars.WIDEST


def test_the_module_widths_of_the_usual_printers():
    assert [bars.choices(dpi)[0] for dpi in bars.DPI] == [2, 3, 6]


@given(st.floats(5, 120), st.sampled_from(bars.DPI))
def test_bars_with_quiet_zones_never_exceed_their_room(room, dpi):
    symbol = bars.symbol("3017620422003")
    try:
        dots = bars.dots_for(symbol, room, dpi)
    except LabelError as error:
        assert error.problem is Problem.TOO_NARROW
        assert room < 28.8
    else:
        assert bars.millimetres(symbol, dots, dpi) <= room + 1e-6


def test_a_small_number_fits_where_a_long_one_does_not():
    assert bars.dots_for(bars.symbol("20012342"), 23.9, 300) == 3
    with pytest.raises(LabelError, match="too_narrow"):
        bars.dots_for(bars.symbol("3017620422003"), 23.9, 300)


@pytest.mark.parametrize(
    "code",
    ["3017620422004", "20012343", "301762042200", "13017620422001", "é", "a" * 31],
)
def test_what_is_no_code_is_refused_and_never_corrected(code):
    with pytest.raises(LabelError, match="bad_code"):
        bars.symbol(code)


def test_no_code_at_all_says_so():
    with pytest.raises(LabelError, match="no_code"):
        bars.symbol("")


@given(st.text(max_size=60))
def test_any_text_is_drawn_or_refused(text):
    try:
        assert bars.symbol(text).modules
    except LabelError as error:
        assert error.problem in (Problem.NO_CODE, Problem.BAD_CODE)


def test_a_scan_is_the_same_code_in_any_spelling():
    symbol = bars.symbol("0490010003694")
    assert symbol.same_as("490010003694")
    assert not symbol.same_as("0490010003700")
    assert not bars.symbol("ABC-1").same_as("ABC-2")
