# SPDX-License-Identifier: AGPL-3.0-or-later
from . import label_print, label_printer, product_product, product_template, res_partner
