# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a column of a price list may hold."""

CODE, GTIN, NAME, VARIANT, PRICE = "code", "gtin", "name", "variant", "price"
PACK, UNIT, QUANTITY, OTHER = "pack", "unit", "quantity", "other"
COUNT = "count"  # units in a case, as a number
CONTENT = "content"  # what one piece holds: a phrase, or a number beside its unit
CASE_PRICE, ADVISED, OTHER_PRICE = "case_price", "advised", "other_price"
GROSS_PRICE = "gross_price"  # the same price with VAT
BRAND, VAT, ORIGIN, LABEL, CATEGORY = "brand", "vat", "origin", "label", "category"
AVAILABLE, DEPOSIT, ORDER = "available", "deposit", "order"
DISCOUNT = "discount"  # a percentage off the price

# Several columns may have these.
SEVERAL = (LABEL, CATEGORY, VARIANT)
MONEY = frozenset({PRICE, CASE_PRICE, GROSS_PRICE, ADVISED, OTHER_PRICE})
