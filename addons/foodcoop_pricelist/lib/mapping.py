# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is remembered of a supplier's list, so that the next one asks nothing.

It holds no price: it can be given to another shop as a small text file.
"""

import json
import re
from collections.abc import Mapping as Dict
from dataclasses import asdict, dataclass, field, replace

from odoo.addons.foodcoop_words.lib.cells import plain
from odoo.addons.foodcoop_words.lib.units import CASE, INNER, KG, LITRE, PIECE

VERSION = 1
MAX_TEXT = 200_000
BASES = ("", KG, LITRE, PIECE, INNER, CASE)
SEVERAL = ("label", "category", "variant")  # roles that several columns may have
_RATE = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?")
_MONEY = re.compile(r"(?:[€$£]|\b(?:eur|chf)\b)|(?<![\d/,.])\d+[.,]\d\d(?![\d/,.])")


class MappingError(Exception):
    """A text that is no mapping: a reason code."""


@dataclass(frozen=True)
class Remembered:
    """A column: what it holds, how it was titled, where it stood."""

    role: str
    column: int
    title: str = ""
    sheet: str = ""
    block: int = 1

    @property
    def told(self) -> str:
        """How a question names it: by its title, else by what it holds ("#price")."""
        return self.title or f"#{self.role}"

    def is_sound(self) -> bool:
        texts = _all_texts((self.role, self.title, self.sheet))
        return texts and _is_number(self.column, 1) and _is_number(self.block, 1)


@dataclass(frozen=True)
class Mapping:
    """``basis``: what the price is for where the list does not say it (kg, l, piece,
    inner, case). ``net``: False where prices hold VAT, None where nobody was asked;
    ``net_title``: the price's title that was asked about, where it said the opposite.
    ``discounted``: False where the column of discounts is still to be taken off.
    ``vat`` and ``units``: the list's own words -> percentage, unit. ``ignored`` and
    ``kept``: rows (their plain text) that a person left out, or took in.
    ``order_column``: where this supplier wants the quantity ordered.
    """

    columns: tuple[Remembered, ...] = ()
    basis: str = ""
    net: bool | None = None
    discounted: bool | None = None
    net_title: str = ""
    vat: Dict[str, str] = field(default_factory=dict)
    units: Dict[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    price_title: str = ""
    code_length: int = 0
    order_column: int = 0
    sender_words: tuple[str, ...] = ()  # texts that recognise this supplier's files

    def with_role(self, column: int, role: str, *, sheet="", block=1, title=""):
        """The same, with this column holding something else ("" for nothing)."""
        several = role in ("", *SEVERAL)
        others = tuple(
            known
            for known in self.columns
            if (known.sheet, known.block) != (sheet, block)
            or (known.column != column and (several or known.role != role))
        )
        new = Remembered(role, column, title, sheet, block)
        return replace(self, columns=(*others, new))

    def as_dict(self) -> dict:
        """Plain data; rows that were left out are named without their prices."""
        content = {"foodcoop price list": VERSION, **asdict(self)}
        for rows in ("ignored", "kept"):
            content[rows] = [row_key(text) for text in content[rows]]
        return content

    def as_text(self) -> str:
        """As a small file that another shop can read."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)

    @classmethod
    def from_text(cls, text: str) -> "Mapping":
        """The mapping a text holds; raises MappingError with a reason code."""
        if len(text) > MAX_TEXT:
            raise MappingError("no_mapping")
        try:
            content = json.loads(text)
            version = content.pop("foodcoop price list")
            if version != VERSION:
                raise MappingError("other_version")
            columns = tuple(Remembered(**one) for one in content.pop("columns"))
            lists = {
                key: tuple(value) if isinstance(value, list) else value
                for key, value in content.items()
            }
            mapping = cls(columns=columns, **lists)
        except (
            ValueError,
            TypeError,
            AttributeError,
            KeyError,
            RecursionError,
        ) as error:
            raise MappingError("no_mapping") from error
        if not mapping._is_sound():
            raise MappingError("no_mapping")
        return mapping

    def _is_sound(self) -> bool:
        """Every field holds what it should: a stranger may have written the text."""
        dicts = all(
            isinstance(one, dict) and _all_texts((*one, *one.values()))
            for one in (self.vat, self.units)
        )
        rows = (self.ignored, self.kept, self.sender_words)
        titles = (self.basis, self.price_title, self.net_title)
        return (
            dicts
            and all(column.is_sound() for column in self.columns)
            and all(map(_all_texts, (titles, *rows)))
            and self.basis in BASES
            and all(
                one is None or isinstance(one, bool)
                for one in (self.net, self.discounted)
            )
            and all(value in BASES for value in self.units.values())
            and all(map(_RATE.fullmatch, self.vat.values()))
            and _is_number(self.code_length, 0)
            and _is_number(self.order_column, 0)
        )


def row_key(text: str) -> str:
    """What names a row next time: its words, without sums of money.

    >>> row_key("Frais de port | 12,50 €"), row_key("Colin 2,5/3 | 12.20")
    ('frais de port', 'colin 2,5/3')
    """
    return " ".join(_MONEY.sub(" ", plain(text)).replace("|", " ").split())


def _all_texts(values) -> bool:
    return isinstance(values, tuple) and all(isinstance(one, str) for one in values)


def _is_number(value, least: int) -> bool:
    return (
        isinstance(value, int)
        and not isinstance(value, bool)
        and least <= value <= 9999
    )
