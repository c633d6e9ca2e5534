# SPDX-License-Identifier: AGPL-3.0-or-later
"""Codes of ``lib/`` and of the gateway as sentences: what is, then what to do."""

from odoo import fields
from odoo.tools import format_date

from ..lib import inbox


def mail_sentences(mail):
    """What became of a mail: who sent it, then one sentence a file."""
    files = mail.files or []
    has_list = any(code in inbox.OF_LISTS for _name, code, _day in files)
    if mail.brake:
        yield from _brake_sentences(mail)
    if mail.sender != "supplier" and has_list:
        yield _sender_sentence(mail)
    for name, code, day in files:
        yield _file_sentence(mail.env, name, code, day)
    if not has_list:
        yield mail.env._(
            "No price list is attached. Ask for an Excel, LibreOffice, CSV, BNN or PDF "
            "file."
        )


def _brake_sentences(mail):
    yield {
        inbox.BY_ADDRESS: mail.env._(
            "Too much came from this address within a day. This mail is kept and "
            "nothing of it is read; further ones are turned away for a day."
        ),
        inbox.BY_STRANGERS: mail.env._(
            "Too many mails came from unknown addresses within a day. This one is "
            "kept; further ones are turned away for a day. Known suppliers get through."
        ),
    }[mail.brake]
    if mail.refused:
        yield mail.env._("Turned away so far: %s.", mail.refused)
    yield mail.env._(
        "Ask a supplier who has more to send it in one file; tell who looks after the "
        "mailbox where nobody you know writes."
    )


def _sender_sentence(mail):
    if mail.partner_id and mail.sender == "unknown":
        return mail.env._(
            "Somebody said whose it is: %s.", mail.partner_id.display_name
        )
    return {
        "shared": mail.env._(
            "Several suppliers write from this address: the file tells whose it is, or "
            "you are asked."
        ),
        "colleague": mail.env._(
            "Forwarded by one of us: the file tells whose it is, or you are asked."
        ),
        "unknown": mail.env._(
            "Nobody here knows this sender, so nothing was imported. Say whose price "
            "list it is, or leave it."
        ),
    }[mail.sender]


def _file_sentence(env, name, code, day):
    when = day and format_date(env, fields.Date.to_date(day))
    return {
        inbox.TAKEN: env._("%s: in the price lists, nothing is applied yet.", name),
        inbox.SAME: env._("%(file)s: came on %(date)s already.", file=name, date=when),
        inbox.WAITS: env._("%s: kept here until you say whose it is.", name),
        inbox.OTHER: env._("%s: no price list.", name),
        inbox.EMPTY: env._("%s: the file is empty. Ask for it again.", name),
        inbox.TOO_BIG: env._(
            "%s: too big for a price list. Ask for a part of it.", name
        ),
        inbox.TOO_MANY: env._("%s: too many files. Ask for it in another mail.", name),
    }[code]
