# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    test_members,
    test_orders,
    test_policies,
    test_roles,
    test_shop,
    test_stock,
    test_till,
)
