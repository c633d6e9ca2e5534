# SPDX-License-Identifier: AGPL-3.0-or-later
from . import barcode_known, barcode_rule_change
