# SPDX-License-Identifier: AGPL-3.0-or-later
"""Python: ruff's rules and ruff's format, as ``pyproject.toml`` sets them."""

import json

from house.checks.project import Finding

FOLDERS = ("addons", "scripts", "tests")


def check_rules(project):
    return [
        Finding(path, found["location"]["row"], f"{found['message']} ({found['code']})")
        for path, found in _ruff(project, "check")
    ]


def check_format(project):
    return [
        Finding(path, 0, "not formatted: run `scripts/lint --fix`")
        for path, _found in _ruff(project, "format", "--check")
    ]


def _ruff(project, *command):
    """What ruff says of our folders: path, detail. Its own failure is one too."""
    folders = [folder for folder in FOLDERS if project.matching(f"{folder}/*.py")]
    run = project.run("ruff", *command, "--output-format=json", *folders)
    if run.returncode not in {0, 1}:
        raise RuntimeError(f"ruff failed: {run.stderr.strip()}")
    return [
        (project.relative(found["filename"]), found) for found in json.loads(run.stdout)
    ]
