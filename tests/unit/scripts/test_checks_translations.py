# SPDX-License-Identifier: AGPL-3.0-or-later
"""A sentence without its French is found, and so is French of no sentence."""

import polib
import pytest

from house.checks import translations

MODEL = "from odoo import models\n\n\ndef f(env):\n    return env._('Scan it')\n"


def po(*entries):
    file = polib.POFile()
    for msgid, msgstr, *flags in entries:
        file.append(polib.POEntry(msgid=msgid, msgstr=msgstr, flags=flags))
    return file


def faults(wanted, given):
    return [str(f) for f in translations.compare("fr.po", po(wanted), po(*given))]


def test_complete_translation_passes():
    assert faults(("%(n)s of {x}", ""), [("%(n)s of {x}", "{x} : %(n)s")]) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "lacks"),
        ([("Scan %s", "")], "not translated"),
        ([("Scan %s", "Scannez %s", "fuzzy")], "fuzzy"),
        ([("Scan %s", "Scannez")], "placeholders"),
        ([("Scan %s", "Scannez %s %s")], "placeholders"),
        ([("Scan %s", "Scannez %s"), ("Old", "Vieux")], "no longer said"),
    ],
)
def test_fault_of_a_translation_is_found(given, words):
    (fault,) = faults(("Scan %s", ""), given)
    assert words in fault


def addon(files):
    manifest = {"addons/a/__manifest__.py": '{"name": "A"}'}
    return manifest | {f"addons/a/{name}": text for name, text in files.items()}


def test_addon_with_models_needs_its_files(make_project):
    project = make_project(addon({"models/m.py": MODEL}))
    assert "a.pot is missing" in str(translations.check(project)[0])


def test_addon_of_pure_functions_needs_none(make_project):
    files = {"lib/m.py": "x = 1\n", "__init__.py": "", "tests/test_m.py": MODEL}
    assert translations.check(make_project(addon(files))) == []


def test_a_sentence_of_two_pieces_is_one(make_project):
    files = {
        "static/src/m.js": "_t(\n  \"One \" +\n    'sentence')",
        "i18n/a.pot": str(po(("One sentence", ""))),
        "i18n/fr.po": str(po(("One sentence", "Une phrase"))),
    }
    assert translations.check(make_project(addon(files))) == []


def test_sentence_missing_from_the_template_is_found(make_project):
    files = {
        "models/m.py": MODEL,
        "static/src/m.js": 'const a = _t("It\'s \\"here\\"");',
        "i18n/a.pot": str(po(("Other", ""))),
        "i18n/fr.po": str(po(("Other", "Autre"))),
    }
    found = translations.check(make_project(addon(files)))
    assert [(one.path, one.line) for one in found] == [
        ("addons/a/models/m.py", 5),
        ("addons/a/static/src/m.js", 1),
    ]
