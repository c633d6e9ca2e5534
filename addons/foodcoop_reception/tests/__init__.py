# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_closing,
    test_counting,
    test_device,
    test_page,
    test_photo,
    test_prices,
    test_rights,
    test_sync,
    test_terminal,
)
