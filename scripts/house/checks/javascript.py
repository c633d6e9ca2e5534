# SPDX-License-Identifier: AGPL-3.0-or-later
"""JavaScript: eslint's rules (ours) and prettier's form."""

import json

from house.checks.project import Finding

PATTERNS = (
    "addons/*/static/src/*.js",
    "addons/*/static/tests/*.js",
    "tests/js/*.js",
    "eslint.config.js",
)


FORMATTED = (*PATTERNS, "addons/*/static/src/*.scss")


def check_rules(project):
    names = project.matching(*PATTERNS)
    if not names:
        return []
    config = project.home / "node/eslint.config.js"
    run = project.run("eslint", "--config", config, "--format", "json", *names)
    if run.returncode not in {0, 1}:
        said = run.stderr.strip().splitlines()
        return [Finding("eslint.config.js", 0, said[0] if said else "eslint failed")]
    return [
        Finding(
            project.relative(report["filePath"]),
            message.get("line") or 0,
            f"{message['message']} ({message.get('ruleId') or 'syntax'})",
        )
        for report in json.loads(run.stdout)
        for message in report["messages"]
    ]


def check_format(project):
    names = project.matching(*FORMATTED)
    if not names:
        return []
    run = project.run("prettier", "--list-different", *names)
    if run.returncode and not run.stdout.strip():
        return [Finding(".prettierrc.json", 0, run.stderr.strip())]
    return [
        Finding(name, 0, "not formatted: run `scripts/lint --fix`")
        for name in run.stdout.split()
    ]
