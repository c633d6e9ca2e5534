# SPDX-License-Identifier: AGPL-3.0-or-later
"""A PDF that is a picture, read by tesseract where the machine has it.

What comes out is a proposal: text recognition makes 144 of 14,4. The document says so
(note OCR) and every row is to be confirmed by a person.
"""

import csv
import io
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence

from .page_image import page_picture, page_size
from .pdf import PDFIUM, document_of, opened
from .pdf_frame import Frame, Page, Word
from .table import NO_TEXT, OCR, TOO_LONG, TOO_MANY_PAGES, Document, ReadError

MAX_PAGES = 10
SECONDS = 240.0  # for the whole file; a page takes 5 to 25
LANGUAGES = ("fra", "eng", "deu", "nld", "spa", "ita")
_DOTS = 250 / 72  # pixels for a point: small print needs them
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


def read_picture(data: bytes, filename: str, seconds: float = SECONDS) -> Document:
    """Tables of a PDF of pictures; raises ReadError like ``read_pdf``.

    NO_TEXT when tesseract is not there or finds nothing, TOO_LONG after ``seconds``.
    """
    spoken = languages()
    with PDFIUM, opened(data) as document:
        count = len(document)
    if count > MAX_PAGES:
        raise ReadError(TOO_MANY_PAGES, str(MAX_PAGES))
    if not spoken:
        raise ReadError(NO_TEXT)
    deadline = time.monotonic() + seconds
    pages = [_page(data, number, spoken, deadline) for number in range(1, count + 1)]
    return document_of(pages, (OCR,))


def _page(data: bytes, number: int, spoken: Sequence[str], deadline: float) -> Page:
    width, height = page_size(data, number)
    image = page_picture(data, number, round(width * _DOTS)).convert("L")
    words = tuple(_words(_told(image, spoken, deadline), width / image.width))
    frame = Frame(0, 0, width, height)
    letters = sum(len(word.text) for word in words)
    return Page(number, frame, frame, words, letters=letters, pictured=True)


def _told(image, spoken: Sequence[str], deadline: float) -> str:
    """What tesseract says of a picture: one line of values for each word.

    Page mode 4 (columns of text of any size) keeps a name and its price on one line;
    mode 6 loses decimal commas.
    """
    stream = io.BytesIO()
    image.save(stream, "PNG")
    command = [
        "tesseract",
        "stdin",
        "stdout",
        "--psm",
        "4",
        "-l",
        "+".join(spoken),
        "tsv",
    ]
    try:
        told = subprocess.run(
            command,
            input=stream.getvalue(),
            capture_output=True,
            timeout=max(0.1, deadline - time.monotonic()),
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(TOO_LONG) from error
    except (OSError, subprocess.CalledProcessError) as error:
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
