# SPDX-License-Identifier: AGPL-3.0-or-later
from . import assignment, cycle, entry, member, shift, team
