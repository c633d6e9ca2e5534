# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is a member on a day; how members see each other: enough to say hello."""

from datetime import date


def is_member(day: date, joined_on: date, left_on: date | None) -> bool:
    """From the day of joining on; the day of leaving is the first outside.

    >>> is_member(date(2026, 2, 1), date(2026, 1, 1), left_on=date(2026, 2, 1))
    False
    """
    return joined_on <= day and (left_on is None or day < left_on)


def short_name(name: str) -> str:
    """First name and an initial.

    >>> short_name("Lucie Martin"), short_name("Inès"), short_name(" ")
    ('Lucie M.', 'Inès', '')
    """
    words = name.split()
    if len(words) < 2:
        return "".join(words)
    return f"{words[0]} {words[-1][0].upper()}."


def first_name(name: str) -> str:
    """
    >>> first_name("Lucie Martin")
    'Lucie'
    """
    return (name.split() or [""])[0]
