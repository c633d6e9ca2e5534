# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_claim, test_match, test_report, test_rights, test_sheet, test_typed
