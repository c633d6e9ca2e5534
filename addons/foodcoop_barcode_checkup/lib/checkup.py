# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which rules take ordinary goods for something else, and what a change does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from odoo.addons.foodcoop_barcode.lib.nomenclature import (
    ALIAS,
    PRODUCT,
    Nomenclature,
    Reading,
    Rule,
)

from .narrow import (
    MEASURES,
    Change,
    Known,
    best_changes,
    changed,
    is_swallowed,
)
from .reach import Member, is_open, members_hit, probe


class Why(StrEnum):
    """What is the matter with a rule."""

    SWALLOWS = "swallows"
    LABEL = "label"
    OURS = "ours"


class Verdict(StrEnum):
    """What a change does to one code."""

    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Own:
    """A range of the shop: a number of it, and the rule that should read it."""

    name: str
    sample: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule (or one range no rule reads), what it does, what is proposed.

    ``loses``: with what is proposed, a code in use would no longer be read.
    """

    why: Why
    rule: Rule | None
    goods: tuple[Known, ...] = ()
    members: tuple[Member, ...] = ()
    changes: tuple[Change, ...] = ()
    loses: bool = False
    own: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One code whose reading changes."""

    known: Known
    scan: str
    before: Reading
    after: Reading
    verdict: Verdict


def dry_run(
    shop: Nomenclature, changes: Iterable[Change], known: Iterable[Known]
) -> list[Turn]:
    """Every code of the shop that would be read otherwise, the worse first."""
    then = changed(shop, changes)
    turns = []
    for one in known:
        for scan in one.spellings:
            old, new = shop.till(scan), then.till(scan)
            if _same(old, new):
                continue
            turns.append(Turn(one, scan, old, new, _verdict(one, old, new)))
    rank = [Verdict.WORSE, Verdict.OTHER, Verdict.BETTER]
    return sorted(turns, key=lambda turn: rank.index(turn.verdict))


def _same(one: Reading, other: Reading) -> bool:
    """The digits found only matter where they carry a value."""
    return one.type == other.type and (
        one.type not in MEASURES or one.base_code == other.base_code
    )


def _verdict(known: Known, before: Reading, after: Reading) -> Verdict:
    was, is_now = known.is_read(before), known.is_read(after)
    if was == is_now:
        return Verdict.OTHER
    return Verdict.BETTER if is_now else Verdict.WORSE


def findings(
    shop: Nomenclature, known: Sequence[Known], own: Iterable[Own] = ()
) -> list[Finding]:
    """What a person should look at, in the order of the rules."""
    touched: dict[int, set[Known]] = {}
    for one in known:
        for scan in one.spellings:
            if rule := shop.till(scan).rule:
                touched.setdefault(rule.id, set()).add(one)
    found = [
        finding
        for rule in shop.rules
        if rule.type not in (PRODUCT, ALIAS)
        and (finding := _look_at(shop, rule, touched.get(rule.id, set())))
    ]
    return found + [
        finding for one in own if (finding := _missing(shop, one)) is not None
    ]


def _look_at(shop: Nomenclature, rule: Rule, touched: set[Known]) -> Finding | None:
    goods = {k for k in touched if is_swallowed(shop, k)}
    if rule.type in MEASURES and not is_open(rule):
        return Finding(Why.LABEL, rule, _sorted(goods)) if goods else None
    hit = members_hit(shop, rule)
    takes_labels = rule.type == "discount" and bool(probe(shop, rule))
    if not (goods or hit or takes_labels):
        return None
    holders = touched - goods
    changes = best_changes(shop, rule, goods, holders)
    then = changed(shop, changes)
    loses = any(not k.is_read(then.till(k.code)) for k in holders)
    return Finding(Why.SWALLOWS, rule, _sorted(goods), hit, changes, loses)


def _sorted(known: Iterable[Known]) -> tuple[Known, ...]:
    return tuple(sorted(known, key=lambda one: (one.wanted, one.code)))


def _missing(shop: Nomenclature, own: Own) -> Finding | None:
    """A number of ours that the rules take for something else."""
    reading = shop.till(own.sample)
    wanted = Known(own.sample, own.rule.type, own.name)
    if own.rule.type in MEASURES:
        right = reading.type == own.rule.type and reading.base_code == own.sample
    else:
        right = wanted.is_read(reading)
    if right:
        return None
    first = min((rule.sequence for rule in shop.rules), default=20)
    rule = replace(own.rule, sequence=first - 1)
    changes = (Change(None, rule),)
    return Finding(Why.OURS, reading.rule, changes=changes, own=own.name)
