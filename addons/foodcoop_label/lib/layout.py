# SPDX-License-Identifier: AGPL-3.0-or-later
"""What lies where on one label, in millimetres from its top left corner."""

from dataclasses import dataclass

from . import bars as bar_codes
from . import fonts
from .fonts import SMALLEST, line_height
from .label import Bars, Label, Text
from .paper import Paper
from .problem import LabelError, Problem

LOWEST_BARS, HIGHEST_BARS = 2.5, 15.0
GAP, DIGITS_GAP = 0.8, 0.2


def arrange(label: Label, paper: Paper, dpi: int) -> list[Text | Bars]:
    """The items of a label, or a LabelError that says why it cannot be."""
    try:
        if label.shelf:
            return _Shelf(label, paper, dpi).items()
        return _goods(label, paper, dpi)
    except LabelError as error:
        raise LabelError(error.problem, label.name, label.code) from None


def _with_digits(symbol, sides, bottom, room, dpi) -> list[Text | Bars]:
    """Bars in the middle between the sides, their digits under them."""
    left, right = sides
    dots = bar_codes.dots_for(symbol, right - left, dpi)
    wide = bar_codes.millimetres(symbol, dots, dpi)
    most = 8 if room > 9 else SMALLEST
    size = fonts.largest(symbol.code, wide * 0.8, 3.2, most, bold=False)
    height = min(room - line_height(size), HIGHEST_BARS)
    if height < LOWEST_BARS:
        raise LabelError(Problem.TOO_LOW, code=symbol.code)
    top = bottom - line_height(size)
    height -= DIGITS_GAP
    x = left + (right - left - wide) / 2
    digits = Text((left + right) / 2, top, symbol.code, size, align="middle")
    return [Bars(x, top - DIGITS_GAP - height, height, dots, symbol, dpi), digits]


def _goods(label: Label, paper: Paper, dpi: int) -> list[Text | Bars]:
    """From the top: name, price, small lines; bars take what is left."""
    symbol = bar_codes.symbol(label.code)
    left, right = paper.side, paper.width - paper.side
    top, bottom = paper.inset, paper.height - paper.inset
    size, lines = (9, 2) if paper.height >= 24 else (SMALLEST, 1)
    kept = LOWEST_BARS + line_height(SMALLEST) + GAP + 3 * (paper.height >= 20)
    items: list[Text | Bars] = []
    for text in fonts.wrapped(label.name, right - left, size, lines, bold=True):
        items.append(Text((left + right) / 2, top, text, size, True, "middle"))
        top += line_height(size)
    items += _figures(label, left, right, top, paper)
    top = max([top, *(item.box[3] for item in items)])
    for line in label.lines:
        if bottom - top - line_height(SMALLEST) < kept:
            break
        text = fonts.shortened(line, right - left, SMALLEST)
        items.append(Text((left + right) / 2, top, text, SMALLEST, False, "middle"))
        top += line_height(SMALLEST)
    return items + _with_digits(symbol, (left, right), bottom, bottom - top - GAP, dpi)


