# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ring 3: a real server on a fresh copy of the demonstration, a real browser.

``server``  one per test file: its ``url`` and ``database``; scheduled jobs run where
            the file says ``JOBS = 1``
``browser`` Chromium, one for all
``phone``, ``tablet``, ``terminal``  a page of that size, in French, with an own session
"""

import functools
import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from e2e import story  # noqa: E402
from e2e.back_office import BackOffice  # noqa: E402
from e2e.story import SIZES  # noqa: E402
from e2e.till import Till  # noqa: E402

from house import databases  # noqa: E402
from house.server import Server  # noqa: E402

# Each window's address bar would load two pages for its popup: four fifths of what a
# window costs, drawn along with ours, and nobody types there. The others are what
# Playwright turns off: of several such lists Chromium takes the last.
OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
]
LAUNCH = [
    "--no-sandbox",  # a machine that tests may have no user namespaces
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    f"--disable-features={','.join(OFF)}",
]
FAILED = pytest.StashKey()


def browser_path():
    path = os.environ.get("FOODCOOP_BROWSER")
    assert path, "No browser: install chromium, or name one with FOODCOOP_BROWSER."
    return path


@pytest.fixture(scope="module")
def server(request):
    database = "e2e_" + request.module.__name__.rpartition(".")[2]
    databases.clone(databases.demo(), database)
    jobs = getattr(request.module, "JOBS", 0)
    running = Server(database, arguments=[f"--max-cron-threads={jobs}"]).start()
    yield running
    running.stop()
    databases.drop(database)


@pytest.fixture
def ask(server):
    """The shop's database answers a query with its rows."""
    return functools.partial(story.ask, server.database)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_path(), args=LAUNCH
        )
        yield chromium
        chromium.close()


def _open(browser, server, size, **options):
    width, height = SIZES[size]
    return browser.new_context(
        base_url=server.url,
        viewport={"width": width, "height": height},
        locale="fr-FR",
        timezone_id="Europe/Paris",
        **options,
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture
def open_page(browser, server, request):
    """open_page("phone"): a page of that size with a session of its own."""
    contexts = []

    def opened(size, **options):
        context = _open(browser, server, size, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)  # the other side may be at work, too
        return page

    yield opened
    for context in contexts:
        if FAILED in request.node.stash:
            for number, page in enumerate(context.pages, 1):  # where it ended
                story.shot(page, f"last-{request.node.name[:60]}-{number}")
        context.close()


@pytest.fixture
def phone(open_page):
    return open_page("phone", has_touch=True, is_mobile=True)


@pytest.fixture
def tablet(open_page):
    return open_page("tablet", has_touch=True)


@pytest.fixture
def terminal(open_page):
    return open_page("terminal")


@pytest.fixture
def till(terminal, ask):
    """The shop's till, open and ready to sell."""
    [(config,)] = ask("SELECT id FROM pos_config")
    return Till(terminal).open(config)


@pytest.fixture
def till_beside(open_page, ask):
    """A till in a window of its own, opened when it is asked for."""

    def opened():
        [(config,)] = ask("SELECT id FROM pos_config")
        return Till(open_page("terminal")).open(config)

    return opened


@pytest.fixture
def buyer(terminal):
    story.sign_in(terminal, "acheteuse", then="/odoo")
    return BackOffice(terminal)


@pytest.fixture
def change(server):
    """change(query, values): time passes, as far as the database knows."""
    return functools.partial(story.change, server.database)
