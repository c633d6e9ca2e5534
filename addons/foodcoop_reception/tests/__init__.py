# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_closing, test_counting, test_rights, test_terminal
