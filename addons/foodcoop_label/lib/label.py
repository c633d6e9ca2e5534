# SPDX-License-Identifier: AGPL-3.0-or-later
"""A label as words and figures, and the items it becomes, in millimetres."""

from dataclasses import dataclass

from . import bars as bar_codes
from . import fonts
from .bars import Symbol
from .fonts import line_height


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed. Figures are ready to read: "2,50 €", "5,00 €/kg".

    ``lines`` are small ones, the most important first. ``price`` is the largest
    figure of a shelf label; where it is empty the unit price is.
    """

    name: str
    code: str = ""
    price: str = ""
    unit_price: str = ""
    lines: tuple[str, ...] = ()
    shelf: bool = False
    origin: str = ""
    large_origin: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line; ``x, y`` is the top of it, at its left, middle or right."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    align: str = "left"

    @property
    def box(self) -> tuple[float, float, float, float]:
        wide = fonts.width(self.text, self.size, self.bold)
        left = self.x - {"left": 0, "middle": wide / 2, "right": wide}[self.align]
        return left, self.y, left + wide, self.y + line_height(self.size)


@dataclass(frozen=True, slots=True)
class Bars:
    """``x`` is where the left quiet zone begins."""

    x: float
    y: float
    height: float
    dots: int
    symbol: Symbol
    dpi: int

    @property
    def box(self) -> tuple[float, float, float, float]:
        wide = bar_codes.millimetres(self.symbol, self.dots, self.dpi)
        return self.x, self.y, self.x + wide, self.y + self.height
