# SPDX-License-Identifier: AGPL-3.0-or-later
from . import barcode_checkup, barcode_checkup_line
