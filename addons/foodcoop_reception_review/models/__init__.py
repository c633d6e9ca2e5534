# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    reception,
    reception_code,
    reception_correction,
    reception_line,
    reception_line_decide,
    reception_supplement,
    res_partner,
)
