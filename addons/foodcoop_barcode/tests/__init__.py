# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_allocate,
    test_collisions,
    test_concurrency,
    test_gtin_arrival,
    test_gtin_concurrency,
    test_gtin_merge,
    test_gtin_retire,
    test_forecast,
    test_ledger,
    test_nomenclature,
    test_product,
    test_range,
    test_resolver,
    test_rights,
    test_take_over,
    test_views,
)
