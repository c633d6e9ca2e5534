# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables without drawn cells: runs of lines whose gaps make the same columns.

A run begins at titles of columns or after white space. Runs with the same columns
are parts of one table, on the same page or on the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from odoo.addons.foodcoop_pdf_page.lib.pdf_frame import Page

from .pdf_lines import Gap, Line, Phrase, common_gaps, gaps_of, holds_amount, lines_of
from .pdf_piece import Piece, column_at, is_list
from .pdf_rows import LEADING, rows_in

FEW = 3  # amounts that make a list where lists with drawn cells stand, too


@dataclass
class _Run:
    page: Page
    lines: list[Line]

    @property
    def anchors(self) -> list[Line]:
        return [line for line in self.lines if line.anchor]

    @property
    def phrases(self) -> list[Phrase]:
        return [phrase for line in self.anchors for phrase in line.phrases]

    @property
    def titles(self) -> list[Line]:
        """What stands above the first product."""
        found = []
        for line in self.lines:
            if line.anchor:
                break
            found.append(line)
        return found


@dataclass
class _Layout:
    """Runs of one table, and the gaps between its columns."""

    gaps: list[Gap]
    runs: list[_Run] = field(default_factory=list)

    def takes(self, run: _Run, gaps: list[Gap]) -> bool:
        """Joins a run whose columns are the table's; a narrower run may lack some."""
        if len(gaps) >= len(self.gaps):
            common = common_gaps(gaps, _with_margins(self.gaps, self.phrases()))
        else:
            common = common_gaps(self.gaps, _with_margins(gaps, run.phrases))
        if common is None and not (len(run.anchors) < 3 and self.fits(run)):
            return False
        self.gaps = common or self.gaps
        self.runs.append(run)
        return True

    def phrases(self) -> list[Phrase]:
        return [phrase for run in self.runs[-3:] for phrase in run.phrases]

    def fits(self, run: _Run) -> bool:
        """No phrase lies over a gap."""
        middles = [(start + end) / 2 for start, end in self.gaps]
        return bool(middles) and not any(
            phrase.left < middle < phrase.right
            for phrase in run.phrases
            for middle in middles
        )


def gap_pieces(pages: Sequence[tuple[Page, Sequence]], ruled: bool) -> list[Piece]:
    """Lists found by gaps alone; ``pages`` come with the words no grid has taken."""
    layouts: list[_Layout] = []
    for page, words in pages:
        for run in _runs(page, lines_of(page, words)):
            gaps = gaps_of(run.phrases, len(run.anchors))
            if not any(layout.takes(run, gaps) for layout in layouts[::-1]) and gaps:
                layouts.append(_Layout(gaps, [run]))
    return [
        piece for layout in layouts for piece in _pieces(layout, FEW if ruled else 1)
    ]


def _with_margins(gaps: list[Gap], phrases: Sequence[Phrase]) -> list[Gap]:
    """Beside what a part shows there may be columns that it leaves empty."""
    left = min((phrase.left for phrase in phrases), default=0)
    right = max((phrase.right for phrase in phrases), default=0)
    return [(-1e6, left), *gaps, (right, 1e6)]


def _runs(page: Page, lines: list[Line]) -> Iterator[_Run]:
    """Runs that hold a product; lines too far from any are left to the letterhead."""
    pitch = _pitch(lines)
    run: list[Line] = []
    for before, line, after in zip(
        [None, *lines], lines, [*lines[1:], None], strict=False
    ):
        if before and _begins(before, line, after, pitch):
            yield from _run(page, run, pitch)
            run = []
        run.append(line)
    yield from _run(page, run, pitch)


