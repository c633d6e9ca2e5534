# SPDX-License-Identifier: AGPL-3.0-or-later
"""Translations complete: every sentence of every addon also in French."""

import ast
import re
from collections import Counter

import polib

from house.checks.project import Finding

LANGUAGE = "fr"
PLACEHOLDER = re.compile(r"%\(\w+\)[sdrf]|%[sdrf]|\{\w*(?::[^{}]*)?\}|%%")
JS_TEXT = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
JS_CALL = re.compile(rf"\b_t\(\s*({JS_TEXT}(?:\s*\+\s*{JS_TEXT})*)")
TRANSLATORS = {"_", "_lt"}

# Addons whose words are not translated, each with its reason.
SILENT = {
    "foodcoop_demo": "the invented French shop is data, told in its own language",
}


def check(project):
    findings = []
    for addon, folder in project.addons.items():
        if addon not in SILENT and _speaks(project, folder):
            findings += _addon_findings(project, folder, addon)
    return findings


def _speaks(project, folder):
    """An addon with models, views or scripts has sentences for people."""
    sources = project.matching(f"{folder}/*.py", f"{folder}/*.xml", f"{folder}/*.js")
    silent = ("__init__.py", "__manifest__.py")
    return any(
        not name.endswith(silent) and not re.search(r"/(lib|tests|demo)/", name)
        for name in sources
    )


def _addon_findings(project, folder, addon):
    template = f"{folder}/i18n/{addon}.pot"
    french = f"{folder}/i18n/{LANGUAGE}.po"
    for name in (template, french):
        if name not in project.files:
            return [Finding(str(folder), 0, f"{name} is missing: run scripts/i18n")]
    wanted = polib.pofile(str(project.root / template))
    given = polib.pofile(str(project.root / french))
    unlisted = [
        Finding(name, line, f"not in {template}: {text!r}")
        for name, line, text in _said(project, folder)
        if not wanted.find(text, include_obsolete_entries=False)
    ]
    return unlisted + compare(french, wanted, given)


def compare(path, wanted, given):
    """What a po file lacks of its template, and what it has too much."""
    entries = {_key(entry): entry for entry in given if not entry.obsolete}
    findings = [
        Finding(path, 0, f"lacks {entry.msgid!r}")
        for entry in wanted
        if _key(entry) not in entries
    ]
    keys = {_key(entry) for entry in wanted}
    for key, entry in entries.items():
        if key not in keys:
            sentence = f"translates what is no longer said: {entry.msgid!r}"
            findings.append(Finding(path, entry.linenum, sentence))
        elif fault := _fault(entry):
            findings.append(Finding(path, entry.linenum, f"{entry.msgid!r} {fault}"))
    return findings


def _key(entry):
    return entry.msgctxt, entry.msgid


def _fault(entry):
    """Why an entry is not a translation, or None."""
    if entry.fuzzy:
        return "is marked fuzzy: read it, then remove the mark"
    if not entry.msgstr.strip():
        return "is not translated"
    if placeholders(entry.msgid) != placeholders(entry.msgstr):
        return "has other placeholders in its translation"
    return None


def placeholders(text):
    """What the program fills in: ``%(name)s`` and ``{name}``, counted.

    >>> placeholders("%(count)s of %(total)s") == placeholders("%(total)s, %(count)s")
    True
    """
    return Counter(PLACEHOLDER.findall(text))


def _said(project, folder):
    """Sentences that the code marks for translation: path, line, text."""
    for name in project.matching(f"{folder}/*.py"):
        if "/tests/" not in name:
            for line, text in python_sentences(project.text(name)):
                yield name, line, text
    for name in project.matching(f"{folder}/static/src/*.js"):
        source = project.text(name)
        for match in JS_CALL.finditer(source):
            pieces = re.findall(JS_TEXT, match[1])
            text = "".join(ast.literal_eval(piece) for piece in pieces)
            yield name, source.count("\n", 0, match.start()) + 1, text


def python_sentences(source):
    """Texts given to ``_`` or ``env._`` as one literal."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0]
        if name in TRANSLATORS and isinstance(first, ast.Constant):
            yield node.lineno, first.value
