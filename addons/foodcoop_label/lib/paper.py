# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sheets and rolls: where each label lies, in millimetres from the top left."""

from dataclasses import dataclass
from math import floor

from .problem import Misfit

A4 = (210.0, 297.0)
FARTHEST = 5.0  # mm a printer may be out
UNREACHED = 4.5  # mm at the edge of a sheet
LEAST, MOST = 0.97, 1.03  # of the true length


@dataclass(frozen=True, slots=True)
class Paper:
    """``columns`` by ``rows`` labels on a page; a roll's page is one label."""

    key: str
    name: str
    width: float
    height: float
    columns: int = 1
    rows: int = 1
    left: float = 0.0
    top: float = 0.0
    pitch_x: float = 0.0
    pitch_y: float = 0.0
    cut_lines: bool = False

    @property
    def is_roll(self) -> bool:
        return self.per_page == 1

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    @property
    def page(self) -> tuple[float, float]:
        return (self.width, self.height) if self.is_roll else A4

    @property
    def inset(self) -> float:
        """Blank edge within a label: what a feeder may be out."""
        return 0.7 if self.height < 12 else 1.5 if self.height < 30 else 2.0

    @property
    def side(self) -> float:
        """Blank at left and right: few printers reach the edge of a sheet."""
        return self.inset if self.is_roll else max(self.inset, UNREACHED - self.left)

    def place(self, index: int) -> tuple[int, float, float]:
        """(page, x, y) of the label of this index, from 0.

        >>> PAPERS["L7160"].place(22)
        (1, 73.5, 15.5)
        """
        page, cell = divmod(index, self.per_page)
        row, column = divmod(cell, self.columns)
        return page, self.left + column * self.pitch_x, self.top + row * self.pitch_y

    def start_problem(self, start: int) -> Misfit | None:
        """``start`` counts from 1: the first label not yet peeled off."""
        return None if 1 <= start <= self.per_page else Misfit.NOT_ON_SHEET

    @property
    def marks(self) -> tuple[float, float, float, float]:
        """Left, top, width, height of the frame on the page to measure.

        >>> PAPERS["L7160"].marks, PAPERS["dymo-11354"].marks
        ((20.0, 20.0, 170.0, 250.0), (5.0, 5.0, 40.0, 20.0))
        """
        edge = 5.0 if self.is_roll else 20.0
        wide, high = (floor((side - 2 * edge) / 10) * 10.0 for side in self.page)
        return edge, edge, wide, max(high, 5.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far a printer is out: it draws x at ``offset_x + x * scale_x``."""

    offset_x: float = 0.0
    offset_y: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0

    @classmethod
    def measured(cls, marks, measures) -> "Calibration":
        """From the frame as drawn and as a ruler finds it on paper.

        >>> Calibration.measured((20, 20, 100, 200), (21, 20, 100, 200)).offset_x
        1.0
        """
        scales = [got / want for got, want in zip(measures[2:], marks[2:], strict=True)]
        offsets = [
            got - want * scale
            for got, want, scale in zip(measures[:2], marks[:2], scales, strict=True)
        ]
        return cls(*(round(value, 4) for value in (*offsets, *scales)))

    def problem(self) -> Misfit | None:
        if min(self.scale_x, self.scale_y) <= 0:
            return Misfit.NO_SIZE
        if not all(LEAST <= scale <= MOST for scale in (self.scale_x, self.scale_y)):
            return Misfit.SCALE
        if not all(abs(off) <= FARTHEST for off in (self.offset_x, self.offset_y)):
            return Misfit.OFFSET
        return None

    def corrected(self, x: float, y: float) -> tuple[float, float]:
        """Where to draw so that the printer puts it at ``x, y``."""
        return (x - self.offset_x) / self.scale_x, (y - self.offset_y) / self.scale_y


def _papers(*papers: Paper) -> dict[str, Paper]:
    return {paper.key: paper for paper in papers}


SHEETS = _papers(
    Paper("home", "A4, to cut out", 62, 38, 3, 7, 12, 15.5, 62, 38, cut_lines=True),
    Paper("L7160", "Avery L7160", 63.5, 38.1, 3, 7, 7.5, 15.5, 66, 38.1),
    Paper("L7651", "Avery L7651", 38.1, 21.2, 5, 13, 4.7, 10.9, 40.6, 21.2),
    Paper("7163", "Avery 7163", 99.1, 38.1, 2, 7, 3.4, 15.2, 103, 38.1),
    Paper("L4732", "Avery L4732", 35.6, 16.9, 5, 16, 11, 13, 38.1, 16.9),
    Paper("8658", "Avery 8658", 25.4, 10, 7, 27, 5, 13, 28.5, 10.14),
    Paper("3475", "Zweckform 3475", 70, 36, 3, 8, 0, 4.5, 70, 36),
)
ROLLS = _papers(
    Paper("dymo-11354", "Dymo 11354", 57, 32),
    Paper("dymo-99010", "Dymo 99010", 89, 28),
    Paper("dymo-99012", "Dymo 99012", 89, 36),
    Paper("dymo-11352", "Dymo 11352", 54, 25),
    Paper("roll-57x32", "57x32", 57, 32),
    Paper("dk-1201", "Brother DK-1201", 90, 29),
    Paper("dk-1204", "Brother DK-1204", 54, 17),
    Paper("dk-1208", "Brother DK-1208", 90, 38),
    Paper("dk-2205", "Brother DK-2205", 62, 40),
)
PAPERS = SHEETS | ROLLS
