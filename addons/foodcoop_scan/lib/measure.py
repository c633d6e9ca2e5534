# SPDX-License-Identifier: AGPL-3.0-or-later
"""Price and weight labels: a number that carries an item and a value.

Which digits are which is nobody's standard: a pattern of thirteen signs says it,
``I`` item, ``V`` verifier, ``N`` whole digit, ``D`` decimal, ``C`` check digit;
the digits in front are the prefix. The same digits mean something else elsewhere.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from biip.checksums import gs1_price_weight_check_digit
from stdnum import ean

_PATTERN = re.compile(
    r"(?P<prefix>[0-9]+)(?P<item>I+)(?P<verifier>V?)(?P<value>N*D*)C", re.ASCII
)
_ODOO_RULE = re.compile(r"(?P<fixed>[0-9.]+)\{(?P<value>N*D*)\}C?")
PRICE, WEIGHT, COUNT = "price", "weight", "count"


@dataclass(frozen=True, slots=True)
class MeasureReading:
    """What a label says. ``verifier_ok`` is None where the pattern has none."""

    item: str
    value: Decimal
    verifier_ok: bool | None
    base: str
    verifier: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One rule of reading labels.

    >>> rule = Measure("21IIIIINNDDDC", "weight")
    >>> rule.prefix, rule.item_digits, rule.maximum, rule.rule
    ('21', 5, Decimal('99.999'), '21.....{NNDDD}')
    >>> rule.read("2112345012346").value
    Decimal('1.234')
    """

    pattern: str
    kind: str
    currency: str = ""
    prefix: str = field(init=False, repr=False)
    item_digits: int = field(init=False, repr=False)
    item_at: int = field(init=False, repr=False)
    has_verifier: bool = field(init=False, repr=False)
    value_digits: int = field(init=False, repr=False)
    decimals: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = _PATTERN.fullmatch(self.pattern)
        if not found or len(self.pattern) != 13 or not found["value"]:
            raise ValueError(f"{self.pattern!r} is no pattern such as 21IIIIINNDDDC")
        if found["verifier"] and len(found["value"]) not in (4, 5):
            raise ValueError("a verifier needs a value of 4 or 5 digits")
        if self.kind not in (PRICE, WEIGHT, COUNT):
            raise ValueError(f"{self.kind!r} is no kind of measure")
        for name, value in (
            ("prefix", found["prefix"]),
            ("item_digits", len(found["item"])),
            ("item_at", len(found["prefix"])),
            ("has_verifier", bool(found["verifier"])),
            ("value_digits", len(found["value"])),
            ("decimals", found["value"].count("D")),
        ):
            object.__setattr__(self, name, value)

    @classmethod
    def from_rule(cls, text: str, kind: str = "", currency: str = "") -> "Measure":
        """A rule in Odoo's notation, in ours, or ours with ``P`` or ``W`` as value.

        Without a kind, three decimals are a weight and anything else is a price.

        >>> Measure.from_rule("21.....{NNDDD}").pattern
        '21IIIIINNDDDC'
        >>> Measure.from_rule("22IIIIVPPPPP")
        Measure(pattern='22IIIIVNNNDDC', kind='price', currency='')
        """
        odoo = _ODOO_RULE.fullmatch(text)
        pattern = odoo["fixed"].replace(".", "I") + odoo["value"] if odoo else text
        pattern = _spelled_out(_spelled_out(pattern, "P", 2), "W", 3).removesuffix("C")
        kind = kind or (WEIGHT if pattern.count("D") == 3 else PRICE)
        return cls(f"{pattern}C", kind, currency)

    @property
    def value_at(self) -> int:
        return 12 - self.value_digits

    @property
    def maximum(self) -> Decimal:
        """The highest value a label can carry."""
        return Decimal(10**self.value_digits - 1).scaleb(-self.decimals)

    @property
    def capacity(self) -> int:
        """How many items fit: item 0 is left out."""
        return 10**self.item_digits - 1

    @property
    def rule(self) -> str:
        """The rule as Odoo's nomenclature writes it."""
        whole = self.value_digits - self.decimals
        dots = "." * (self.value_at - self.item_at)
        return f"{self.prefix}{dots}{{{'N' * whole}{'D' * self.decimals}}}"

    def matches(self, code: str) -> bool:
        """Whether this is an EAN-13 of this rule, with the right check digit."""
        return (
            len(code) == 13
            and code.isascii()
            and code.startswith(self.prefix)
            and ean.is_valid(code)
        )

    def base(self, item: int) -> str:
        """The code of the item itself: value and verifier zero.

        >>> Measure("21IIIIINNDDDC", "weight").base(12345)
        '2112345000008'
        """
        return self._code(self._item(item), "0" * self.value_digits)

    def base_of(self, code: str) -> str:
        """The base code of a label."""
        return self._code(self._read_item(code), "0" * self.value_digits)

    def encode(self, item: int, value: Decimal) -> str:
        """The label of an item that weighs or costs so much.

        >>> Measure("28IIIIIVNNDDC", "price").encode(107, Decimal("12.50"))
        '2800107312505'
        """
        scaled = Decimal(value).scaleb(self.decimals)
        if not (scaled.is_finite() and 0 <= value <= self.maximum):
            raise ValueError(f"{value} is outside 0..{self.maximum}")
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.decimals} decimals")
        return self._code(self._item(item), f"{int(scaled):0{self.value_digits}d}")

    def read(self, code: str) -> MeasureReading:
        """What a label says; ask ``matches`` first."""
        digits = code[self.value_at : 12]
        verifier = code[self.value_at - 1] if self.has_verifier else ""
        return MeasureReading(
            item=self._read_item(code),
            value=Decimal(digits).scaleb(-self.decimals),
            verifier_ok=verifier == _verifier(digits) if verifier else None,
            base=self.base_of(code),
            verifier=verifier,
        )

    def _item(self, item: int) -> str:
        if not 0 <= item <= self.capacity:
            raise ValueError(f"item {item} is outside 0..{self.capacity}")
        return f"{item:0{self.item_digits}d}"

    def _read_item(self, code: str) -> str:
        return code[self.item_at : self.item_at + self.item_digits]

    def _code(self, item: str, digits: str) -> str:
        verifier = _verifier(digits) if self.has_verifier else ""
        body = f"{self.prefix}{item}{verifier}{digits}"
        return body + ean.calc_check_digit(body)


def _verifier(digits: str) -> str:
    return str(gs1_price_weight_check_digit(digits))


def _spelled_out(pattern: str, sign: str, decimals: int) -> str:
    """A run of one sign as whole digits and decimals."""
    run = sign * pattern.count(sign)
    spelled = "N" * (len(run) - decimals) + "D" * min(len(run), decimals)
    return pattern.replace(run, spelled) if run else pattern


def measure_of(code: str, measures: tuple[Measure, ...]) -> Measure | None:
    """The rule of the longest prefix that reads this code."""
    found = [measure for measure in measures if measure.matches(code)]
    return max(found, key=lambda measure: len(measure.prefix), default=None)


DEFAULT_MEASURES = (
    Measure("23IIIIINNNDDC", PRICE),
    Measure("21IIIIINNDDDC", WEIGHT),
)
