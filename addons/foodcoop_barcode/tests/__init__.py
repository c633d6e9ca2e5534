# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_allocate,
    test_concurrency,
    test_gtin_arrival,
    test_gtin_concurrency,
    test_gtin_merge,
    test_gtin_retire,
    test_ledger,
    test_range,
    test_resolver,
    test_rights,
    test_views,
)
