# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a price list says, row by row; and how its columns were understood."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from odoo.addons.foodcoop_sheet.lib.table import Facts
from odoo.addons.foodcoop_words.lib.cells import plain
from odoo.addons.foodcoop_words.lib.packs import Terms

from .mapping import Mapping

PRODUCT, SECTION, HEADER, BLANK = "product", "section", "header", "blank"
IGNORED, PROBLEM = "ignored", "problem"


@dataclass(frozen=True)
class Offer:
    """One product row, as the supplier offers it.

    ``price`` is as written (less its discount, where a person said so), for what
    ``terms`` says (a kilogram, a piece, an inner pack, a case), without VAT unless
    ``net`` is False. ``content`` is the net content of one piece in ``content_unit``
    (kg or l). ``vat`` is a percentage.
    """

    sheet: str
    row: int
    name: str
    code: str = ""
    gtin: str = ""
    section: str = ""
    price: Decimal | None = None
    pack_text: str = ""
    unit_text: str = ""
    terms: Terms = Terms()
    doubts: tuple[str, ...] = ()
    block: int = 1
    page: int = 0
    currency: str = ""
    net: bool = True
    vat: Decimal | None = None
    content: Decimal | None = None
    content_unit: str = ""
    brand: str = ""
    origin: str = ""
    labels: tuple[str, ...] = ()
    category: str = ""
    available: bool = True
    withdrawn: bool = False  # the list itself says: no longer sold
    advised_price: Decimal | None = None

    @property
    def title(self) -> str:
        """The name that stands alone: "SALMON, whole 2/3"."""
        if not self.section or self.name.startswith(self.section):
            return self.name
        return f"{self.section}, {self.name}"

    @property
    def key(self) -> str:
        """What recognises it next time: its code, or its name in a list without."""
        return self.code or plain(self.title)


@dataclass(frozen=True)
class SourceRow:
    """A row that is no product: which kind, and why; ``column`` names the cell.

    ``cells``: every cell that is wrong, as (column, reason); ``column`` is the first.
    """

    sheet: str
    row: int
    kind: str
    reason: str = ""
    text: str = ""
    block: int = 1
    page: int = 0
    column: int = 0
    cells: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Column:
    """One column as it was understood. ``confidence`` runs from 0 to 1."""

    sheet: str
    column: int
    role: str
    title: str = ""
    confidence: float = 1.0
    block: int = 1


@dataclass(frozen=True)
class Question:
    """What only a person knows of this list; the answer is kept in the mapping.

    ``code``: basis (what is the price for), price (which of several columns), net
    (without or with VAT), vat (what a VAT word means), code_length (zeros lost?).
    discount (are prices before or after the column of discounts?),
    unit (what a unit word means), column (where a column of the last list is) and
    pack (the title of the column that says what a case holds; piece: it is one piece).
    ``options`` are answers to choose from, the likeliest first; ``about`` is the word
    or column asked about ("#price": the one that held prices, and had no title).
    """

    code: str
    options: tuple[str, ...] = ()
    about: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Reading:
    offers: tuple[Offer, ...]
    others: tuple[SourceRow, ...]
    columns: tuple[Column, ...] = ()
    questions: tuple[Question, ...] = ()
    facts: Facts = Facts()
    currency: str = ""
    mapping: Mapping = field(default_factory=Mapping)
    notes: tuple[str, ...] = ()
    hidden_rows: int = 0
    hidden_columns: int = 0
    sender: str = ""  # who seems to have written it
    language: str = ""  # of the titles: fr, en, de, nl, es, it or ""
    kind: str = ""  # of the file, see ``Document``

    @property
    def counts(self) -> dict[str, int]:
        kinds = Counter(row.kind for row in self.others)
        return {PRODUCT: len(self.offers), **dict(sorted(kinds.items()))}

    def of(self, kind: str) -> tuple[SourceRow, ...]:
        return tuple(row for row in self.others if row.kind == kind)
