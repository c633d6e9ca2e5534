# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_apply,
    test_concurrency,
    test_currency,
    test_decide,
    test_doubt,
    test_end,
    test_history,
    test_item,
    test_meanwhile,
    test_methods,
    test_picture,
    test_prices,
    test_read,
    test_rights,
    test_shops_own,
    test_undo,
)
