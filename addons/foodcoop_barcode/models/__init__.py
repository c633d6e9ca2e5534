# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    barcode_code,
    barcode_code_holders,
    barcode_event,
    barcode_nomenclature,
    barcode_range,
    barcode_range_allocation,
    barcode_range_counter,
    barcode_range_forecast,
    product_product,
    product_template,
    scan_register,
    uom_uom,
)
