# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sentences of "Is this right?": which rows tell a person the most."""

from collections.abc import Iterable

from odoo.addons.foodcoop_pricelist.lib.offer import Offer


def examples(offers: Iterable[Offer], count: int = 5) -> tuple[Offer, ...]:
    """Rows that show a person what was understood, each of another kind.

    By the kilogram, by the piece, by the case come first; then what is in doubt; then
    rows from all over the list. A product without a price, or at zero, shows nothing.
    """
    priced = [offer for offer in offers if offer.price]
    kinds: dict[tuple, Offer] = {}
    for told in (_basis, _sold, _doubted):
        for offer in sorted(priced, key=lambda offer: bool(offer.doubts)):
            kinds.setdefault((told, *told(offer)), offer)
    step = max(1, len(priced) // count)
    return tuple(dict.fromkeys((*kinds.values(), *priced[::step])))[:count]


def _basis(offer: Offer) -> tuple:
    """What the price is for."""
    return (offer.terms.basis,)


def _sold(offer: Offer) -> tuple:
    """How it is sold: one, or several together."""
    return offer.terms.basis, offer.terms.unit, offer.terms.pack != 1


def _doubted(offer: Offer) -> tuple:
    return offer.doubts
