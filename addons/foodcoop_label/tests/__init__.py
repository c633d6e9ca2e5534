# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_printer, test_queue, test_rights, test_unit_price, test_wizard
