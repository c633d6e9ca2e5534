# SPDX-License-Identifier: AGPL-3.0-or-later
from . import models

GRAMS = 3  # decimals of a kilo


def weigh_in_grams(env):
    """Odoo counts every unit with two decimals: 1.234 kg would be sold as 1.23 kg."""
    precision = env.ref("uom.decimal_product_uom")
    precision.digits = max(precision.digits, GRAMS)
