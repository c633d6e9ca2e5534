# SPDX-License-Identifier: AGPL-3.0-or-later
"""No arrow between any two of the five; the README's picture is up to date."""

from house import graph
from house.checks.project import Finding


def check(project):
    manifests = graph.read_manifests(project.root)
    arrows = [
        Finding(
            f"addons/{addon}/__manifest__.py",
            0,
            f"{addon} needs {below}: join the two in a glue addon instead",
        )
        for addon, below in graph.forbidden(manifests)
    ]
    return arrows + _readme(project, manifests)


def _readme(project, manifests):
    if not manifests or "README.md" not in project.files:
        return []
    text = project.text("README.md")
    expected = graph.inserted(text, manifests)
    if expected is None:
        sentence = f"has no {graph.OPENING} … {graph.CLOSING} for the graph"
    elif expected != text:
        sentence = "shows an old graph: run `scripts/lint --fix`"
    else:
        return []
    return [Finding("README.md", 0, sentence)]
