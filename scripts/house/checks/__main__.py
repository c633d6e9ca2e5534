# SPDX-License-Identifier: AGPL-3.0-or-later
"""``scripts/lint [NAME...]``: run all checks, or the named ones."""

import sys
from concurrent.futures import ThreadPoolExecutor

from house.checks import (
    containers,
    graph,
    javascript,
    leaks,
    odoo,
    python,
    shell,
    sizes,
    translations,
)
from house.checks.project import Finding, Project, ToolMissing

CHECKS = {
    "pylint": odoo.check_pylint,
    "oca": odoo.check_modules,
    "prettier": javascript.check_format,
    "eslint": javascript.check_rules,
    "docker": containers.check,
    "shell": shell.check,
    "ruff": python.check_rules,
    "format": python.check_format,
    "sizes": sizes.check,
    "po": odoo.check_po,
    "translations": translations.check,
    "leaks": leaks.check,
    "graph": graph.check,
}

AT_FIRST = 15


def _findings(project, name):
    try:
        return sorted(set(CHECKS[name](project)))
    except ToolMissing as missing:
        return [Finding("scripts/lint", 0, str(missing))]


def _report(results):
    """Print what was found, check by check, and count it.

    The first of each when all checks ran, so that one does not hide the others.
    """
    shown = None if len(results) == 1 else AT_FIRST
    for name, findings in results.items():
        print(f"{name:13} {len(findings) or 'ok'}")
        for finding in findings[:shown]:
            print(f"  {finding}")
        if shown and len(findings) > shown:
            print(f"  ... and {len(findings) - shown} more: scripts/lint {name}")
    count = sum(map(len, results.values()))
    print(f"lint: {len(results)} checks, {count} findings")
    return count


def main(names):
    unknown = [name for name in names if name not in CHECKS]
    if unknown:
        print(f"lint: no check is called {', '.join(unknown)}.")
        print(f"Choose among: {' '.join(CHECKS)}")
        return 2
    project = Project.here()
    names = names or list(CHECKS)
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(lambda name: _findings(project, name), names)
        results = dict(zip(names, found, strict=True))
    if "sizes" in results:
        print(sizes.table(project), end="\n\n")
    return 1 if _report(results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
