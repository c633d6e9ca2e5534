# SPDX-License-Identifier: AGPL-3.0-or-later
"""``scripts/lint --fix``: let the tools put into form what they can; draw the graph."""

from house import graph
from house.checks.javascript import FORMATTED
from house.checks.project import Project
from house.checks.python import FOLDERS


def main():
    project = Project.here()
    folders = [name for name in FOLDERS if project.matching(f"{name}/*.py")]
    project.run("ruff", "check", "--fix", "--quiet", *folders)
    print(project.run("ruff", "format", *folders).stdout.strip())
    if scripts := project.matching(*FORMATTED):
        print(project.run("prettier", "--write", *scripts).stdout.strip())
    print(graph.write(project.root))


if __name__ == "__main__":
    main()
