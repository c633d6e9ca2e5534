# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two fonts of a label, carried inside the PDF, and how much room words take."""

import re
from bisect import bisect_right
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "FoodcoopLabel", "FoodcoopLabelBold"
MM_PER_POINT = 25.4 / 72
SMALLEST = 6.5  # points: an x-height of 1.2 mm
MOST_SIGNS = 200  # more than any label has room for
ASCENT, LINE = 0.80, 1.12  # of the size: top of a capital with accent, next line

_MEASURE = re.compile(r"(\d) (k?g|[mc]?[lL]|mm)\b")  # "250 g" stays together


@cache
def register(regular: str = "Vera.ttf", bold: str = "VeraBd.ttf") -> None:
    """Use these files; reportlab's own fonts where none are named."""
    pdfmetrics.registerFont(TTFont(REGULAR, regular))
    pdfmetrics.registerFont(TTFont(BOLD, bold))


def printable(text: str) -> str:
    """Without what the font cannot draw (control characters, pictures), cut."""
    glyphs = pdfmetrics.getFont(REGULAR).face.charToGlyph
    drawn = "".join(c for c in text if c.isspace() or ord(c) in glyphs)
    return " ".join(drawn.split())[:MOST_SIGNS].rstrip()


def width(text: str, size: float, bold: bool = False) -> float:
    """Millimetres."""
    font = BOLD if bold else REGULAR
    return pdfmetrics.stringWidth(text, font, size) * MM_PER_POINT


def line_height(size: float) -> float:
    return size * LINE * MM_PER_POINT


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text, its end replaced by an ellipsis where there is no room."""
    if width(text, size, bold) <= room:
        return text
    kept = bisect_right(
        range(1, len(text)), room, key=lambda end: width(text[:end] + "…", size, bold)
    )
    return text[:kept].rstrip() + "…" if kept else ""


def wrapped(text: str, room: float, size: float, lines: int, bold=False) -> list[str]:
    """At most ``lines`` lines; the last one is shortened."""
    done, words = [], _MEASURE.sub("\\1\u00a0\\2", text).split(" ")
    while words and len(done) < lines - 1:
        taken = 1
        while taken < len(words) and (
            width(" ".join(words[: taken + 1]), size, bold) <= room
        ):
            taken += 1
        done.append(shortened(" ".join(words[:taken]), room, size, bold))
        words = words[taken:]
    if words:
        done.append(shortened(" ".join(words), room, size, bold))
    return done


def largest(text: str, room: float, height: float, most: float, bold=True) -> float:
    """The largest size at which one line fits, in half points."""
    size = min(most, height / (LINE * MM_PER_POINT))
    if (wide := width(text, size, bold)) > room:
        size *= room / wide
    return max(int(size * 2) / 2, SMALLEST)
