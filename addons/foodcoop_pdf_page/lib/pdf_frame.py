# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where things stand on a page: from the PDF's own axes to what a person sees.

Lengths are points (1/72 inch). A frame counts from the top left corner after
``turn`` quarter turns clockwise; the PDF counts from the bottom left.
"""

from dataclasses import dataclass
from typing import NamedTuple

from odoo.addons.foodcoop_sheet.lib.table import Box


class Word(NamedTuple):
    """Letters without a gap; ``base`` is the y they stand on, ``size`` the font's."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float


class Rule(NamedTuple):
    """A drawn line: ``at`` is its y when it runs across, its x when it runs down."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Frame:
    """The visible part of a page, in the PDF's axes, and how it is turned."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        across, high = self.right - self.left, self.top - self.bottom
        return high if self.turn % 2 else across

    @property
    def height(self) -> float:
        across, high = self.right - self.left, self.top - self.bottom
        return across if self.turn % 2 else high

    def turned(self, turn: int) -> "Frame":
        return Frame(self.left, self.bottom, self.right, self.top, turn % 4)

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF as x to the right and y downwards.

        >>> Frame(0, 0, 100, 200).seen(10, 190), Frame(0, 0, 100, 200, 1).seen(10, 190)
        ((10, 10), (190, 10))
        """
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        if self.turn == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def drawn(self, x: float, y: float) -> tuple[float, float]:
        """The way back: a seen point in the PDF's axes.

        >>> Frame(0, 0, 100, 200, 3).drawn(*Frame(0, 0, 100, 200, 3).seen(10, 190))
        (10, 190)
        """
        if self.turn == 0:
            return x + self.left, self.top - y
        if self.turn == 1:
            return y + self.left, x + self.bottom
        if self.turn == 2:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the PDF as left, top, right, bottom."""
        xs, ys = zip(self.seen(left, bottom), self.seen(right, top), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def moved(self, box: Box, other: "Frame") -> Box:
        """A rectangle of this frame in another frame of the same page."""
        if self.turn == other.turn:
            return box
        left, top = self.drawn(box[0], box[1])
        right, bottom = self.drawn(box[2], box[3])
        return other.box(left, bottom, right, top)


@dataclass(frozen=True)
class Page:
    """What stands on one page, in the frame in which its text reads upright.

    ``shown`` is the frame of the page image. ``across`` and ``down`` are drawn lines.
    ``letters`` and ``strange`` count characters, and those that mean nothing.
    ``pictured``: a picture fills most of it. ``hidden``: its text lies unseen
    under a picture, as text recognition leaves it.
    """

    number: int
    frame: Frame
    shown: Frame
    words: tuple[Word, ...]
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    letters: int = 0
    strange: int = 0
    pictured: bool = False
    hidden: bool = False
