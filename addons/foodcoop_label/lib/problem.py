# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a label cannot be printed, and a printer cannot be set like that."""

from enum import StrEnum


class Problem(StrEnum):
    """One reason; the sentence for the person is made at the edge."""

    NO_CODE = "no_code"
    BAD_CODE = "bad_code"
    TOO_NARROW = "too_narrow"
    TOO_LOW = "too_low"
    NO_PRICE = "no_price"
    NO_NET = "no_net"
    BAD_NET = "bad_net"
    NO_ORIGIN = "no_origin"
    UNREADABLE = "unreadable"
    MISREAD = "misread"


class Misfit(StrEnum):
    """What is wrong with a printer's measures or the place to start."""

    NO_SIZE = "no_size"
    SCALE = "scale"
    OFFSET = "offset"
    NOT_ON_SHEET = "not_on_sheet"


class LabelError(ValueError):
    """A label that is refused: which, why, and what was read instead."""

    def __init__(self, problem: Problem, name: str = "", code: str = "", read=""):
        super().__init__(problem)
        self.problem, self.name, self.code, self.read = problem, name, code, read
