# SPDX-License-Identifier: AGPL-3.0-or-later
"""Odoo's own traps: pylint-odoo and the OCA's checks of modules and po files."""

import re

from house.checks.project import Finding

# Left out of pylint-odoo: what only concerns addons published by the OCA
# (authors, README form, categories), what ruff already says, matters of taste, and
# what our rules contradict: an event model refuses write and unlink outright, a
# scheduled job goes through all teams, a model with many verbs has a file a verb.
PYLINT_MESSAGES = (
    "manifest-deprecated-key",
    "manifest-required-key",
    "manifest-version-format",
    "manifest-superfluous-key",
    "manifest-author-string",
    "manifest-data-duplicated",
    "manifest-external-assets",
    "manifest-behind-migrations",
    "manifest-summary-multiline",
    "license-allowed",
    "resource-not-exist",
    "test-folder-imported",
    "method-compute",
    "method-search",
    "method-inverse",
    "prohibited-method-override",
    "missing-return",
    "super-method-mismatch",
    "inheritable-method-string",
    "inheritable-method-lambda",
    "renamed-field-parameter",
    "attribute-deprecated",
    "deprecated-name-get",
    "deprecated-inselect-operator",
    "deprecated-odoo-model-method",
    "deprecated-self-cr",
    "invalid-commit",
    "sql-injection",
    "external-request-timeout",
    "no-write-in-compute",
    "no-wizard-in-models",
    "context-overridden",
    "odoo-addons-relative-import",
    "odoo-exception-warning",
    "bad-builtin-groupby",
    "except-pass",
    "prefer-env-translation",
    "translation-field",
    "translation-required",
    "translation-injection",
    "translation-contains-variable",
    "translation-positional-used",
    "translation-not-lazy",
    "translation-format-interpolation",
    "translation-fstring-interpolation",
    "translation-unsupported-format",
    "translation-format-truncated",
    "translation-too-many-args",
    "translation-too-few-args",
)

# Left out of the OCA's checks: the README is in readme/, XML is UTF-8 unless it
# says otherwise, and Odoo 19 converts "True" and "12" by the type of the field.
MODULE_MESSAGES_OFF = ",".join(
    (
        "prefer-readme-rst",
        "weblate-component-too-long",
        "xml-header-missing",
        "xml-header-wrong",
        "xml-field-bool-without-eval",
        "xml-field-numeric-without-eval",
    )
)
PO_MESSAGES_OFF = "po-pretty-format"

OCA_LINE = re.compile(r"^(?P<path>\S+?):(?P<line>\d+)(?::\d+)?:? (?P<sentence>.+)$")


def check_pylint(project):
    if not project.addons:
        return []
    run = project.run(
        "pylint",
        "--load-plugins=pylint_odoo",
        "--valid-odoo-versions=19.0",
        "--disable=all",
        f"--enable={','.join(PYLINT_MESSAGES)}",
        "--score=no",
        "--msg-template={path}:{line} {msg} ({symbol})",
        *project.addons.values(),
    )
    return _parse(project, run)


def check_modules(project):
    if not project.addons:
        return []
    run = project.run(
        "oca-checks-odoo-module",
        f"--disable={MODULE_MESSAGES_OFF}",
        *project.addons.values(),
    )
    return _parse(project, run)


def check_po(project):
    files = project.matching("addons/*/i18n/*.po", "addons/*/i18n/*.pot")
    if not files:
        return []
    run = project.run("oca-checks-po", f"--disable={PO_MESSAGES_OFF}", *files)
    return _parse(project, run)


def _parse(project, run):
    """Findings of a tool that prints ``path:line sentence``; a crash is one too."""
    matches = filter(None, map(OCA_LINE.match, run.stdout.splitlines()))
    found = [
        Finding(project.relative(m["path"]), int(m["line"]), m["sentence"])
        for m in matches
    ]
    if run.returncode and not found:
        said = (run.stderr.strip() or run.stdout.strip()).splitlines()
        return [Finding("addons", 0, said[-1] if said else "a tool failed silently")]
    return found
