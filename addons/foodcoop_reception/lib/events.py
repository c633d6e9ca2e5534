# SPDX-License-Identifier: AGPL-3.0-or-later
"""The door through which a terminal's events come in: read strictly, once."""

from collections.abc import Container, Mapping
from datetime import UTC, datetime

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
            "kind": raw["kind"],
            "product": int(raw["product"]) if raw["product"] else None,
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


def _text(value: object, length: int) -> str:
    """PostgreSQL keeps no NUL character; a scanner's noise may hold one."""
    return str(value or "").replace("\0", "")[:length]
