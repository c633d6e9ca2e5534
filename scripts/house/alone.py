# SPDX-License-Identifier: AGPL-3.0-or-later
"""One addon in an otherwise empty database: installed, translated, uninstalled."""

from . import databases, i18n, odoo
from .place import LOGS

UNINSTALL = """
name = {addon!r}
env['ir.module.module'].search([('name', '=', name)]).button_immediate_uninstall()
env.cr.commit()
left = env['ir.model.data'].search([('module', '=', name)]).mapped('complete_name')
print('LEFT', *left)
"""


def check(addon):
    """What is wrong with an addon by itself, a sentence a finding."""
    database = "test_alone"
    databases.clone(databases.base(), database)
    try:
        log = odoo.run(
            f"{addon}: installing",
            database,
            f"--init={addon}",
            "--log-level=warn",
            log=LOGS / f"alone_{addon}_install.log",
            warn=True,
        )
        findings = _warnings(log, "installing")
        if not findings and not _is_glue_only(addon):
            findings += i18n.missing(addon, i18n.export(addon, database))
        if not findings:
            findings += _uninstall(addon, database)
        return findings
    finally:
        databases.drop(database)


def _is_glue_only(addon):
    """A meta addon without a model, a view or a text has nothing to translate."""
    return not any(
        (databases.ADDONS / addon / name).exists() for name in ("models", "views")
    )


def _uninstall(addon, database):
    log = LOGS / f"alone_{addon}_uninstall.log"
    log.unlink(missing_ok=True)
    answer = odoo.shell(database, UNINSTALL.format(addon=addon), log=log)
    left = answer.split("LEFT", 1)[1].split()
    return _warnings(log, "uninstalling") + [
        f"uninstalling leaves {name} behind" for name in left
    ]


def _warnings(log, doing):
    lines = log.read_text().splitlines() if log.exists() else []
    return [
        f"{doing} logs: {line}"
        for line in lines
        if any(level in line for level in (" WARNING ", " ERROR ", " CRITICAL "))
    ]
