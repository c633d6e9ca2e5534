# SPDX-License-Identifier: AGPL-3.0-or-later
from . import barcode_audit, barcode_audit_line, barcode_in_use
