# SPDX-License-Identifier: AGPL-3.0-or-later
"""A check whose tool is missing is no passed check; its output is understood."""

from subprocess import CompletedProcess

from house.checks import __main__ as lint
from house.checks import odoo


def ended(code, out="", err=""):
    return CompletedProcess([], code, out, err)


def test_missing_tool_is_a_finding(make_project, monkeypatch):
    project = make_project({"scripts/a.sh": "echo\n"})
    assert project.files == ["scripts/a.sh"]
    monkeypatch.setenv("PATH", "")
    (found,) = lint._findings(project, "shell")
    assert "shellcheck is not installed" in found.sentence


def test_lines_of_the_tools_become_findings(make_project):
    run = ended(1, "addons/a/x.xml:3: xml-duplicate-id Twice `a`\naddons/a/x.xml:9\n")
    (found,) = odoo._parse(make_project({}), run)
    assert str(found) == "addons/a/x.xml:3: xml-duplicate-id Twice `a`"


def test_tool_that_dies_is_a_finding(make_project):
    (found,) = odoo._parse(make_project({}), ended(1, err="Traceback\nBoom"))
    assert found.sentence == "Boom"


def test_unknown_check_is_refused_with_the_list(capsys):
    assert lint.main(["spelling"]) == 2
    assert "Choose among: " in capsys.readouterr().out


def test_one_check_does_not_hide_the_others(capsys):
    many = [lint.Finding("a.py", line, "too long") for line in range(1, 40)]
    assert lint._report({"sizes": many, "leaks": []}) == 39
    printed = capsys.readouterr().out
    assert "... and 24 more: scripts/lint sizes" in printed
    assert printed.endswith("lint: 2 checks, 39 findings\n")
    lint._report({"sizes": many})
    assert "a.py:39" in capsys.readouterr().out
