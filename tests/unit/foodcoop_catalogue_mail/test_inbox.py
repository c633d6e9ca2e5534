"""Which attachments can be price lists, and which mails no person wrote."""

import doctest

import pytest

from odoo.addons.foodcoop_catalogue_mail.lib import inbox
from odoo.addons.foodcoop_catalogue_mail.lib.inbox import is_machine, sort


def test_examples_in_docstrings_hold():
    assert doctest.testmod(inbox).failed == 0


@pytest.mark.parametrize(
    ("name", "size", "verdict"),
    [
        ("tarif.xlsx", 10, inbox.LIST),
        ("TARIF.ODS", 10, inbox.LIST),
        ("PL_0512.BNN", 10, inbox.LIST),
        ("tarif.xlsm", 0, inbox.EMPTY),
        ("tarif.pdf", inbox.MAX_BYTES, inbox.LIST),
        ("tarif.pdf", inbox.MAX_BYTES + 1, inbox.TOO_BIG),
        ("tarif.docx", 10, inbox.OTHER),
        ("tarif.xlsx.exe", 10, inbox.OTHER),
        ("ATT00001.htm", 10, inbox.OTHER),
        ("attestation.html", 10, inbox.LIST),
        ("", 10, inbox.OTHER),
    ],
)
def test_a_file_is_judged_by_its_name_and_size(name, size, verdict):
    assert sort([(name, size)])[0].verdict == verdict


def test_an_address_of_everybodys_names_no_house():
    houses = {inbox.own_domain(f"marie@{domain}") for domain in inbox.EVERYBODYS}
    assert houses == {""}


def test_a_name_brings_no_folder_along():
    names = [
        file.name for file in sort([("../../etc/tarif.csv", 1), ("a\r\nb.csv", 1)])
    ]
    assert names == ["tarif.csv", "a b.csv"]


def test_only_so_many_lists_of_one_mail_are_read():
    files = [(f"{number}.csv", 5) for number in range(inbox.MAX_LISTS + 2)]
    verdicts = [file.verdict for file in sort([("logo.png", 5), *files])]
    assert verdicts.count(inbox.LIST) == inbox.MAX_LISTS
    assert verdicts[-2:] == [inbox.TOO_MANY] * 2


@pytest.mark.parametrize(
    ("headers", "subject", "has_list", "machine"),
    [
        ({"Auto-Submitted": "auto-replied"}, "Tarif", True, True),
        ({"auto-submitted": "Auto-Replied; owner=x"}, "Tarif", True, True),
        ({"Precedence": "auto_reply"}, "", False, True),
        ({"X-Autoreply": "yes"}, "", True, True),
        ({"Auto-Submitted": "auto-generated"}, "Away", False, True),
        ({"Auto-Submitted": "auto-generated"}, "Tarif", True, False),
        ({"Auto-Submitted": "no"}, "Tarif", False, False),
        ({"Precedence": "bulk"}, "Nos prix de la semaine", True, False),
        ({}, "Réponse automatique : Tarif", False, True),
        ({}, "Automatic reply: Tarif", False, True),
        ({}, "Out of Office: back on Monday", False, True),
        ({}, "RE: Tarif automatique", False, False),
        ({"Precedence": "bulk"}, "Our newsletter", False, True),
        ({"Precedence": "list"}, "[growers] hello", False, True),
        ({"Return-Path": "<>"}, "Undeliverable", False, True),
        ({"Return-Path": "<>"}, "Tarif", True, False),
        ({"From": "Mail <Postmaster@x.example>"}, "Undeliverable", True, True),
        ({"From": "MAILER-DAEMON@x.example"}, "failure notice", True, True),
        ({"From": "postmaster.jean@x.example"}, "Tarif", True, False),
    ],
)
def test_who_answers_by_itself_is_no_person(headers, subject, has_list, machine):
    assert is_machine(headers, subject, has_list) is machine


@pytest.mark.parametrize(
    ("mails", "lists", "strangers", "sender", "passed"),
    [
        (inbox.MAX_MAILS_A_DAY, 15, 0, "supplier", ""),
        (inbox.MAX_MAILS_A_DAY + 1, 0, 0, "supplier", inbox.BY_ADDRESS),
        (inbox.MAX_MAILS_A_DAY + 1, 0, 9, "unknown", inbox.BY_ADDRESS),
        (inbox.MAX_LISTS_A_DAY, 9, 0, "colleague", ""),
        (inbox.MAX_LISTS_A_DAY + 1, 9, 0, "colleague", inbox.BY_ADDRESS),
        (2, inbox.MAX_LISTS_A_DAY, 0, "supplier", ""),
        (3, inbox.MAX_LISTS_A_DAY + 1, 0, "supplier", inbox.BY_ADDRESS),
        (1, 1, inbox.MAX_STRANGERS_A_DAY, "unknown", ""),
        (1, 1, inbox.MAX_STRANGERS_A_DAY + 1, "unknown", inbox.BY_STRANGERS),
        (1, 1, inbox.MAX_STRANGERS_A_DAY + 1, "supplier", ""),
    ],
)
def test_a_days_limits(mails, lists, strangers, sender, passed):
    day = inbox.Day(mails, lists, strangers)
    assert inbox.limit_passed(day, sender) == passed
