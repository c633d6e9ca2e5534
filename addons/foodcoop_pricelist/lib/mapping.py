# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is remembered of a supplier's list, so that the next one asks nothing.

It holds no price: it can be given to another shop as a small text file.
"""

import json
from collections.abc import Mapping as Dict
from dataclasses import asdict, dataclass, field, replace

VERSION = 1


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


@dataclass(frozen=True)
class Mapping:
    """``basis``: what the price is for where the list does not say it (kg, l, piece,
    inner, case). ``net``: False where prices hold VAT, None where nobody was asked.
    ``vat`` and ``units``: the list's own words -> percentage, unit. ``ignored`` and
    ``kept``: rows (their plain text) that a person left out, or took in.
    ``order_column``: where this supplier wants the quantity ordered.
    """

    columns: tuple[Remembered, ...] = ()
    basis: str = ""
    net: bool | None = None
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
        others = tuple(
            known
            for known in self.columns
            if (known.sheet, known.block) != (sheet, block)
            or (known.column != column and known.role != role)
        )
        new = Remembered(role, column, title, sheet, block)
        return replace(self, columns=(*others, new))

    def as_text(self) -> str:
        """As a small file that another shop can read."""
        content = {"foodcoop price list": VERSION, **asdict(self)}
        return json.dumps(content, ensure_ascii=False, indent=1)

    @classmethod
    def from_text(cls, text: str) -> "Mapping":
        """The mapping a text holds; raises MappingError with a reason code."""
        try:
            content = json.loads(text)
            version = content.pop("foodcoop price list")
            columns = tuple(Remembered(**one) for one in content.pop("columns"))
            lists = {
                key: tuple(value) if isinstance(value, list) else value
                for key, value in content.items()
            }
            if version != VERSION:
                raise MappingError("other_version")
            return cls(columns=columns, **lists)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise MappingError("no_mapping") from error
