# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_apply, test_concurrency, test_read, test_rights
