# SPDX-License-Identifier: AGPL-3.0-or-later
"""What came by mail: which files can be price lists, and which mails no person wrote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PureWindowsPath

LIST = "list"  # can be a price list, by its name
OTHER = "other"  # a picture, a signature
EMPTY = "empty"
TOO_BIG = "too_big"
TOO_MANY = "too_many"  # can be a list, but comes after MAX_LISTS others

MAX_BYTES = 20_000_000  # of one file; more is not read as a price list either
MAX_LISTS = 20  # of one mail

_SUFFIXES = frozenset(
    ".xlsx .xlsm .xls .ods .csv .pdf .bnn .xml .json .jsonld .html .htm".split()
)
_OUTLOOK_SCRAP = re.compile(r"att\d+\.html?", re.IGNORECASE)
_AWAY = re.compile(
    r"\s*(auto(matic)?[ -]?(reply|response)|r[ée]ponse automatique|out of (the )?office|"
    r"absence du bureau|automatische (antwort|reactie)|abwesenheit|afwezig|"
    r"respuesta autom[áa]tica|risposta automatica)\b",
    re.IGNORECASE,
)
# Where everybody has an address, a domain says nothing of who writes.
_EVERYBODYS = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com
    live.fr msn.com yahoo.com yahoo.fr icloud.com me.com aol.com proton.me
    protonmail.com gmx.de gmx.net gmx.com web.de t-online.de orange.fr wanadoo.fr
    free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr skynet.be telenet.be
    proximus.be ziggo.nl kpnmail.nl bluewin.ch libero.it
    """.split()
)


@dataclass(frozen=True)
class File:
    """An attachment: its name without folders, and what it is taken for."""

    name: str
    verdict: str


def sort(files: Iterable[tuple[str, int]]) -> tuple[File, ...]:
    """Judge attachments by name and size in bytes, in their order.

    >>> [file.verdict for file in sort([("Tarif.XLSX", 9000), ("logo.png", 900)])]
    ['list', 'other']
    """
    found, lists = [], 0
    for written, size in files:
        name = file_name(written)
        verdict = _verdict(name, size)
        lists += verdict == LIST
        found.append(File(name, TOO_MANY if lists > MAX_LISTS else verdict))
    return tuple(found)


def file_name(written: str) -> str:
    r"""A name that is only a name: no folder, no line break.

    >>> file_name("C:\\Listes\\Tarif mai.xlsx")
    'Tarif mai.xlsx'
    """
    return PureWindowsPath(" ".join(written.split())).name[-150:]


def _verdict(name: str, size: int) -> str:
    if PureWindowsPath(name.lower()).suffix not in _SUFFIXES:
        return OTHER
    if _OUTLOOK_SCRAP.fullmatch(name):
        return OTHER
    if size > MAX_BYTES:
        return TOO_BIG
    return LIST if size else EMPTY


def is_machine(headers: Mapping[str, str], subject: str, has_list: bool) -> bool:
    """Whether a program answered: out of office, a ticket system, a mailing loop.

    A supplier's own program may send its list, so "auto-generated" and "bulk" only
    count where no list is attached.

    >>> is_machine({"Auto-Submitted": "auto-generated"}, "Tarif", has_list=True)
    False
    """
    told = {key.lower(): value.strip().lower() for key, value in headers.items()}
    submitted = told.get("auto-submitted", "no").split(";")[0].strip()
    precedence = told.get("precedence", "")
    if submitted == "auto-replied" or precedence == "auto_reply":
        return True
    if told.keys() & {"x-autoreply", "x-autorespond", "x-autoresponder"}:
        return True
    if has_list:
        return False
    return submitted != "no" or bool(_AWAY.match(subject))


def own_domain(address: str) -> str:
    """The domain of an address where it belongs to one house only, else "".

    >>> own_domain("marie@ferme.example"), own_domain("marie@free.fr")
    ('ferme.example', '')
    """
    domain = address.rpartition("@")[2].lower()
    return "" if domain in _EVERYBODYS else domain


def holds_address(words: str, address: str) -> bool:
    """Whether an address stands among words separated by commas.

    >>> holds_address("Ferme, Marie@ferme.example", "marie@ferme.example")
    True
    """
    told = {word.strip().lower() for word in words.split(",")}
    return bool(address) and address.lower() in told
