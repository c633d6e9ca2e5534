# SPDX-License-Identifier: AGPL-3.0-or-later
"""The door through which a terminal's events come in: read strictly, once."""

from collections.abc import Container, Mapping
from datetime import UTC, date, datetime

from .tally import COUNTING

# What the door lets in; the terminal itself refuses a typed number far below it.
MAX_QUANTITY = 1_000_000
MAX_PRICE = 10_000_000
YEARS = range(1970, 3000)  # Odoo and PostgreSQL write others so that neither reads them


class UnreadableEvent(ValueError):
    """What came makes no event: a field is missing, or holds nonsense."""


def parse_event(
    raw: Mapping, kinds: Container[str], reasons: Container[str] = ()
) -> dict:
    """An event as it will be kept: texts cut, grams rounded, the time in UTC.

    :param kinds: the kinds of events that are known.
    :param reasons: the reasons that an event may give.
    :raises UnreadableEvent: nothing of it may be kept then.
    """
    try:
        event = {
            "uuid": plain_text(raw["uuid"], 64),
            "kind": str(raw["kind"]),
            "product": _number(raw["product"]),
            "quantity": round(float(raw["quantity"]), 3),
            "code": plain_text(raw["code"], 256),
            "reverses": plain_text(raw["reverses"], 64) or None,
            "at": _moment(raw["at"]),
            "person": plain_text(raw.get("person"), 64),
            **_facts(raw),
        }
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise UnreadableEvent(str(error)) from error
    if not event["uuid"] or event["kind"] not in kinds:
        raise UnreadableEvent(f"no event: {raw!r:.200}")
    if event["reason"] and event["reason"] not in reasons:
        raise UnreadableEvent(f"no reason: {event['reason']!r:.50}")
    if not abs(event["quantity"]) <= MAX_QUANTITY:
        raise UnreadableEvent(f"impossible quantity: {event['quantity']}")
    return event


def parse_wish(raw: Mapping) -> dict:
    """Who wanted to close a delivery and when; a terminal may send the wish twice.

    :raises UnreadableEvent: as for an event.
    """
    try:
        return {
            "closing_uuid": plain_text(raw.get("uuid"), 64) or None,
            "closed_person": plain_text(raw.get("person"), 64),
            "finished_at": _moment(raw["at"]) if raw.get("at") else None,
        }
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise UnreadableEvent(str(error)) from error


def _facts(raw: Mapping) -> dict:
    """What an event may tell beside a quantity; most tell nothing."""
    price = round(float(raw.get("price") or 0), 4)
    if not 0 <= price <= MAX_PRICE:
        raise ValueError(f"impossible price: {price}")
    expiry = raw.get("expiry")
    return {
        "reason": plain_text(raw.get("reason"), 16) or None,
        "lot": plain_text(raw.get("lot"), 64),
        "expiry": _day(expiry) if expiry else None,
        "price": price or None,
        "other": _number(raw.get("other")),
        "note": plain_text(raw.get("note"), 500),
    }


def without_strangers(event: dict, known: Container[int]) -> dict:
    """The event itself, or one of an unknown product: a scan is kept in any case.

    A product may be deleted, or be another company's, while a terminal counts it. A
    fact about such a product is kept as a remark.
    """
    if event["other"] is not None and event["other"] not in known:
        event = {**event, "other": None}
    if event["product"] is None or event["product"] in known:
        return event
    code = event["code"] or f"#{event['product']}"
    kind = "unknown" if event["kind"] in COUNTING else "note"
    return {**event, "kind": kind, "product": None, "code": code}


def _moment(text: str) -> datetime:
    """In UTC and without a zone, as Odoo keeps times."""
    _day(text[:10])
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.year not in YEARS:
        raise ValueError(f"impossible year: {day.year}")
    return day


def _number(value: object) -> int | None:
    """A database's id; what is too large for one is nobody's."""
    number = int(value) if value else 0
    return min(number, 2**31 - 1) or None


def plain_text(value: object, length: int) -> str:
    """PostgreSQL keeps no NUL and no half character; noise may hold both."""
    text = str(value or "").replace("\0", "")
    return text.encode("utf-8", "replace").decode()[:length]
