# SPDX-License-Identifier: AGPL-3.0-or-later
"""How far a rule reaches: whose numbers, all over the world, it could take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from biip import ParseError
from biip.gs1_prefixes import GS1Prefix
from biip.gtin import Gtin
from stdnum import ean

from odoo.addons.foodcoop_barcode.lib.nomenclature import Nomenclature, Rule

_BODIES = {"ean13": 12, "upca": 11, "ean8": 7}


@dataclass(frozen=True, slots=True)
class Member:
    """Numbers of one GS1 organisation: the prefixes a rule takes from it."""

    organisation: str
    first: str
    last: str
    digits: int


def alternatives(rule: Rule) -> list[str]:
    return rule.pattern.split("|")


def literal(pattern: str) -> str:
    """The digits every code of this pattern begins with.

    >>> literal("21.....{NNDDD}"), literal("PACK")
    ('21', '')
    """
    return re.match("[0-9]*", pattern.removeprefix("^")).group()


def is_open(rule: Rule) -> bool:
    """Whether codes of any symbology are looked at."""
    return rule.encoding == "any"


def members_hit(shop: Nomenclature, rule: Rule) -> tuple[Member, ...]:
    """Whose well-formed codes this rule would take, neighbours joined."""
    found: dict[tuple[str, int], list[str]] = {}
    for code in probe(shop, rule):
        organisation = _organisation(code)
        if organisation:
            prefix = code[:3] if len(code) != 12 else "0" + code[:2]
            found.setdefault((organisation, len(code)), []).append(prefix)
    return tuple(
        Member(organisation, min(prefixes), max(prefixes), digits)
        for (organisation, digits), prefixes in found.items()
    )


def probe(shop: Nomenclature, rule: Rule) -> list[str]:
    """One code for each prefix of three digits that this rule would take."""
    codes = [code for part in alternatives(rule) for code in _probes(literal(part))]
    return [code for code in codes if shop.till(code).rule == rule]


def _probes(start: str) -> Iterator[str]:
    """Well-formed codes that begin so; none for a rule open at its first sign."""
    if not start:
        return
    more = max(3 - len(start), 0)
    for size in _BODIES.values():
        for ending in range(10**more):
            body = f"{start}{ending:0{more}d}" if more else start
            if len(body) <= size:
                body = body.ljust(size, "0")
                yield body + ean.calc_check_digit(body)


def _organisation(code: str) -> str:
    """The GS1 member organisation a code belongs to; empty for all other uses."""
    try:
        prefix = (
            Gtin.parse(code).prefix
            if len(code) == 8
            else GS1Prefix.extract(code.zfill(13))
        )
    except ParseError:
        return ""
    usage = prefix.usage if prefix else ""
    is_member = usage.startswith("GS1 ") and "coupon" not in usage
    return usage if is_member else ""
