# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    reception,
    reception_claim,
    reception_line,
    reception_match,
    reception_report,
    reception_sheet,
    reception_waiting,
    res_company,
    res_config_settings,
)
