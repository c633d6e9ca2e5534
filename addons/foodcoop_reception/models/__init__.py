# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    product_category,
    reception,
    reception_closing,
    reception_description,
    reception_joining,
    reception_person,
    reception_recording,
    reception_scan,
    reception_terminal,
    stock_picking,
)
