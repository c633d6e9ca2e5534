# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    barcode_code,
    barcode_range,
    product_product,
    product_template,
    scan_resolver,
)
