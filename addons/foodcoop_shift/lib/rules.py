# SPDX-License-Identifier: AGPL-3.0-or-later
"""The numbers of the cooperative's rule, all in one place."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Rules:
    """One shift is due for each whole cycle; each shift done counts for one.

    A seat kept and not used, without a word, costs one more: the next team
    could have had somebody. An excused member only has the shift itself to
    make up. When the shop closes, nobody of the standing team loses anything.
    """

    cycle_due: int = -1
    attended: int = 1
    absent: int = -1
    excused: int = 0
    closed: int = 1
    free_until: timedelta = timedelta(hours=24)
    generated_ahead: timedelta = timedelta(weeks=8)
    caught_up: timedelta = timedelta(weeks=52)


RULES = Rules()
