# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_orders, test_roles, test_shop, test_stock
