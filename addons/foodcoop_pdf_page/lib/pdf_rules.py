# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lines drawn on a page: strokes, thin bars and the edges of filled areas."""

import ctypes
import math
from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from .pdf_frame import Frame, Rule

MAX_SEGMENTS = 40_000  # of one page; beyond, it is a drawing
THIN = 2.5  # points: a bar so thin is a line
NEAR = 1.5  # points: lines so near are one
SHORT = 5.0  # points: a stroke of a letter or a logo, no table's line
_PAIR = tuple[tuple[float, float], tuple[float, float]]


def drawn_lines(
    objects: Iterable[tuple], frame: Frame
) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Lines across and lines down, pieces of one line joined."""
    across: list[Rule] = []
    down: list[Rule] = []
    for (x1, y1), (x2, y2) in _budget(_segments(objects)):
        (left, top), (right, bottom) = frame.seen(x1, y1), frame.seen(x2, y2)
        if abs(top - bottom) <= NEAR / 2:
            across.append(Rule((top + bottom) / 2, min(left, right), max(left, right)))
        elif abs(left - right) <= NEAR / 2:
            down.append(Rule((left + right) / 2, min(top, bottom), max(top, bottom)))
    return joined(across), joined(down)


def joined(rules: list[Rule], gap: float = 3.0) -> tuple[Rule, ...]:
    """Lines at nearly the same place become one where their pieces meet.

    >>> joined([Rule(10, 0, 50), Rule(10.4, 51, 90), Rule(30, 0, 2)])
    (Rule(at=10.2, start=0, end=90),)
    """
    found: list[Rule] = []
    for group in _near(rules):
        at = sum(rule.at for rule in group) / len(group)
        start = end = None
        for rule in sorted(group, key=lambda one: one.start):
            if end is not None and rule.start > end + gap:
                found.append(Rule(at, start, end))
                start = end = None
            start = rule.start if start is None else start
            end = rule.end if end is None else max(end, rule.end)
        found.append(Rule(at, start, end))
    return tuple(rule for rule in found if rule.end - rule.start >= SHORT)


def _near(rules: list[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _budget(segments: Iterable[_PAIR]) -> Iterator[_PAIR]:
    for count, segment in enumerate(segments):
        if count == MAX_SEGMENTS:
            return
        yield segment


def _segments(objects: Iterable[tuple]) -> Iterator[_PAIR]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for item, kind, outer in objects:
        if kind != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPath_GetDrawMode(item, fill, stroke):
            continue
        if stroke.value:
            yield from _pairs(_points(item, outer))
        elif fill.value:
            yield from _edges(_points(item, outer), _is_white(item))


def _points(item, outer) -> Iterator[list[tuple[float, float]]]:
    """Each straight-lined figure of a path, as the points that it goes through."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    place = pdfium.PdfMatrix.from_raw(matrix)
    place = place.multiply(outer) if outer else place
    x, y = ctypes.c_float(), ctypes.c_float()
    figure: list[tuple[float, float]] = []
    for index in range(min(raw.FPDFPath_CountSegments(item), MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = place.on_point(x.value, y.value)
        if not all(map(math.isfinite, point)):
            continue
        if kind != raw.FPDF_SEGMENT_LINETO:
            yield figure
            figure = []
        figure.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield [*figure, figure[0]]
            figure = []
    yield figure


def _pairs(figures: Iterable[list[tuple[float, float]]]) -> Iterator[_PAIR]:
    for figure in figures:
        yield from zip(figure, figure[1:], strict=False)


def _edges(
    figures: Iterable[list[tuple[float, float]]], white: bool
) -> Iterator[_PAIR]:
    """A thin bar is one line; a coloured area has four, white paper has none."""
    for figure in figures:
        if len(figure) < 4:
            continue
        xs, ys = zip(*figure, strict=True)
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
        if top - bottom <= THIN:
            middle = (top + bottom) / 2
            yield (left, middle), (right, middle)
        elif right - left <= THIN:
            middle = (left + right) / 2
            yield (middle, bottom), (middle, top)
        elif not white:
            yield from _pairs([figure])


def _is_white(item) -> bool:
    colours = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *colours):
        return False
    return all(colour.value > 250 for colour in colours[:3])


def clip_of(item) -> tuple[float, float]:
    """From which x to which x a text may paint, in the PDF's axes."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    left, right = -math.inf, math.inf
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(min(raw.FPDFClipPath_CountPaths(clip) if clip else 0, 20)):
        xs = []
        for index in range(min(raw.FPDFClipPath_CountPathSegments(clip, path), 20)):
            segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
            if raw.FPDFPathSegment_GetPoint(segment, x, y):
                xs.append(x.value)
        if xs:
            left, right = max(left, min(xs)), min(right, max(xs))
    return left, right
