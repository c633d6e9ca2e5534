# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many packs to order, and why.

The number and its sentence are both functions of the stored ``Terms``, so they
cannot disagree.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from .calendar import Window
from .demand import ZERO, Demand


class Reason(StrEnum):
    """What a person should know about a proposed number."""

    NEEDED = "needed"
    ENOUGH = "enough"
    EMPTY_SHELF = "empty_shelf"
    LITTLE_DATA = "little_data"
    COUNT_ME = "count_me"


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything a proposal was made from; plain enough to be stored."""

    rate: Decimal
    usable_days: int
    empty_days: int
    little_data: bool
    coverage_days: int
    until: date
    safety_days: int
    on_hand: Decimal
    on_order: Decimal
    pack: Decimal

    def as_json(self) -> dict[str, object]:
        """As a JSON column holds it."""
        return {
            name: str(value) if isinstance(value, Decimal | date) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, object]) -> "Terms":
        """The same terms again."""
        read = {"Decimal": Decimal, "date": date.fromisoformat}
        return cls(
            **{
                field.name: read.get(field.type.__name__, field.type)(
                    stored[field.name]
                )
                for field in fields(cls)
            }
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whole packs, and how they come about."""

    terms: Terms
    packs: int
    wanted: Decimal
    missing: Decimal
    reasons: tuple[Reason, ...]

    @property
    def quantity(self) -> Decimal:
        return self.packs * self.terms.pack


def terms(
    demand: Demand,
    window: Window,
    *,
    safety_days: int,
    on_hand: Decimal,
    on_order: Decimal,
    pack: Decimal,
) -> Terms:
    """Gather what was learnt about a product into the terms of a proposal."""
    return Terms(
        rate=demand.rate,
        usable_days=demand.usable_days,
        empty_days=demand.empty_days,
        little_data=demand.has_little_data,
        coverage_days=window.coverage_days,
        until=window.covers_until,
        safety_days=safety_days,
        on_hand=on_hand,
        on_order=on_order,
        pack=pack,
    )


def propose(terms: Terms) -> Proposal:
    """Up to what sells until the arrival after next, in whole packs.

    Stock below zero is a wrong count, not a want; an empty product of which
    nothing is coming gets one pack, or its sales would never be seen again.
    """
    wanted = terms.rate * (terms.coverage_days + terms.safety_days)
    there = max(terms.on_hand, ZERO) + terms.on_order
    missing = max(wanted - there, ZERO)
    packs = to_packs(missing, terms.pack)
    is_probe = not packs and there <= 0
    return Proposal(
        terms=terms,
        packs=1 if is_probe else packs,
        wanted=wanted,
        missing=missing,
        reasons=_reasons(terms, packs, is_probe),
    )


def to_packs(missing: Decimal, pack: Decimal) -> int:
    """Round up to whole packs.

    >>> to_packs(Decimal(7), Decimal(6))
    2
    """
    return int((missing / pack).to_integral_value(ROUND_CEILING))


def plain(number: Decimal) -> str:
    """A quantity as people write it.

    >>> plain(Decimal("2.10")), plain(Decimal("14.000")), plain(Decimal("300"))
    ('2.1', '14', '300')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _reasons(terms: Terms, packs: int, is_probe: bool) -> tuple[Reason, ...]:
    enough = Reason.EMPTY_SHELF if is_probe else Reason.ENOUGH
    main = Reason.NEEDED if packs else enough
    doubts = {
        Reason.LITTLE_DATA: terms.little_data,
        Reason.COUNT_ME: terms.on_hand < 0,
    }
    return (main, *(reason for reason, holds in doubts.items() if holds))
