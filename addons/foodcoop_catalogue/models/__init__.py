# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    catalogue_change,
    catalogue_import_apply,
    catalogue_import_end,
    catalogue_import_line,
    catalogue_item,
    catalogue_line,
    catalogue_line_apply,
    catalogue_line_decide,
    catalogue_line_refresh,
    catalogue_line_sentence,
    product_supplierinfo_succeed,
)
