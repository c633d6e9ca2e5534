# SPDX-License-Identifier: AGPL-3.0-or-later
"""What came by mail: files that can be price lists, mails that no person wrote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import PureWindowsPath

LIST = "list"  # can be a price list, by its name
OTHER = "other"  # a picture, a signature
EMPTY = "empty"
TOO_BIG = "too_big"
TOO_MANY = "too_many"  # can be a list, but comes after MAX_LISTS others
TAKEN, SAME, WAITS = "taken", "same", "waits"  # what became of a list
OF_LISTS = frozenset({TAKEN, SAME, WAITS, EMPTY, TOO_BIG, TOO_MANY})

MAX_BYTES = 20_000_000  # of one file; more is not read as a price list either
MAX_LISTS = 20  # of one mail
# Of one address within a day: two full mails, the second to correct the first.
MAX_LISTS_A_DAY = 40
# Of one supplier's address within a day. Odoo's gateway stops an address at 20 mails in
# two hours and tells nobody here: ours is passed before, and the buyer hears of it.
MAX_MAILS_A_DAY = 15
# Of all addresses within a day that nobody knows: each mail may come with a new one.
MAX_STRANGERS_A_DAY = 50

BY_ADDRESS, BY_STRANGERS = "address", "strangers"  # whose mails were too many

_SUFFIXES = ".xlsx .xlsm .xls .ods .csv .pdf .bnn .xml .json .jsonld .html .htm"
_OUTLOOK_SCRAP = re.compile(r"att\d+\.html?", re.IGNORECASE)
_AWAY = re.compile(
    r"\s*(auto(matic)?[ -]?(reply|response)|r[ée]ponse automatique|"
    r"out of (the )?office|absence du bureau|automatische (antwort|reactie)|"
    r"abwesenheit|afwezig|"
    r"respuesta autom[áa]tica|risposta automatica)\b",
    re.IGNORECASE,
)
_POSTMEN = ("mailer-daemon", "postmaster")
# Where everybody has an address, a domain says nothing of who writes.
_HOUSES = """
    gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com
    live.fr msn.com yahoo.com yahoo.fr icloud.com me.com aol.com proton.me
    protonmail.com gmx.de gmx.net gmx.com web.de t-online.de orange.fr wanadoo.fr
    free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr skynet.be telenet.be
    proximus.be ziggo.nl kpnmail.nl bluewin.ch libero.it
"""
EVERYBODYS = frozenset(_HOUSES.split())


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
    if PureWindowsPath(name.lower()).suffix not in _SUFFIXES.split():
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
    if _local_part(told.get("from", "")) in _POSTMEN:
        return True  # an undelivered mail brings its own files back
    if has_list:
        return False
    nobodys = precedence in ("bulk", "junk", "list") or told.get("return-path") == "<>"
    return submitted != "no" or nobodys or bool(_AWAY.match(subject))


def _local_part(sender):
    return parseaddr(sender)[1].rpartition("@")[0]


@dataclass(frozen=True)
class Day:
    """Mails and lists of one address within a day, and mails of all strangers."""

    mails: int
    lists: int
    strangers: int


def limit_passed(day: Day, sender: str) -> str:
    """Whose mails are too many with the last one of ``day``, or "".

    Colleagues pass on what many suppliers wrote: of them only the lists count.

    >>> limit_passed(Day(mails=16, lists=16, strangers=0), "supplier")
    'address'
    """
    mails = MAX_LISTS_A_DAY if sender == "colleague" else MAX_MAILS_A_DAY
    if day.mails > mails or day.lists > MAX_LISTS_A_DAY:
        return BY_ADDRESS
    if sender == "unknown" and day.strangers > MAX_STRANGERS_A_DAY:
        return BY_STRANGERS
    return ""


def own_domain(address: str) -> str:
    """The domain of an address where it belongs to one house only, else "".

    >>> own_domain("marie@ferme.example")
    'ferme.example'
    """
    domain = address.rpartition("@")[2].lower()
    return "" if domain in EVERYBODYS else domain


def holds_address(words: str, address: str) -> bool:
    """Whether an address stands among words separated by commas.

    >>> holds_address("Ferme, Marie@ferme.example", "marie@ferme.example")
    True
    """
    told = {word.strip().lower() for word in words.split(",")}
    return bool(address) and address.lower() in told
