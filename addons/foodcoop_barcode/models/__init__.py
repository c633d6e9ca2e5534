# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    barcode_code,
    barcode_code_holders,
    barcode_event,
    barcode_range,
    barcode_range_allocation,
    barcode_range_counter,
    barcode_range_forecast,
    gtin,
    product_product,
    product_template,
    retirement,
    reuse,
    scan_resolver,
)
