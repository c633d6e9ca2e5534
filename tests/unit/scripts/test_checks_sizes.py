# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sizes of the house: one line too many is found, the last allowed is not."""

import pytest

from house.checks import sizes

MANIFEST = '{"name": "A", "auto_install": %s}'


def function(lines):
    return "def f():\n" + "    x = 1\n" * (lines - 1)


def branches(count):
    return "def f(x):\n" + "    if x:\n        x += 1\n" * count


def methods(count):
    return "class A:\n" + "    def f(self): ...\n" * count


def over(source):
    return sizes._over_limits(sizes.measure_source("addons/a/b.py", source))


@pytest.mark.parametrize(
    ("fits", "too_much", "words"),
    [
        (function(25), function(26), "lines in a method"),
        (branches(7), branches(8), "ways through a method"),
        (methods(20), methods(21), "methods in a class"),
        ("x = 1\n" * 250, "x = 1\n" * 251, "lines in a Python file"),
    ],
)
def test_limit_is_the_last_that_passes(fits, too_much, words):
    assert over(fits) == []
    assert words in str(over(too_much)[0])


def test_docstring_does_not_count_as_length():
    source = function(25).replace(
        "():\n", '():\n    """Rule.\n\n    Example.\n    """\n'
    )
    assert over(source) == []


def test_table_of_sentences_may_be_long_but_not_winding():
    path = "addons/a/models/sentences.py"
    long = sizes.measure_source(path, function(60))
    winding = sizes.measure_source(path, branches(8))
    assert sizes._over_limits(long) == []
    assert "ways through" in str(sizes._over_limits(winding)[0])


def test_script_over_200_lines_is_found(make_project):
    project = make_project({"addons/a/static/src/a.js": "let x;\n" * 201})
    assert "JavaScript" in str(sizes.check(project)[0])


def test_glue_over_120_lines_is_found(make_project):
    source = "x = 1\n" * 120
    files = {"addons/a/__manifest__.py": MANIFEST % "True", "addons/a/b.py": source}
    assert "lines of Python" in str(sizes.check(make_project(files))[0])


def test_capability_counts_without_its_tests(make_project):
    files = {
        "addons/a/__manifest__.py": MANIFEST % "False",
        **{f"addons/a/models/m{n}.py": "x = 1\n" * 250 for n in range(7)},
        **{f"addons/a/tests/t{n}.py": "x = 1\n" * 250 for n in range(7)},
    }
    assert sizes.check(make_project(files)) == []
    (make_project(files).root / "addons/a/models/m8.py").write_text("x = 1\n" * 250)
    assert len(sizes.check(make_project({}))) == 1


def test_table_has_a_row_for_each_addon(make_project):
    files = {"addons/a/__manifest__.py": MANIFEST % "False", "addons/a/b.py": "x = 1\n"}
    assert "\na   " in sizes.table(make_project(files))
