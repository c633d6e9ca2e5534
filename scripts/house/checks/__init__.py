# SPDX-License-Identifier: AGPL-3.0-or-later
"""The checks of ``scripts/lint``: each reads the project and returns findings."""
