# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_apply,
    test_check,
    test_concurrency,
    test_format,
    test_read,
    test_reading,
    test_rights,
)
