# SPDX-License-Identifier: AGPL-3.0-or-later
"""The twelve suppliers as contacts, their terms in a note for people."""

from ..lib.suppliers import SUPPLIERS
from .book import LANGUAGE

WEEKDAYS = dict(
    zip(
        "123456",
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"),
        strict=True,
    )
)


def apply(book):
    """One contact a supplier; the goods name them by key."""
    term = book.env.ref("account.account_payment_term_30days")
    partners = book.env["res.partner"].create(
        [_prepare(book, supplier, term) for supplier in SUPPLIERS]
    )
    for supplier, partner in zip(SUPPLIERS, partners, strict=True):
        book.suppliers[supplier.key] = partner


def _prepare(book, supplier, term):
    return {
        "name": supplier.name,
        "is_company": True,
        "ref": f"FR{supplier.number:02d}",
        "email": f"commandes@{supplier.key}.example",
        "city": supplier.town,
        "country_id": book.env.ref("base.fr").id,
        "lang": LANGUAGE,
        "supplier_rank": 1,
        "property_supplier_payment_term_id": term.id,
        "comment": terms(supplier),
    }


def terms(supplier):
    """The terms in one French sentence, for the contact's note."""
    days = ", ".join(WEEKDAYS[digit] for digit in supplier.order_weekdays)
    weeks = {1: "", 2: " (une semaine sur deux)"}.get(
        supplier.every_weeks, f" (toutes les {supplier.every_weeks} semaines)"
    )
    least = f", minimum {supplier.minimum_value} €" if supplier.minimum_value else ""
    return f"Commande : {days}{weeks} ; livraison à {supplier.lead_days} j{least}."
