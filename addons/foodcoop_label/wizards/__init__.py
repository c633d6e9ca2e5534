# SPDX-License-Identifier: AGPL-3.0-or-later
from . import label_wizard, label_wizard_line, spare_labels
