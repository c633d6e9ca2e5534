# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shell scripts: shellcheck, on everything that starts like a shell script."""

import json

from house.checks.project import Finding

SHELLS = ("#!/usr/bin/env bash", "#!/bin/bash", "#!/bin/sh", "#!/usr/bin/env sh")

# A file that others source sets what it does not use itself.
OFF = "SC2034"


def scripts(project):
    """Shell files by their ending or by their first line."""
    return [
        name
        for name in project.matching("scripts/*", "docker/*", ".ci/*")
        if name.endswith(".sh") or (project.text(name) or "").startswith(SHELLS)
    ]


def check(project):
    names = scripts(project)
    if not names:
        return []
    options = ["-x", "-P", "SCRIPTDIR", "-e", OFF, "-f", "json"]
    run = project.run("shellcheck", *options, *names)
    if not run.stdout:
        return [Finding("scripts", 0, run.stderr.strip())]
    return [
        Finding(found["file"], found["line"], f"{found['message']} (SC{found['code']})")
        for found in json.loads(run.stdout)
        if found["level"] in {"error", "warning"}
    ]
