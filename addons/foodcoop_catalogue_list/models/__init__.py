# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    base_told,
    catalogue_format,
    catalogue_import,
    catalogue_import_check,
    catalogue_import_read,
    catalogue_import_recognise,
    catalogue_import_repair,
    catalogue_import_sender,
    catalogue_reading,
    ir_attachment,
    res_currency,
)