def _figures(label, left, right, top, paper) -> list[Text]:
    """Price and unit price on one line, if they are wanted."""
    big = 12 if paper.height >= 30 else 9 if paper.height >= 20 else SMALLEST + 1
    if label.price and label.unit_price:
        half = (right - left - GAP) / 2
        size = fonts.largest(label.price, half, 9, big)
        small = fonts.largest(label.unit_price, half, 9, size - 1, bold=False)
        low = top + line_height(size) - line_height(small)
        return [
            Text(left, top, label.price, size, True),
            Text(right, low, label.unit_price, small, False, "right"),
        ]
    if only := label.price or label.unit_price:
        size = fonts.largest(only, right - left, 9, big)
        return [Text((left + right) / 2, top, only, size, True, "middle")]
    return []


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Name above, price at the right as large as it can be, the rest at the left."""

    label: Label
    paper: Paper
    dpi: int

    @property
    def left(self):
        return self.paper.side

    @property
    def right(self):
        return self.paper.width - self.paper.side

    @property
    def bottom(self):
        return self.paper.height - self.paper.inset

    def items(self) -> list[Text | Bars]:
        if not (self.label.price or self.label.unit_price):
            raise LabelError(Problem.NO_PRICE)
        items = self.names()
        top = items[-1].box[3]
        column = self.left
        if self.label.code and self.has_room_for_bars(top):
            aside, column = self.bar_column(top)
            items += aside
        else:
            aside = self.small_lines(self.left, self.right, top, self.foot)
            items += aside
            top = max([top, *(item.box[3] for item in aside)])
        return items + self.prices(column, top + GAP / 2)

    def names(self) -> list[Text]:
        """Two lines, one where the label is low; large ones on large labels."""
        size = 11 if self.paper.height >= 34 else 9 if self.paper.height >= 24 else 7.5
        lines = 2 if self.paper.height >= 20 else 1
        room = self.right - self.left
        texts = fonts.wrapped(self.label.name, room, size, lines, bold=True)
        top, high = self.paper.inset, line_height(size)
        return [
            Text(self.left, top + high * row, text, size, True)
            for row, text in enumerate(texts)
        ]

    @property
    def foot(self) -> float:
        """Height kept for the figures where they have the whole width."""
        figures = bool(self.label.price) + bool(self.label.unit_price)
        origin = bool(self.label.large_origin and self.label.origin)
        return (figures + origin) * max(4.2, self.paper.height * 0.2)

    def has_room_for_bars(self, top) -> bool:
        narrow = self.paper.width < 56 or self.paper.height < 25
        return not (narrow or self.label.large_origin) and self.bottom - top >= 10

    def bar_column(self, top):
        symbol = bar_codes.symbol(self.label.code)
        half = (self.right - self.left) * 0.55
        least = bar_codes.choices(self.dpi)[0]
        if (wide := bar_codes.millimetres(symbol, least, self.dpi)) > half:
            raise LabelError(Problem.TOO_NARROW, code=self.label.code)
        end = self.left + min(half, max(wide, 30))
        items = self.small_lines(self.left, end, top, 8)
        top = max([top, *(item.box[3] for item in items)]) + GAP
        room = min(self.bottom - top, 10)
        bars = _with_digits(symbol, (self.left, end), self.bottom, room, self.dpi)
        return items + bars, end + GAP

    def small_lines(self, left, right, top, kept) -> list[Text]:
        texts = [] if self.label.large_origin else [self.label.origin]
        items = []
        for text in filter(None, [*texts, *self.label.lines]):
            if self.bottom - top - line_height(SMALLEST) < kept:
                break
            short = fonts.shortened(text, right - left, SMALLEST)
            items.append(Text(left, top, short, SMALLEST))
            top += line_height(SMALLEST)
        return items

    def prices(self, left, top) -> list[Text]:
        """From the bottom up: unit price, price, and the origin as large as it."""
        label, room, high = self.label, self.right - left, self.bottom - top
        figure, second = label.price or label.unit_price, label.unit_price
        second = second if label.price else ""
        origin = label.origin if label.large_origin else ""
        big = fonts.largest(figure, room, high * (0.62 if second else 1), 60)
        if origin:
            big = min(big, fonts.largest(figure, room, high * 0.42, 60))
            big = max(min(big, fonts.largest(origin, room, high, big)), 9)
        small = fonts.largest(second, room, high * 0.36, big * 0.6) if second else 0
        rows = [(second, small), (figure, big), (origin, big)]
        return self.stacked([row for row in rows if row[0]], room, top)

    def stacked(self, rows, room, top) -> list[Text]:
        items, at = [], self.bottom
        for text, size in rows:
            at -= line_height(size)
            short = fonts.shortened(text, room, size, True)
            items.append(Text(self.right, at, short, size, True, "right"))
        if at < top - GAP / 2 - 0.01 or any(
            item.text.endswith("…") for item in items[:-1]
        ):
            raise LabelError(Problem.TOO_LOW)
        return items
