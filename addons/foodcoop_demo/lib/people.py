# SPDX-License-Identifier: AGPL-3.0-or-later
"""The members of La Fourmilière: invented names, numbers kept for fiction."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

TOWN, POSTCODE = "Saint-Orvan-sur-Mer", "29998"
LUCIE = 42


def _words(text: str) -> list[str]:
    return text.split()


FIRST_NAMES = _words("""
Adèle Agathe Alice Alix Amina Anaïs Anne Antoine Armelle Arthur Aurélie Awa Baptiste
Béatrice Benoît Bérénice Bruno Camille Céline Charlotte Chloé Claire Clément Colette
Damien Daniel Delphine Denis Diane Élise Élodie Émile Enora Erwan Esther Étienne Eva
Fabrice Fanny Farid Fatou Félix Florence Franck Gaël Gaëlle Gilles Gwenn Hana Hélène
Henri Hugo Inès Irène Jade Jean Jeanne Joël Jonas Judith Julien Karim Katell Laure Léa
Leïla Lionel Loïc Louis Lucas Maël Manon Marc Margot Marion Mathilde Maxime Mélanie
Michel Mona Nadia Naïma Nathan Nina Noémie Nolwenn Odile Olivier Oscar Pascale Paul
Pierre Quentin Rachel Rémi Romane Rose Sacha Salomé Samuel Sarah Simon Soizic Solène
Sophie Tanguy Théo Thomas Valérie Victor Violette Yann Yasmine Yves Zoé
""")
LAST_NAMES = _words("""
Abgrall Allain Arzel Aubry Barbier Belhadj Benali Berthou Blanchard Bodin Boucher Briand
Cadiou Caron Chevalier Cissé Corre Coulibaly Cozic Daniélou Delaunay Diallo Drouet
Dubreuil Fauvel Ferrand Floch Garnier Gauthier Gicquel Gourvennec Guéguen Guillou
Hamon Hascoët Jacob Jaouen Kerbrat Kermorgant Lagadec Lambert Lannuzel Leclercq Lefort
Legrand Lemoine Lozac'h Madec Mahé Marchand Martel Meunier Mével Moreau Moysan N'Diaye
Nédélec Nguyen Nicol Oumar Pasquier Pellerin Pennec Perrot Picard Pichon Prigent
Quéré Quintin Raoul Renault Ribeiro Richard Riou Rolland Roudaut Salaün Sanchez Séité
Simonet Thépaut Toussaint Traoré Tregouët Urvoas Vasseur Vidal Voisin Weber
""")
STREETS = (
    "rue du Phare",
    "rue des Embruns",
    "venelle du Four",
    "quai aux Vivres",
    "rue de l'Ancienne Corderie",
    "chemin des Ajoncs",
    "place du Marché",
    "impasse des Sternes",
    "rue Haute",
    "allée des Tamaris",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A member; the number is for life."""

    number: int
    name: str
    email: str
    phone: str
    street: str
    joined_on: date


def members(today: date, count: int, seed: str = "people") -> list[Person]:
    """As many members as asked, no two of one name; Lucie is the 42nd.

    >>> members(date(2026, 11, 21), 50)[41].name
    'Lucie Kermarrec'
    """
    rng = random.Random(seed)
    pairs = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
    names = rng.sample(pairs, count)
    names[LUCIE - 1] = "Lucie Kermarrec"
    joined = sorted(rng.randrange(20, 6 * 365) for _ in range(count))[::-1]
    return [
        Person(
            number=number,
            name=name,
            email=mail_address(name),
            phone=f"06 39 98 {number // 100:02d} {number % 100:02d}",
            street=f"{rng.randrange(1, 90)} {rng.choice(STREETS)}",
            joined_on=today - timedelta(days=days),
        )
        for number, (name, days) in enumerate(zip(names, joined, strict=True), 1)
    ]


def mail_address(name: str) -> str:
    """An address that can reach nobody: ``.example`` is kept out of the internet.

    >>> mail_address("Naïma N'Diaye")
    'naima.ndiaye@fourmiliere.example'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = "".join(c for c in plain.lower() if c.isalpha() or c == " ").split()
    return f"{'.'.join(words)}@fourmiliere.example"
