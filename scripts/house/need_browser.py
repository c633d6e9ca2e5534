# SPDX-License-Identifier: AGPL-3.0-or-later
"""A pytest plug-in: Odoo skips a browser test that finds no browser; here it fails."""

import pytest

SIGNS = ("chrome", "chromium", "websocket-client", "--odoo-http")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    report = (yield).get_result()
    why = str(report.longrepr).lower()
    if report.skipped and any(sign in why for sign in SIGNS):
        report.outcome = "failed"
        report.longrepr = f"a browser test did not run: {report.longrepr}"
