# SPDX-License-Identifier: AGPL-3.0-or-later
"""The door through which a terminal's events come in: read strictly, once."""

from collections.abc import Container, Mapping
from datetime import UTC, datetime

# What the door lets in; the terminal itself refuses a typed number far below it.
MAX_QUANTITY = 1_000_000


class UnreadableEvent(ValueError):
    """What came makes no event: a field is missing, or holds nonsense."""


def parse_event(raw: Mapping, kinds: Container[str]) -> dict:
    """An event as it will be kept: texts cut, grams rounded, the time in UTC.

    :param kinds: the kinds of events that are known.
    :raises UnreadableEvent: nothing of it may be kept then.
    """
    try:
        quantity = round(float(raw["quantity"]), 3)
        at = datetime.fromisoformat(raw["at"]).astimezone(UTC).replace(tzinfo=None)
        event = {
            "uuid": _text(raw["uuid"], 64),
            "kind": str(raw["kind"]),
            "product": _number(raw["product"]),
            "quantity": quantity,
            "code": _text(raw["code"], 256),
            "reverses": _text(raw["reverses"], 64) or None,
            "at": at,
        }
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise UnreadableEvent(str(error)) from error
    if not event["uuid"] or event["kind"] not in kinds:
        raise UnreadableEvent(f"no event: {raw!r:.200}")
    if not abs(quantity) <= MAX_QUANTITY:
        raise UnreadableEvent(f"impossible quantity: {quantity}")
    return event


def without_strangers(event: dict, known: Container[int]) -> dict:
    """The event itself, or one of an unknown product: a scan is kept in any case.

    A product may be deleted, or be another company's, while a terminal counts it.
    """
    if event["product"] is None or event["product"] in known:
        return event
    code = event["code"] or f"#{event['product']}"
    return {**event, "kind": "unknown", "product": None, "code": code}


def _number(value: object) -> int | None:
    """A database's id; what is too large for one is nobody's."""
    number = int(value) if value else 0
    return min(number, 2**31 - 1) or None


def _text(value: object, length: int) -> str:
    """PostgreSQL keeps no NUL and no half character; noise may hold both."""
    text = str(value or "").replace("\0", "")
    return text.encode("utf-8", "replace").decode()[:length]
