# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every reader makes of a file: plain sheets, and what the file says of itself.

Values only: nothing is executed, no link is followed. Rows and columns count from 1,
as a spreadsheet shows them. A PDF's tables are sheets too: each row knows its page,
each cell where it stands on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

# Why a file cannot be read; ``ReadError.place`` names the sheet, page, row or limit.
EMPTY_FILE = "empty_file"
WRONG_EXTENSION = "wrong_extension"  # the content is not what the name says
UNKNOWN_KIND = "unknown_kind"  # nothing we read
TOO_BIG = "too_big"
TOO_MANY_ROWS = "too_many_rows"
TOO_MANY_PAGES = "too_many_pages"
TOO_LONG = "too_long"  # reading took more time or memory than a price list may
PASSWORD = "password"  # noqa: S105
NOT_A_WORKBOOK = "not_a_workbook"  # damaged
UNSAFE = "unsafe"  # XML that defines entities: they grow, or fetch other files
NO_TABLE = "no_table"
NO_TEXT = "no_text"  # a PDF that is a picture
UNREADABLE_TEXT = "unreadable_text"  # a PDF whose letters mean nothing
CANCELLED = "cancelled"

# What a person should know of a file that was read all the same.
MACROS = "macros"
EXTERNAL_LINKS = "external_links"
COLUMNS_CUT = "columns_cut"  # what stands further right than any list was left out
OTHER_KIND = "other_kind"  # the name says another kind of file; read as what it is
OCR = "ocr"  # read from a picture: every row is to be confirmed
PICTURE_PAGES = "picture_pages"  # some pages are pictures: their rows are missing

FULL, PARTIAL, SPECIAL = "full", "partial", "special"


class ReadError(Exception):
    """The file cannot be read: a reason code, and where."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(f"{reason} {place}".strip())
        self.reason = reason
        self.place = place


@dataclass(frozen=True)
class CellError:
    """A cell that holds no value: ``#VALUE!``, or a formula never calculated."""

    text: str


Value = None | str | int | Decimal | date | bool | CellError
Box = tuple[float, float, float, float]  # left, top, right, bottom, in points


@dataclass(frozen=True)
class Sheet:
    """One sheet, or one table that goes on over pages.

    ``roles``: columns that the file's own standard names (BNN, UBL), as role ->
    column; the first row then holds their titles. ``pages``: the page of each row.
    ``boxes``: where the cell (row, column) stands on its page. ``formulas``: what is
    computed where.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()  # top, left, bottom, right
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    roles: Mapping[str, int] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    boxes: Mapping[tuple[int, int], Box] = field(default_factory=dict)
    _above: dict = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for top, left, bottom, _right in self.merged:
            for row in range(top + 1, bottom + 1):
                self._above[row, left] = top

    def value(self, row: int, column: int) -> Value:
        cells = self.rows[row - 1]
        return cells[column - 1] if column <= len(cells) else None

    def merged_from(self, row: int, column: int) -> int | None:
        """The row whose merged cell reaches down to this one."""
        return self._above.get((row, column))

    def is_blank(self, row: int) -> bool:
        return all(value is None for value in self.rows[row - 1])

    def page(self, row: int) -> int:
        """The page that a row stands on; 0 in a workbook."""
        return self.pages[row - 1] if self.pages else 0


@dataclass(frozen=True)
class Facts:
    """What a file says of itself. ``scope``: full, partial, special or "" (unsaid)."""

    sender: str = ""
    title: str = ""
    currency: str = ""  # ISO 4217
    issued: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    scope: str = ""


@dataclass(frozen=True)
class Document:
    """A file that was read: ``kind`` is xlsx, xls, ods, csv, bnn, ubl, xml or pdf."""

    kind: str
    sheets: tuple[Sheet, ...]
    facts: Facts = Facts()
    notes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()  # lines outside tables: letterhead, footer, date
