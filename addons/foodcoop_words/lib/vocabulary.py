# SPDX-License-Identifier: AGPL-3.0-or-later
"""The trade's words in six languages, as ``words.txt`` groups them."""

from pathlib import Path


def _read() -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    text = Path(__file__).with_name("words.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            group = groups.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            group += [word for part in line.split(",") if (word := part.strip())]
    return {name: tuple(dict.fromkeys(words)) for name, words in groups.items()}


_GROUPS = _read()


def listed(group: str) -> frozenset[str]:
    """The words of one group.

    >>> "douzaine" in listed("dozen")
    True
    """
    return frozenset(_GROUPS[group])


def meanings(kind: str) -> dict[str, str]:
    """Word -> group, of all groups of a kind; the first group keeps a word.

    >>> meanings("label")["dem"], meanings("column")["colisage"]
    ('demeter', 'pack')
    """
    found: dict[str, str] = {}
    for name, group in _GROUPS.items():
        first, _, rest = name.partition(" ")
        if first == kind:
            for word in group:
                found.setdefault(word, rest)
    return found
