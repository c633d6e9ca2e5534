# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dataclasses as values of JSON and back, exactly: to cross between two processes.

Each is the list of its fields, in their order; what they are made of is told by the
dataclass, never by what comes in.
"""

from collections.abc import Callable
from collections.abc import Mapping as Dict
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import get_args, get_origin, get_type_hints


def packed(value):
    """A frozen dataclass, or any part of one, in words that JSON has."""
    if is_dataclass(value):
        return [packed(getattr(value, one.name)) for one in fields(value)]
    if isinstance(value, tuple):
        return [packed(one) for one in value]
    if isinstance(value, Dict):
        return dict(value)
    return str(value) if isinstance(value, Decimal | date) else value


def unpacked(kind: type, found):
    """One of this kind; ValueError, TypeError or ArithmeticError when it is none."""
    return _maker(kind)(found)


@cache
def _maker(kind) -> Callable:
    """A function that makes one value of this kind."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return _several([_maker(hints[one.name]) for one in fields(kind)], kind)
    parts = get_args(kind)
    if get_origin(kind) is tuple:
        return _tuple(parts)
    if NoneType in parts:
        make = _maker(next(part for part in parts if part is not NoneType))
        return lambda found: None if found is None else make(found)
    if get_origin(kind) is Dict:
        return lambda found: {str(key): str(one) for key, one in dict(found).items()}
    return {Decimal: Decimal, date: date.fromisoformat, float: float}.get(
        kind, lambda found: _checked(kind, found)
    )


def _several(makers: list[Callable], kind: Callable) -> Callable:
    return lambda found: kind(
        *(make(one) for make, one in zip(makers, found, strict=True))
    )


def _tuple(parts) -> Callable:
    if parts[-1] is not Ellipsis:
        return _several(list(map(_maker, parts)), lambda *values: values)
    make = _maker(parts[0])
    return lambda found: tuple(map(make, found))


def _checked(kind: type, found):
    if found.__class__ is not kind:
        raise TypeError(found)
    return found
