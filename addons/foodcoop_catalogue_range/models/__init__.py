# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    base_offer,
    base_offer_price,
    base_offer_vat,
    catalogue_answer,
    catalogue_item,
    res_partner,
    uom_uom,
)
