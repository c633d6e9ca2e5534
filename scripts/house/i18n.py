# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/i18n: an addon's words, exported from Odoo, and what French still lacks."""

import sys

import polib

from . import databases, odoo
from .place import ADDONS, HOME, fail, say

# Written aside: the account that runs Odoo may not write in the project.
OUT = HOME / "run" / "i18n"
EXPORT = """
from odoo.tools.translate import trans_export
with open({path!r}, 'wb') as file:
    trans_export(None, [{addon!r}], file, 'po', env)
"""


def export(addon, database):
    """The addon's words as Odoo finds them."""
    odoo.shell(database, program(addon))
    return exported(addon)


def program(addon):
    """The lines for Odoo's shell that write the words where ``exported`` reads them."""
    return EXPORT.format(path=str(_path(addon)), addon=addon)


def _path(addon):
    return HOME / "run" / f"{addon}.pot"


def exported(addon):
    """The words that were written, without dates that change by the day."""
    words = polib.pofile(str(_path(addon)))
    for name in ("POT-Creation-Date", "PO-Revision-Date"):
        words.metadata.pop(name, None)
    return words


def missing(addon, words):
    """What the shipped pot and fr.po lack of these words, a sentence a finding."""
    shipped = _read(ADDONS / addon / "i18n" / f"{addon}.pot")
    french = _read(ADDONS / addon / "i18n" / "fr.po")
    wanted = {entry.msgid for entry in words}
    known = {entry.msgid for entry in shipped}
    done = {entry.msgid for entry in french if entry.translated()}
    findings = [
        f"{addon}.pot lacks {text!r}: run scripts/i18n" for text in wanted - known
    ]
    return sorted(findings) + sorted(
        f"fr.po does not translate {text!r}" for text in wanted - done
    )


def _read(path):
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def write(addon, words):
    """Write the pot; keep what French has, add what is new as empty entries."""
    folder = OUT / addon / "i18n"
    folder.mkdir(parents=True, exist_ok=True)
    words.save(str(folder / f"{addon}.pot"))
    french = _read(ADDONS / addon / "i18n" / "fr.po")
    french.metadata = {**words.metadata, "Language": "fr", "Language-Team": ""}
    french.merge(words)
    for entry in french.obsolete_entries():
        french.remove(entry)
    french.save(str(folder / "fr.po"))
    return [entry.msgid for entry in french.untranslated_entries()]


def main():
    addons = sys.argv[1:] or databases.suite_addons()
    for unknown in set(addons) - set(odoo.manifests()):
        fail(f"There is no addon {unknown}: scripts/i18n [ADDON...].")
    for addon in addons:
        # The demonstration stands in its own database only.
        is_demo = addon == databases.DEMO_ADDON
        database = databases.demo() if is_demo else databases.suite()
        empty = write(addon, export(addon, database))
        say(f"{addon}: {len(empty)} texts without French")
        for text in empty:
            say(f"  {text!r}")


if __name__ == "__main__":
    main()
