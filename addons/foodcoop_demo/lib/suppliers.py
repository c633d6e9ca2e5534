# SPDX-License-Identifier: AGPL-3.0-or-later
"""The twelve suppliers, with the days they take orders and what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .shopdays import next_open


@dataclass(frozen=True, slots=True)
class Supplier:
    """Terms of a supplier; weekdays are ISO digits, "14" is Monday and Thursday."""

    key: str
    number: int
    name: str
    town: str
    order_weekdays: str
    lead_days: int
    minimum_value: int
    every_weeks: int = 1
    anchor: date = date(2024, 1, 1)

    def takes_orders(self, day: date) -> bool:
        """Orders are taken on its weekdays, every so many weeks from the anchor."""
        weeks = (day - self.anchor).days // 7
        return (
            str(day.isoweekday()) in self.order_weekdays
            and weeks % self.every_weeks == 0
        )

    def arrival(self, ordered: date) -> date:
        """The day what is ordered now is delivered; never on a closed day."""
        return next_open(ordered + timedelta(days=self.lead_days))

    def arrival_after_next(self, ordered: date) -> date:
        """Until when an order must last: the delivery of the next order."""
        day = ordered + timedelta(days=1)
        while not self.takes_orders(day):
            day += timedelta(days=1)
        return self.arrival(day)


SUPPLIERS = (
    Supplier("bioceane", 1, "Biocéane", "Port-Aven", "14", 2, 400),
    Supplier("grenier", 2, "Le Grenier du Vrac", "Valmorin", "2", 3, 250),
    Supplier("fournil", 3, "Fournil des Deux Ponts", "Saint-Orvan", "12345", 1, 0),
    Supplier("laiterie", 4, "Laiterie du Bocage", "Bréhan-le-Pré", "13", 2, 120),
    Supplier("fromages", 5, "Fromagerie Kerbrune", "Kerbrune", "3", 2, 100),
    Supplier("ferme", 6, "Ferme des Trois Chênes", "Plélan-Neuf", "2", 2, 80),
    Supplier("jardins", 7, "Les Jardins de l'Orvan", "Saint-Orvan", "135", 1, 60),
    Supplier("vergers", 8, "Vergers de la Combe", "La Combe", "25", 1, 100),
    Supplier("criee", 9, "Criée du Ponant", "Port-Aven", "134", 1, 150),
    Supplier("brasserie", 10, "Brasserie du Fanal", "Le Fanal", "2", 3, 200, 2),
    Supplier("ruches", 11, "Les Ruches de Maël", "Trévern", "1", 4, 0, 4),
    Supplier("savon", 12, "Savonnerie des Dunes", "Les Dunes", "4", 5, 180),
)


def by_key() -> dict[str, Supplier]:
    """The suppliers under their key, as ``goods.csv`` names them."""
    return {supplier.key: supplier for supplier in SUPPLIERS}
