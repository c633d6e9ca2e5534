# SPDX-License-Identifier: AGPL-3.0-or-later
"""One addon by itself: installed, translated, uninstalled.

Its database holds only those of Odoo's modules that it asks for, directly or through
addons of ours: what it uses without asking for it is missing there, and it fails.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from . import databases, i18n, odoo
from .graph import reached
from .place import AT_ONCE, LOGS, say

UNINSTALL = """
name = {addon!r}
env['ir.module.module'].search([('name', '=', name)]).button_immediate_uninstall()
env.cr.commit()
left = env['ir.model.data'].search([('module', '=', name)]).mapped('complete_name')
print('LEFT', *left)
"""


def grounds(ours, theirs):
    """All modules of Odoo's below each addon of ours, from the manifests of both.

    Addons that need the same ones share a database.
    """
    manifests = {**theirs, **ours}
    depends = {name: found.get("depends", []) for name, found in manifests.items()}
    return {
        addon: frozenset({"base"} | reached(depends, addon) - set(ours))
        for addon in ours
    }


def _template(modules, every):
    """A database of these modules, made from the largest one that holds fewer."""
    smaller = sorted((some for some in every if some < modules), key=sorted)
    under = _template(max(smaller, key=len), every) if smaller else None
    return databases.bare(modules, under)


def make_templates():
    every = set(grounds(odoo.manifests(), odoo.manifests_of_odoo()).values())
    databases.forget_older("tpl_bare_%", *map(databases.bare_name, every))
    for modules in sorted(every, key=len):
        _template(modules, every)


def check_each(addons):
    """Check addons, several at once, each by a process of its own.

    :returns: how many passed, how many did not.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        passed = [_checked(done) for done in pool.map(_start, addons)]
    return passed.count(True), passed.count(False)


def _start(addon):
    command = [sys.executable, "-m", "house.alone", addon]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _checked(done):
    say(done.stdout.rstrip() + done.stderr.rstrip())
    return not done.returncode


def check(addon):
    """What is wrong with an addon by itself, a sentence a finding."""
    database = f"test_{addon}"
    needed = grounds(odoo.manifests(), odoo.manifests_of_odoo())
    databases.clone(_template(needed[addon], set(needed.values())), database)
    try:
        return _install(addon, database) or _words_and_uninstall(addon, database)
    finally:
        databases.drop(database)


def _install(addon, database):
    log = LOGS / f"alone_{addon}_install.log"
    code = odoo.run(
        f"{addon}: installing",
        database,
        f"--init={addon}",
        "--skip-auto-install",
        "--log-level=warn",
        log=log,
        may_fail=True,
    )
    findings = _warnings(log, "installing")
    if code:
        findings.append(f"installing stops with exit {code}: {odoo.last_error(log)}")
    return findings


def _is_glue_only(addon):
    """A meta addon without a model, a view or a text has nothing to translate."""
    return not any(
        (databases.ADDONS / addon / name).exists() for name in ("models", "views")
    )


def _words_and_uninstall(addon, database):
    log = LOGS / f"alone_{addon}_uninstall.log"
    log.unlink(missing_ok=True)
    program = i18n.program(addon) + UNINSTALL.format(addon=addon)
    answer = odoo.shell(database, program, log=log)
    left = answer.split("LEFT", 1)[1].split()
    findings = _warnings(log, "uninstalling")
    findings += [f"uninstalling leaves {name} behind" for name in left]
    if not _is_glue_only(addon):
        findings += i18n.missing(addon, i18n.exported(addon))
    return findings


def _warnings(log, doing):
    lines = log.read_text().splitlines() if log.exists() else []
    return [
        f"{doing} logs: {line}"
        for line in lines
        if any(level in line for level in (" WARNING ", " ERROR ", " CRITICAL "))
    ]


def main():
    if not sys.argv[1:]:
        return make_templates()
    [addon] = sys.argv[1:]
    findings = check(addon)
    for finding in findings:
        say(f"  {addon}: {finding}")
    raise SystemExit(1 if findings else 0)


if __name__ == "__main__":
    main()
