# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    catalogue_offer,
    catalogue_import,
    catalogue_import_apply,
    catalogue_line,
    catalogue_line_refresh,
    catalogue_line_decide,
    catalogue_line_apply,
    catalogue_change,
    catalogue_answer,
    catalogue_item,
    catalogue_item_adding,
    product_product,
    product_supplierinfo,
    res_partner,
    uom_uom,
)
