# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    barcode_allocation,
    barcode_code,
    barcode_counter,
    barcode_event,
    barcode_forecast,
    barcode_holders,
    barcode_range,
    product_product,
    product_template,
    scan_resolver,
)
