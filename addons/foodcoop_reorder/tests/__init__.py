# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_concurrency,
    test_desk,
    test_order,
    test_propose,
    test_review,
    test_rights,
)
