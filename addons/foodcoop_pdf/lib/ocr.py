# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF that is a picture, read by tesseract where the machine has it.

What comes out is a proposal: text recognition makes 144 of 14,4. The document says so
(note OCR) and every row is to be confirmed by a person.
"""

import csv
import io
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence

from PIL import Image, ImageDraw

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Frame, Page, Rule, Word
from odoo.addons.foodcoop_pdf_page.lib.pdf_rules import joined
from odoo.addons.foodcoop_sheet.lib.table import (
    NO_TEXT,
    OCR,
    TOO_LONG,
    TOO_MANY_PAGES,
    Document,
    ReadError,
)

from .page_image import page_picture, page_size
from .pdf import PDFIUM, document_of, opened

MAX_PAGES = 10
SECONDS = 60.0  # for the whole file; a page takes 1 to 7, who waits gives up at 75
LANGUAGES = ("fra", "eng", "deu", "nld", "spa", "ita")
_DOTS = 250 / 72  # pixels for a point: small print needs them
_STRETCH = 96  # pixels: two lines of print, so that letters leave white between
_DARK = 64  # of 255: the mean of a stretch that is part of a line
_MAX_DARK = 60_000  # more is a photograph
_SURE = 30.0  # per cent: below, it is dirt on the paper


def available() -> bool:
    """Whether this machine can read pictures at all."""
    return shutil.which("tesseract") is not None


def languages() -> tuple[str, ...]:
    """Which of the languages of our lists tesseract has learnt."""
    if not available():
        return ()
    told = subprocess.run(
        ["tesseract", "--list-langs"],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    known = set(told.stdout.split())
    return tuple(language for language in LANGUAGES if language in known)


def read_picture(
    data: bytes,
    filename: str,
    step: Callable[[int, int], None] = lambda *_: None,
    seconds: float = SECONDS,
) -> Document:
    """Tables of a PDF of pictures; raises ReadError like ``read_pdf``.

    NO_TEXT when tesseract is not there or finds nothing, TOO_LONG after ``seconds``.
    ``step(done, total)`` is told the pages.
    """
    spoken = languages()
    with PDFIUM, opened(data) as document:
        count = len(document)
    if count > MAX_PAGES:
        raise ReadError(TOO_MANY_PAGES, str(MAX_PAGES))
    if not spoken:
        raise ReadError(NO_TEXT)
    deadline = time.monotonic() + seconds
    pages = []
    for number in range(1, count + 1):
        pages.append(_page(data, number, spoken, deadline))
        step(number, count)
    return document_of(pages, (OCR,))


def _page(data: bytes, number: int, spoken: Sequence[str], deadline: float) -> Page:
    width, height = page_size(data, number)
    image = page_picture(data, number, round(width * _DOTS)).convert("L")
    points = width / image.width
    down = _lines(image, points)
    across = _lines(image.transpose(Image.Transpose.TRANSPOSE), points)
    image = _wiped(image, down, across, points)
    words = tuple(_words(_told(image, spoken, deadline), points))
    frame = Frame(0, 0, width, height)
    letters = sum(len(word.text) for word in words)
    # Where lines end is too rough for cells; where they part words is sure.
    return Page(number, frame, frame, words, (), down, letters=letters, pictured=True)


def _lines(image: Image.Image, points: float) -> tuple[Rule, ...]:
    """Lines down a picture: stretches longer than any letter that are dark all along.

    Each pixel of the shrunken picture is the mean of ``_STRETCH`` pixels below each
    other.
    """
    shrunken = image.reduce((1, _STRETCH))
    values, width = shrunken.tobytes(), shrunken.width
    step = _STRETCH * points
    dark = [
        Rule(place % width * points, place // width * step, (place // width + 1) * step)
        for place, value in enumerate(values)
        if value < _DARK
    ]
    return joined(dark[:_MAX_DARK], gap=2 * step)


def _wiped(image: Image.Image, down, across, points: float) -> Image.Image:
    """The picture without its lines: tesseract takes them for letters."""
    pen = ImageDraw.Draw(image)
    for rule in down:
        at, start, end = (round(side / points) for side in rule)
        pen.rectangle((at - 3, start - _STRETCH, at + 3, end + _STRETCH), fill=255)
    for rule in across:
        at, start, end = (round(side / points) for side in rule)
        pen.rectangle((start - _STRETCH, at - 3, end + _STRETCH, at + 3), fill=255)
    return image


def _told(image, spoken: Sequence[str], deadline: float) -> str:
    """What tesseract says of a picture: one line of values for each word.

    It has the limits of this process, and ends with the session of this process.
    Page mode 4 keeps a name and its price on one line; mode 6 loses decimal commas.
    """
    picture = io.BytesIO()
    image.save(picture, "PNG")
    command = f"tesseract stdin stdout --psm 4 -l {'+'.join(spoken)} tsv".split()
    try:
        told = subprocess.run(
            command,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # threads: four times slower
            input=picture.getvalue(),
            capture_output=True,
            timeout=max(0.1, deadline - time.monotonic()),
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(TOO_LONG) from error
    except subprocess.CalledProcessError as error:
        killed = error.returncode < 0  # by the kernel: no more memory, or no more time
        raise ReadError(TOO_LONG if killed else NO_TEXT) from error
    except OSError as error:
        raise ReadError(NO_TEXT) from error
    return told.stdout.decode("utf-8", "replace")


def _words(told: str, points: float) -> Iterator[Word]:
    """Words with their places, ``points`` for a pixel.

    Letters hang below their line or not, so a line's words share its middle as base.
    """
    rows = csv.DictReader(io.StringIO(told), delimiter="\t", quoting=csv.QUOTE_NONE)
    lines: dict[tuple, list[tuple]] = {}
    for row in rows:
        text = (row.get("text") or "").strip()
        if not text or float(row["conf"]) < _SURE or not text.strip("|_—[]"):
            continue
        left, top, width, height = (
            int(row[side]) * points for side in ("left", "top", "width", "height")
        )
        key = tuple(row[part] for part in ("block_num", "par_num", "line_num"))
        lines.setdefault(key, []).append((text, left, top, left + width, top + height))
    for line in lines.values():
        high = sorted(word[4] - word[2] for word in line)[len(line) // 2]
        base = sorted((word[2] + word[4]) / 2 for word in line)[len(line) // 2]
        for word in line:
            yield Word(*word, base, high * 1.3)
