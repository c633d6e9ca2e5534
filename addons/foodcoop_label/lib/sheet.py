# SPDX-License-Identifier: AGPL-3.0-or-later
"""Labels drawn to PDF: bars as black rectangles that begin and end on a dot."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from . import fonts
from .bars import MM_PER_INCH
from .label import Bars, Label, Text
from .layout import arrange
from .paper import Calibration, Paper

POINTS = 72
DASHES = ([2, 2],)


@dataclass(frozen=True, slots=True)
class Job:
    """So many copies of one label."""

    label: Label
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label with bars lies: page, and its box in dots from the top left."""

    page: int
    box: tuple[int, int, int, int]
    label: Label


@dataclass(frozen=True, slots=True)
class Printed:
    pdf: bytes
    dpi: int
    labels: tuple[Placed, ...]


class Pen:
    """Draws in millimetres from the top left, bars in whole dots."""

    def __init__(self, page: tuple[float, float], dpi: int):
        self.dpi = dpi
        self.size = tuple(self.dot(side) for side in page)
        self.file = BytesIO()
        size = tuple(self.points(side) for side in self.size)
        self.canvas = Canvas(self.file, pagesize=size, pageCompression=1)

    def dot(self, mm: float) -> int:
        return round(mm / MM_PER_INCH * self.dpi)

    def points(self, dots: float) -> float:
        return dots * POINTS / self.dpi

    def items(self, items: list[Text | Bars], x: float, y: float) -> bool:
        """Draw them; whether there are bars to read back."""
        for item in items:
            self.bars(item, x, y) if isinstance(item, Bars) else self.text(item, x, y)
        return any(isinstance(item, Bars) for item in items)

    def bars(self, bars: Bars, x: float, y: float) -> None:
        left, top = self.dot(x + bars.x), self.dot(y + bars.y)
        height = self.dot(bars.height)
        path = self.canvas.beginPath()
        for first, count in bars.symbol.runs():
            path.rect(
                self.points(left + first * bars.dots),
                self.points(self.size[1] - top - height),
                self.points(count * bars.dots),
                self.points(height),
            )
        self.canvas.drawPath(path, stroke=0, fill=1)

    def text(self, item: Text, x: float, y: float) -> None:
        canvas = self.canvas
        canvas.setFont(fonts.BOLD if item.bold else fonts.REGULAR, item.size)
        left = (x + item.box[0]) / MM_PER_INCH * POINTS
        top = self.points(self.size[1]) - (y + item.y) / MM_PER_INCH * POINTS
        canvas.drawString(left, top - item.size * fonts.ASCENT, item.text)

    def frame(self, box, dash=(), filled=False) -> None:
        """``box``: left, top, width, height."""
        self.canvas.setLineWidth(0.3)
        self.canvas.setDash(*dash)
        self.canvas.setFillGray(0.85)
        high = self.points(self.size[1])
        left, top, wide, tall = (side / MM_PER_INCH * POINTS for side in box)
        self.canvas.rect(left, high - top - tall, wide, tall, fill=int(filled))
        self.canvas.setFillGray(0)

    def used(self, paper: Paper, count: int) -> None:
        """Grey boxes for labels that are peeled off already, and frames for all."""
        for index in range(paper.per_page):
            _page, x, y = paper.place(index)
            box = (x, y, paper.width, paper.height)
            self.frame(box, DASHES, index < count)

    def finish(self) -> bytes:
        self.canvas.save()
        return self.file.getvalue()


def draw(
    jobs: Iterable[Job],
    paper: Paper,
    dpi: int,
    *,
    calibration: Calibration = Calibration(),  # noqa: B008  frozen
    start: int = 1,
    outlines: bool = False,
) -> Printed:
    """The PDF and where its bars are. ``outlines``: for the eye, not for paper."""
    pen, page, placed = Pen(paper.page, dpi), 0, []
    if outlines:
        pen.used(paper, start - 1)
    for index, (label, items) in enumerate(_each(jobs, paper, dpi), start - 1):
        turn, x, y = paper.place(index)
        if turn > page:
            pen.canvas.showPage()
            page = turn
        x, y = calibration.corrected(x, y)
        if paper.cut_lines and not outlines:
            pen.frame((x, y, paper.width, paper.height), DASHES)
        if pen.items(items, x, y):
            corners = (x, y, x + paper.width, y + paper.height)
            placed.append(Placed(page, tuple(map(pen.dot, corners)), label))
    return Printed(pen.finish(), dpi, tuple(placed))


def _each(jobs, paper, dpi) -> Iterator[tuple[Label, list[Text | Bars]]]:
    for job in jobs:
        items = arrange(job.label, paper, dpi)
        for _copy in range(job.copies):
            yield job.label, items


def calibration_page(paper: Paper, dpi: int, words: tuple[str, ...]) -> bytes:
    """A frame to measure with a ruler, and what to do with what one finds."""
    pen = Pen(paper.page, dpi)
    left, top, width, height = paper.marks
    pen.frame(paper.marks)
    at = top + 1
    for text in words:
        for line in fonts.wrapped(text, width - 4, 9 if paper.is_roll else 12, 4):
            item = Text(left + 2, at, line, 6.5 if paper.is_roll else 12)
            if item.box[3] <= top + height:
                pen.text(item, 0, 0)
                at = item.box[3] + 0.5
    return pen.finish()