def _pitch(lines: Sequence[Line]) -> float:
    steps = sorted(
        below.base - above.base
        for above, below in pairwise([line for line in lines if line.anchor])
    )
    return steps[len(steps) // 3] if steps else 0.0


def _begins(before: Line, line: Line, after: Line | None, pitch: float) -> bool:
    """White space, or titles of columns; a title's first line may stand alone."""
    if line.base - before.base > 3.2 * max(pitch, 1.2 * line.size):
        return True
    if before.wordy:
        return False
    if line.wordy:
        return len(before.phrases) > 1 or not _together(before, line)
    alone = len(line.phrases) == 1 and after is not None and after.wordy
    return alone and _together(line, after)


def _together(above: Line, below: Line) -> bool:
    return below.base - above.base <= LEADING * below.size


def _run(page: Page, lines: list[Line], pitch: float) -> Iterator[_Run]:
    """The run from its titles to its last product, and what stands close below."""
    anchors = [number for number, line in enumerate(lines) if line.anchor]
    if not anchors:
        return
    first, last = anchors[0], anchors[-1]
    close = 1.5 * max(pitch, 1.2 * lines[first].size)
    while first and _opens(lines[first - 1], lines[first], close):
        first -= 1
    while last + 1 < len(lines) and _follows(
        lines[last], lines[last + 1], pitch, close
    ):
        last += 1
    yield _Run(page, lines[first : last + 1])


def _opens(above: Line, first: Line, close: float) -> bool:
    """Titles may stand apart from the first row; a letterhead, with its dates and
    numbers, stands apart from titles."""
    step = first.base - above.base
    if first.wordy:
        return step <= LEADING * first.size
    titles = above.wordy and not any(map(str.isdigit, above.text))
    return titles or step <= close


def _follows(last: Line, below: Line, pitch: float, close: float) -> bool:
    """A line as near as rows are, or a little farther with a price in it."""
    step = below.base - last.base
    if below.size > 1.2 * last.size:
        return False
    return step <= min(close, 1.15 * pitch) or (
        step <= close and holds_amount(below.text)
    )


def _pieces(layout: _Layout, amounts: int) -> Iterator[Piece]:
    phrases = [phrase for run in layout.runs for phrase in run.phrases]
    gaps = gaps_of(phrases, sum(len(run.anchors) for run in layout.runs))
    if not gaps:
        return
    gaps = sorted([*gaps, *_titled_gaps(layout, _cuts(gaps, phrases))])
    gaps = [_beside_titles(gap, layout) for gap in gaps]
    cuts = _cuts(gaps, phrases)
    found = [_piece(run, cuts) for run in layout.runs]
    if is_list([row for piece in found for row in piece.rows], amounts):
        yield from found


def _beside_titles(gap: Gap, layout: _Layout) -> Gap:
    """A gap without the titles, wider than their columns, that stand in it."""
    start, end = gap
    for title in (one for run in layout.runs for one in run.titles if one.wordy):
        for phrase in title.phrases:
            if phrase.left <= gap[0] < phrase.right < end:
                start = max(start, phrase.right)
            elif start < phrase.left < gap[1] <= phrase.right:
                end = min(end, phrase.left)
    return (start, end) if end > start else gap


def _cuts(gaps: Sequence[Gap], phrases: Sequence[Phrase]) -> tuple[float, ...]:
    left = min(phrase.left for phrase in phrases)
    right = max(phrase.right for phrase in phrases)
    return (left, *((start + end) / 2 for start, end in gaps), right)


def _titled_gaps(layout: _Layout, cuts: Sequence[float]) -> list[Gap]:
    """Two titles over one column: it is two where words leave a gap between them."""
    found: list[Gap] = []
    words = [
        word
        for run in layout.runs
        for line in run.anchors
        for phrase in line.phrases
        for word in phrase.words
    ]
    rows = sum(len(run.anchors) for run in layout.runs)
    for title in (line for run in layout.runs[:1] for line in run.titles if line.wordy):
        for one, two in pairwise(title.phrases):
            column = column_at(cuts, (one.left + one.right) / 2)
            if column != column_at(cuts, (two.left + two.right) / 2):
                continue
            left, right = cuts[column : column + 2]
            inside = [word for word in words if left <= word.left < right]
            found += [
                gap
                for gap in gaps_of(inside, rows)
                if gap[1] > one.left + 2 and gap[0] < two.right - 2
            ][:1]
    return found


def _piece(run: _Run, cuts: tuple[float, ...]) -> Piece:
    words = frozenset(
        word for line in run.lines for phrase in line.phrases for word in phrase.words
    )
    return Piece(
        run.page.number,
        cuts,
        tuple(rows_in(run.page, run.lines, cuts)),
        min(word.top for word in words),
        max(word.bottom for word in words),
        words=words,
    )
