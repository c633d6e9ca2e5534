# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_check,
    test_export,
    test_format,
    test_page,
    test_reading,
    test_repair,
    test_sentences,
)
