# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    ir_http,
    product_category,
    reception,
    reception_closing,
    reception_description,
    reception_device,
    reception_joining,
    reception_person,
    reception_photo,
    reception_prices,
    reception_recording,
    reception_scan,
    reception_terminal,
    res_users,
    stock_picking,
)
