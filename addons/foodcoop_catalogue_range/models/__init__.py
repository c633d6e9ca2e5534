# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    account_tax,
    base_offer,
    base_offer_price,
    base_offer_vat,
    catalogue_answer,
    catalogue_item,
    product_product,
    res_partner,
    uom_uom,
)
