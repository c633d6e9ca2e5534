# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_account,
    test_booking,
    test_concurrency,
    test_generation,
    test_pages,
    test_rights,
)
