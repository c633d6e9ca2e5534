# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a scan means in this shop: product, unit, quantity, and what to ask.

The caller looks up who bears ``wanted(explanation)`` and what the ledger knows;
``decide`` says what follows. The twin for terminals without a network stands in
``static/src/model/resolve.js``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from .explanation import Explanation, Kind, Reason, Validity
from .key import stored_key
from .lookup import Bearer, Known, wanted

GRAM = Decimal("0.001")
POUND = Decimal("0.45359237")
HEAVY = Decimal(25)
_WEIGHTS = {"310": Decimal(1), "320": POUND}


class Outcome(StrEnum):
    """What is to be done, besides the reasons of an explanation."""

    FOUND = "found"
    ASK_MEASURE = "ask_measure"
    NO_UNIT_PRICE = "no_unit_price"
    IMPLAUSIBLE = "implausible"
    CONFIRM = "confirm"
    SEVERAL = "several_products"
    ARCHIVED = "archived"
    CASE = "case_of"
    RETIRED = "retired"
    RESERVED = "reserved"
    PASSED_OVER = "passed_over"
    FOREIGN = "foreign"
    NOBODYS = "ours_but_nobodys"
    NO_ITEM = "names_no_item"
    UNKNOWN = "unknown"


_OF_STATE = {
    "retired": Outcome.RETIRED,
    "reserved": Outcome.RESERVED,
    "skipped": Outcome.PASSED_OVER,
    "foreign": Outcome.FOREIGN,
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """A scan in this shop. Nothing is counted or sold unless ``bool()`` of it.

    ``quantity`` is in ``uom_id``; ``price`` is the total a label names and stays as
    it is. With a reason to ask, ``product_id`` is who would be meant.
    """

    explanation: Explanation
    reason: str
    product_id: int | None = None
    uom_id: int | None = None
    quantity: Decimal = Decimal(0)
    factor: Decimal = Decimal(1)
    price: Decimal | None = None
    weight: Decimal | None = None
    lot: str = ""
    best_before: date | None = None
    expiry: date | None = None
    name: str = ""
    range_name: str = ""
    product_ids: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self.reason == Outcome.FOUND


def decide(
    explanation: Explanation, bearers: Iterable[Bearer], known: Known | None = None
) -> Resolution:
    """What a scan is, given who bears one of its keys."""
    keys = wanted(explanation)
    by_key: dict[str, list[Bearer]] = {}
    for bearer in bearers:
        by_key.setdefault(stored_key(bearer.barcode), []).append(bearer)
    own = [bearer for key in keys.own for bearer in by_key.get(key, ())]
    labelled = by_key.get(keys.base, []) if keys.base else []
    living = [bearer for bearer in (*own, *labelled) if bearer.active]
    if len({bearer.product_id for bearer in living}) > 1:
        ids = tuple(dict.fromkeys(bearer.product_id for bearer in living))
        return Resolution(explanation, Outcome.SEVERAL, product_ids=ids)
    if living:
        return _found(explanation, living[0], living[0] not in own)
    if own or labelled:
        return _about(explanation, Outcome.ARCHIVED, (own + labelled)[0])
    if by_key.get(keys.inner):
        return _about(explanation, Outcome.CASE, by_key[keys.inner][0])
    return _unknown(explanation, known)


def _found(explanation: Explanation, bearer: Bearer, labelled: bool) -> Resolution:
    found = replace(
        _about(explanation, Outcome.FOUND, bearer),
        uom_id=bearer.uom_id,
        quantity=Decimal(1),
        factor=bearer.factor,
    )
    if explanation.valid is Validity.REPAIR:
        return replace(found, reason=Outcome.CONFIRM)
    if explanation.kind is Kind.GS1_128:
        return _with_identifiers(found, bearer)
    return _with_label(found, bearer) if labelled else found


def _about(explanation: Explanation, reason: str, bearer: Bearer) -> Resolution:
    return Resolution(
        explanation,
        reason,
        product_id=bearer.product_id,
        product_ids=(bearer.product_id,),
        name=bearer.name,
    )


def _with_label(found: Resolution, bearer: Bearer) -> Resolution:
    """Price, weight or count as the label says."""
    kind, value = found.explanation.what, found.explanation.label.value
    own = replace(found, uom_id=bearer.own_uom_id, factor=Decimal(1))
    if not value and bearer.per_kg is None:
        return own
    if not value:
        return replace(own, reason=Outcome.ASK_MEASURE, quantity=Decimal(0))
    if kind is Kind.COUNT:
        return replace(own, quantity=value)
    if kind is Kind.WEIGHT:
        return _weighing(own, bearer, value)
    return _costing(own, bearer, value)


def _weighing(found: Resolution, bearer: Bearer, kg: Decimal) -> Resolution:
    """So many kilograms; of goods by the piece it is still one piece."""
    if bearer.per_kg is None:
        return replace(found, weight=kg)
    quantity = (kg * bearer.per_kg).quantize(GRAM)
    return replace(
        found,
        weight=kg,
        quantity=quantity,
        uom_id=bearer.own_uom_id,
        factor=Decimal(1),
        reason=Outcome.IMPLAUSIBLE if implausible(kg) else found.reason,
    )


def _costing(found: Resolution, bearer: Bearer, price: Decimal) -> Resolution:
    """The customer pays what the label says; the quantity follows from the price."""
    priced = replace(found, price=price)
    if bearer.per_kg is None:
        return priced
    if bearer.unit_price <= 0:
        return replace(priced, reason=Outcome.NO_UNIT_PRICE, quantity=Decimal(0))
    kg = (price / bearer.unit_price / bearer.per_kg).quantize(GRAM)
    return _weighing(priced, bearer, kg)


def implausible(kg: Decimal) -> bool:
    """A weight that a person should look at before it is believed.

    >>> implausible(Decimal("2.7")), implausible(Decimal("27"))
    (False, True)
    """
    return not 0 < kg <= HEAVY


def _with_identifiers(found: Resolution, bearer: Bearer) -> Resolution:
    """Lot, dates, weight, count and price that travel with a GS1-128."""
    told = found.explanation.decoded
    count = told.get("37") or told.get("30") or ""
    found = replace(
        found,
        lot=told.get("10", ""),
        best_before=_date(told.get("15") or told.get("16")),
        expiry=_date(told.get("17")),
        quantity=Decimal(count) if count.isdigit() else found.quantity,
    )
    for identifier, value in told.items():
        if identifier[:3] in _WEIGHTS:
            kg = Decimal(value.split()[0]) * _WEIGHTS[identifier[:3]]
            return _weighing(found, bearer, kg.quantize(GRAM))
        if identifier[:3] == "392":
            return _costing(found, bearer, Decimal(value))
    return found


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _unknown(explanation: Explanation, known: Known | None) -> Resolution:
    if known:
        return Resolution(
            explanation,
            _OF_STATE.get(known.state, Outcome.NOBODYS),
            name=known.name,
            range_name=known.range_name,
        )
    if not explanation or explanation.reason is Reason.NOT_A_PRODUCT:
        return Resolution(explanation, explanation.reason)
    nameless = explanation.kind is Kind.GS1_128 and not explanation.code
    return Resolution(explanation, Outcome.NO_ITEM if nameless else Outcome.UNKNOWN)
