# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_audit, test_rights, test_sheet
