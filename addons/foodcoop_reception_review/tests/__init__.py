# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_codes, test_correction, test_review, test_rights
