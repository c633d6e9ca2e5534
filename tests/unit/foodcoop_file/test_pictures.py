# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF that is a picture: read where tesseract is, within the bounds of its reader."""

import io
import threading
from pathlib import Path

import pytest

from odoo.addons.foodcoop_file.lib import apart
from odoo.addons.foodcoop_file.lib.open import read_document
from odoo.addons.foodcoop_pdf.lib import ocr, page_image
from odoo.addons.foodcoop_pricelist.lib.read import read
from odoo.addons.foodcoop_sheet.lib import table
from odoo.addons.foodcoop_sheet.lib.table import ReadError

ROOM = {"seconds": 60, "megabytes": 512}


@pytest.fixture
def picture(drawing):
    """Twenty products on a page that was scanned."""
    page = drawing()
    for left, title in ((60, "Code"), (140, "Produit")):
        page.left(left, 80, title)
    page.right(480, 80, "Prix HT")
    for number in range(10, 30):
        y = 80 + 20 * (number - 9)
        page.left(60, y, f"P{number}")
        page.left(140, y, "Lentilles vertes")
        page.right(480, y, f"{number},50")
    stream = io.BytesIO()
    page_image.page_picture(page.data(), 1, 1600).save(stream, "PDF", resolution=200)
    return stream.getvalue()


@pytest.fixture
def program(monkeypatch, tmp_path):
    """Another program in the place of tesseract, which knows French; None: nothing."""

    def of(script):
        folder = tmp_path / "bin"
        folder.mkdir()
        if script is not None:
            file = folder / "tesseract"
            file.write_text(
                f"#!/bin/sh\n[ $1 = --list-langs ] && exec echo fra\n{script}"
            )
            file.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin" if script else str(folder))

    return of


def reason_of(data, **room):
    with pytest.raises(ReadError) as error:
        apart.read_apart(data, "tarif.pdf", **(ROOM | room))
    return error.value.reason


@pytest.mark.skipif(not ocr.available(), reason="tesseract is not on this machine")
def test_a_picture_is_read_and_every_row_is_to_be_confirmed(picture):
    shares = []
    document = apart.read_apart(picture, "tarif.pdf", **ROOM, progress=shares.append)
    assert document.notes == (table.OCR,) and shares == [1.0]
    offers = read(document).offers
    assert all(table.OCR in offer.doubts for offer in offers)
    right = [one for one in offers if one.code == f"P{int(one.price)}"]
    assert len(right) >= 18


def test_a_list_with_text_is_not_guessed(drawing, program):
    program("exit 1")
    page = drawing()
    for number in range(9):
        page.left(60, 80 + 20 * number, f"Produit {number}")
        page.right(400, 80 + 20 * number, f"{number},50")
    assert read_document(page.data(), "tarif.pdf").notes == ()


def test_where_no_tesseract_is_a_picture_has_no_text(picture, program):
    program(None)
    assert not ocr.available()
    assert reason_of(picture) == table.NO_TEXT


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 1", table.NO_TEXT),
        ("cat >/dev/null", table.NO_TEXT),  # it sees nothing
        ("kill -ABRT $$", table.TOO_LONG),  # how it ends without memory
        ("kill -XCPU $$", table.TOO_LONG),
        ("exec sleep 99", table.TOO_LONG),
    ],
)
def test_however_tesseract_ends_it_is_a_reason(picture, program, script, reason):
    program(script)
    assert reason_of(picture, seconds=5) == reason


def test_tesseract_has_the_bounds_of_its_reader(picture, program, tmp_path):
    told = tmp_path / "told"
    program(
        f"(ulimit -v; ulimit -t; ulimit -n) >{told}; echo $OMP_THREAD_LIMIT >>{told}"
    )
    assert reason_of(picture, seconds=30) == table.NO_TEXT
    assert told.read_text().split() == [str(512 * 1024), "31", "256", "1"]


def test_who_cancels_ends_tesseract_too(picture, program, tmp_path):
    pid = tmp_path / "pid"
    program(f"echo $$ >{pid}.new; mv {pid}.new {pid}; exec sleep 99")
    assert reason_of(picture, cancelled=pid.exists) == table.CANCELLED
    assert _is_gone(int(pid.read_text()))


def _is_gone(pid):
    """Ended, or a zombie that only its reaper has not yet fetched."""
    for _turn in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state in "ZX":
            return True
        threading.Event().wait(0.05)
    return False
