# SPDX-License-Identifier: AGPL-3.0-or-later
"""How members see each other: enough to say hello, no more."""


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
