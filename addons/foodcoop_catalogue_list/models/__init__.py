# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    catalogue_format,
    catalogue_import,
    catalogue_import_check,
    catalogue_import_read,
    catalogue_import_recognise,
    catalogue_import_repair,
    catalogue_reading,
)
