# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    barcode_audit,
    barcode_audit_line,
    barcode_checkup,
    barcode_checkup_line,
    barcode_known,
    barcode_rule_change,
)
