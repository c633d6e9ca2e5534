# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_gtin_arrival,
    test_gtin_concurrency,
    test_gtin_merge,
    test_gtin_retire,
    test_gtin_reuse,
)
