# SPDX-License-Identifier: AGPL-3.0-or-later
"""Labels for Zebra printers, read by their manual's table."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from stdnum import ean

from odoo.addons.foodcoop_label.lib import bars, fonts, zpl
from odoo.addons.foodcoop_label.lib.label import Label
from odoo.addons.foodcoop_label.lib.paper import PAPERS
from odoo.addons.foodcoop_label.lib.sheet import Job

fonts.register()


def code(item, length=13):
    body = "2" + str(item).zfill(length - 2)
    return body + ean.calc_check_digit(body)


def test_blanks_that_hold_words_together_stay_blanks():
    label = Label("Pain complet 500 g", code(7), "2,50\u00a0€")
    text = zpl.labels([Job(label)], PAPERS["dymo-11354"], 203)
    assert "500 g^FS" in text
    assert "2,50 €^FS" in text


def test_zpl_says_the_same_as_the_pdf():
    label = Label("Crème ^XZ ~50%", code(7), "2,50 €", "5,00 €/L")
    text = zpl.labels([Job(label, 12)], PAPERS["dymo-11354"], 203)
    assert "^CI28" in text
    assert "^PQ12\n" in text
    assert text.count("^XZ") == 1
    assert "Crème _5EXZ _7E50%" in text
    dots, data = re.search(r"\^BY(\d)\^BEN,\d+,N,N\^FH\^FD(\d+)\^FS", text).groups()
    assert int(dots) in bars.choices(203)
    assert data + ean.calc_check_digit(data) == label.code


def test_zpl_of_a_small_number_and_of_letters():
    small = zpl.labels([Job(Label("Thym", code(9, 8)))], PAPERS["dymo-11354"], 300)
    text = zpl.labels([Job(Label("Thym", "AB_1"))], PAPERS["dymo-11354"], 300)
    assert f"^FH^FD{code(9, 8)[:-1]}^FS" in small
    assert "^BCN" in text
    assert "^FD>:AB_5F1^FS" in text


def read_zebra(data):
    """What ^BC makes of its data, by Zebra's table; and how many symbols."""
    signs = {">0": ">", "><": "^", ">=": "~"}
    text, pairs, count = "", False, 0
    for part in re.findall(r">.|\d\d|.", data):
        if part in (">:", ">;", ">5", ">6"):
            pairs, count = part in (">;", ">5"), count + 1
        else:
            assert not pairs or part.isdigit()
            text += signs.get(part, part)
            count += 1 if pairs or part in signs else len(part)
    return text, count


@given(st.text([chr(sign) for sign in range(32, 127)], min_size=1, max_size=30))
@example("A>B^C~D")
@example("13017620422001234")
@example("99520001000017")
def test_a_zebra_draws_the_code_and_the_bars_that_were_proven(text):
    data = zpl.invoked(text)
    modules = bars.Code128(text).build()[0]
    assert not set("^~") & set(data)
    assert read_zebra(data) == (text, (len(modules) - 11 - 13) // 11)


@given(st.text(max_size=80))
def test_no_text_ends_a_zpl_label_early(text):
    assert not set("^~") & set(zpl.escaped(text))
