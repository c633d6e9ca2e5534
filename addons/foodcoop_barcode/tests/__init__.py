# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_allocate,
    test_concurrency,
    test_ledger,
    test_range,
    test_resolver,
    test_resolver_search,
    test_rights,
    test_views,
)
