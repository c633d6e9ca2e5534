# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_allocate,
    test_code_remark,
    test_collisions,
    test_concurrency,
    test_forecast,
    test_ledger,
    test_nomenclature,
    test_product,
    test_question,
    test_range,
    test_resolver,
    test_resolver_search,
    test_rights,
    test_take_over,
    test_views,
)
