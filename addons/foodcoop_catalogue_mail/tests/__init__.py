# SPDX-License-Identifier: AGPL-3.0-or-later
from . import test_answer, test_flood, test_gateway, test_mail_rights, test_unknown
