# SPDX-License-Identifier: AGPL-3.0-or-later
"""Members as contacts, and the people who sign in."""

from odoo import Command

from ..lib.people import LUCIE, POSTCODE, TOWN
from ..lib.roles import PASSWORD, ROLES
from .book import LANGUAGE, ZONE


def apply(book):
    """Lucie signs in as herself; the others have contacts of their own."""
    people = book.shop.members
    partners = book.env["res.partner"].create(
        [_prepare_member(book.env, person) for person in people]
    )
    for person, partner in zip(people, partners, strict=True):
        book.members[person.number] = partner
    book.env["res.users"].create([_prepare_user(book, role) for role in ROLES])


def _prepare_member(env, person):
    return {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "street": person.street,
        "zip": POSTCODE,
        "city": TOWN,
        "country_id": env.ref("base.fr").id,
        "lang": LANGUAGE,
        "tz": ZONE,
    }


def _prepare_user(book, role):
    vals = {
        "login": role.login,
        "name": role.name,
        "password": PASSWORD,
        "lang": LANGUAGE,
        "tz": ZONE,
        # Odoo's inbox is for employees only.
        "notification_type": "inbox" if "base.group_user" in role.groups else "email",
        "group_ids": [Command.set(_groups(book.env, role))],
    }
    if role.login == "membre":
        lucie = book.members[LUCIE]
        return {**vals, "partner_id": lucie.id, "email": lucie.email}
    return {**vals, "email": f"{role.login}@fourmiliere.example"}


def _groups(env, role):
    return [env.ref(name).id for name in role.groups]
