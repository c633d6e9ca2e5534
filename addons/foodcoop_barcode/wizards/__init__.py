# SPDX-License-Identifier: AGPL-3.0-or-later
from . import gtin_arrival, gtin_retire
