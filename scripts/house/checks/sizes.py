# SPDX-License-Identifier: AGPL-3.0-or-later
"""Rooms that are too full: look for the missing noun before you go on.

A method's length is counted from ``def`` to its last line, without its
docstring, so that nobody pays for an example.
"""

import ast
from dataclasses import dataclass
from fnmatch import fnmatch

from mccabe import PathGraphingAstVisitor

from house.checks.project import Finding

METHOD_LINES = 25
COMPLEXITY = 8
PYTHON_LINES = 250
JS_LINES = 200
CLASS_METHODS = 20
ADDON_LINES = 2000
GLUE_LINES = 120

# Files that are data in the form of code, each with its reason: their lengths are
# those of the data. How many ways lead through a method counts there too.
DATA_LIKE = {
    "addons/*/sentences.py": "tables of reason codes and their sentences, one a row",
}


@dataclass(frozen=True)
class Measure:
    """``kind`` is a row's column: file, script, method, complexity or class."""

    path: str
    line: int
    kind: str
    name: str
    size: int


LIMITS = {
    "file": (PYTHON_LINES, "lines in a Python file"),
    "method": (METHOD_LINES, "lines in a method"),
    "complexity": (COMPLEXITY, "ways through a method"),
    "class": (CLASS_METHODS, "methods in a class"),
    "script": (JS_LINES, "lines in a JavaScript file"),
}


def check(project):
    measures = measure_all(project)
    return _over_limits(measures) + _full_addons(project, measures)


def measure_all(project):
    scripts = project.matching("addons/*/static/*.js", "tests/js/*.js")
    measures = [
        Measure(name, 0, "script", name, len(project.text(name).splitlines()))
        for name in scripts
        if "/static/lib/" not in name
    ]
    for name in project.matching("addons/*.py", "scripts/*.py", "tests/*.py"):
        measures += measure_source(name, project.text(name))
    return measures


def measure_source(path, source):
    """The measures of one Python file."""
    tree = ast.parse(source, path)
    found = [Measure(path, 0, "file", path, len(source.splitlines()))]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1 - _docstring_lines(node)
            found.append(Measure(path, node.lineno, "method", node.name, length))
        elif isinstance(node, ast.ClassDef):
            methods = [n for n in node.body if isinstance(n, ast.FunctionDef)]
            found.append(Measure(path, node.lineno, "class", node.name, len(methods)))
    return found + _complexities(path, tree)


def _docstring_lines(node):
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None:
        return 0
    return first.end_lineno - first.lineno + 1


def _complexities(path, tree):
    visitor = PathGraphingAstVisitor()
    visitor.preorder(tree, visitor)
    return [
        Measure(path, graph.lineno, "complexity", graph.entity, graph.complexity())
        for graph in visitor.graphs.values()
    ]


def _over_limits(measures):
    return [
        Finding(one.path, one.line, f"{one.name}: {one.size} {what}, {limit} at most")
        for one in measures
        for limit, what in [LIMITS[one.kind]]
        if one.size > limit and not _is_data(one)
    ]


def _is_data(measure):
    return measure.kind in {"file", "method"} and any(
        fnmatch(measure.path, pattern) for pattern in DATA_LIKE
    )


def _full_addons(project, measures):
    """A capability of 2,000 lines is two; a glue of 120 lines is no glue."""
    findings = []
    for name, manifest in project.manifests.items():
        limit = GLUE_LINES if manifest.get("auto_install") else ADDON_LINES
        lines = _python_lines(measures, name)
        if lines > limit:
            sentence = f"{lines} lines of Python without tests, {limit} at most"
            findings.append(Finding(f"addons/{name}", 0, sentence))
    return findings


def _python_lines(measures, addon, *, tests=False):
    return sum(
        one.size
        for one in measures
        if one.kind == "file"
        and one.path.startswith(f"addons/{addon}/")
        and ("/tests/" in one.path) == tests
    )


def table(project):
    """The largest of everything, one row an addon."""
    measures = measure_all(project)
    limits = [limit for limit, _what in LIMITS.values()]
    rows = [
        ("", "python", "tests", *LIMITS),
        ("(at most)", ADDON_LINES, "", *limits),
    ]
    for addon in project.addons:
        own = [one for one in measures if one.path.startswith(f"addons/{addon}/")]
        lines = [_python_lines(measures, addon, tests=late) for late in (False, True)]
        rows.append((addon, *lines, *(_largest(own, kind) for kind in LIMITS)))
    for folder in ("scripts", "tests"):
        own = [one for one in measures if one.path.startswith(f"{folder}/")]
        lines = sum(one.size for one in own if one.kind == "file")
        rows.append((folder, lines, "", *(_largest(own, kind) for kind in LIMITS)))
    return "\n".join(_row(row) for row in rows)


def _largest(measures, kind):
    sizes = [one.size for one in measures if one.kind == kind]
    return max(sizes, default="")


def _row(cells):
    return f"{cells[0]:28}" + "".join(f"{cell!s:>11}" for cell in cells[1:])
