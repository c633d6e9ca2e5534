# SPDX-License-Identifier: AGPL-3.0-or-later
"""What decides: pure functions, nothing of odoo."""
