# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every code already in use, seen beside all the others and the register."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from odoo.addons.foodcoop_scan.lib.scan import explain

from .judge import Assessment, Book, Fix, Held, Verdict, Why, judge

_ENOUGH = 20  # to tell a duplicate; a code pasted 10,000 times is not compared 10^8


def assess(held: Iterable[Held], book: Book | None = None) -> list[Assessment]:
    """Every code judged, twins across all of them found.

    >>> pens = [Held(1, "4006381333931", "Pen", 7), Held(2, "4006381333931", "Ink", 8)]
    >>> [one.other for one in assess(pens)]
    ['Ink (4006381333931)', 'Pen (4006381333931)']
    """
    book = book or Book()
    alone = [judge(one, book) for one in held]
    by_key: dict[str, list[Assessment]] = {}
    for one in alone:
        same = by_key.setdefault(one.gtin14, [])
        if one.gtin14 and len(same) < _ENOUGH:
            same.append(one)
    return [_among(one, by_key.get(one.gtin14, ()), book) for one in alone]


def _among(one: Assessment, same: Sequence[Assessment], book: Book) -> Assessment:
    """The same code once the others are known."""
    if one.verdict is Verdict.OTHER or not one.gtin14:
        return one
    one = _adopted(one, same)
    twins = [other for other in same if _are_twins(one, other)]
    if twins:
        return _duplicate(one, twins)
    entry = book.register.get(one.gtin14)
    if entry and entry.product and one.product and entry.product != one.product:
        return replace(_stuck(one, Why.REGISTER), other=entry.name)
    one = replace(one, known=bool(entry))
    return _of_sheet(one) if one.held.source == "sheet" else one


def _adopted(one: Assessment, same: Sequence[Assessment]) -> Assessment:
    """A row of a sheet without a product belongs to the one that bears its code."""
    owners = {other.held.product: other.held for other in same if other.held.product}
    if one.product or len(owners) != 1:
        return one
    [(product, owner)] = owners.items()
    held = one.held if one.held.is_named else replace(one.held, name=owner.name)
    return replace(one, product=product, held=held)


def _are_twins(one: Assessment, other: Assessment) -> bool:
    if one.held.ref == other.held.ref:
        return False
    both_in_sheet = one.held.source == other.held.source == "sheet"
    if both_in_sheet and not (one.held.product and other.held.product):
        return True
    in_shop = "sheet" not in (one.held.source, other.held.source)
    if in_shop and one.held.product == other.held.product:
        return True  # its own code once more, as a pack
    return bool(other.held.product) and one.product != other.held.product


def _duplicate(one: Assessment, twins: list[Assessment]) -> Assessment:
    other = next((twin for twin in twins if twin.held.active), twins[0])
    if other.held.name == one.held.name and one.held.source == "sheet":
        why = Why.TWIN_REPEATED
    else:
        is_same = other.held.raw == one.held.raw
        why = Why.TWIN if is_same else Why.TWIN_ZEROS
    stuck = replace(_stuck(one, why), other=f"{other.held.name} ({other.held.raw})")
    if one.held.source == "sheet":
        return stuck
    actives = [twin for twin in (one, *twins) if twin.held.active]
    safe = not one.held.active and len(actives) == 1
    return replace(stuck, fix=Fix.CLEAR, safe=safe)


def _stuck(one: Assessment, why: Why) -> Assessment:
    return replace(
        one, verdict=Verdict.DUPLICATE, why=why, fix=Fix.NONE, safe=False, proposed=""
    )


def _of_sheet(one: Assessment) -> Assessment:
    """What the sheet says against what the product bears in Odoo."""
    bears = explain(one.held.bears).gtin14 if one.held.bears else ""
    if not one.held.product or bears == one.gtin14:
        return one
    if one.held.bears:
        return replace(one, why=Why.DIFFERS, other=one.held.bears)
    is_sound = one.verdict is not Verdict.REPAIRABLE
    return replace(one, fix=Fix.GIVE, safe=is_sound, proposed=one.proposed or one.code)
