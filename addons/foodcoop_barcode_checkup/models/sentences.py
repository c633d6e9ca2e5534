# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reason codes of ``lib/`` as sentences for a person: what is, then what to do."""

from ..lib import checkup, reach


def type_names(env):
    """What a rule makes of a code, in the shop's words."""
    return {
        "product": env._("a product"),
        "weight": env._("a weight label"),
        "price": env._("a price label"),
        "discount": env._("a discount"),
        "client": env._("a member's card"),
        "cashier": env._("a cashier's badge"),
        "coupon": env._("a coupon or gift card"),
        "location": env._("a place in the storeroom"),
        "location_dest": env._("a place in the storeroom"),
        "lot": env._("a lot"),
        "package": env._("a package"),
        "alias": env._("another code"),
        "error": env._("nothing"),
    }


def kind_names(env):
    """Who bears a code."""
    return {
        "product.product": env._("Product"),
        "product.uom": env._("Pack"),
        "foodcoop.barcode.code": env._("Register of numbers"),
        "res.partner": env._("Member's card"),
        "hr.employee": env._("Badge"),
        "loyalty.card": env._("Coupon or gift card"),
        "loyalty.rule": env._("Promotion code"),
        "stock.location": env._("Place"),
        "stock.lot": env._("Lot"),
        "stock.package": env._("Package"),
    }


def finding_sentence(env, found):
    """What a rule does to goods."""
    if found.why is checkup.Why.OURS:
        return env._(
            "Numbers of our range “%s” are not read as they should be.",
            found.own,
        )
    if found.why is checkup.Why.LABEL:
        return env._(
            "These products bear a whole label, weight or price included: only that "
            "one label finds them."
        )
    return _taken_sentence(env, found)


def _taken_sentence(env, found):
    type_ = found.rule.type
    named = type_names(env).get(type_, type_)
    starts = ", ".join(map(reach.literal, reach.alternatives(found.rule)))
    if not starts:
        return env._("Goods are taken for %s and not found.", named)
    if type_ == "discount":
        return env._(
            "Scanning goods whose code begins with %s takes a percentage off the "
            "line before, without a word.",
            starts,
        )
    return env._(
        "Goods whose code begins with %(starts)s are taken for %(type)s and not found.",
        starts=starts,
        type=named,
    )


def remedy_sentence(env, found):
    """What is proposed, in words; the patterns stand beside it."""
    if found.why is checkup.Why.OURS:
        return env._("A rule of its own, asked before all others.")
    if found.why is checkup.Why.LABEL:
        return env._("Give each its base code or another number.")
    if not found.changes:
        return _no_proposal(env, found)
    said = [_change_sentence(env, change) for change in found.changes if change.before]
    if not all(change.before for change in found.changes):
        said.append(
            env._(
                "Well-formed product codes go first. A new badge or card may look like "
                "one: if it is not read, draw another."
            )
        )
    return " ".join(said)


def _change_sentence(env, change):
    """The narrower form: as long as it may be, or what it must not be."""
    pattern = change.after.pattern.split("|")[0]
    if change.before.pattern == change.after.pattern:
        return env._("Only 13 digits with the right check digit.")
    if "(?!" in pattern:
        return env._("Not codes of digits only, eight or more: those are goods.")
    length = len(pattern.translate(dict.fromkeys(map(ord, "{}$"))))
    return env._("Only codes of exactly %s signs.", length)


def _no_proposal(env, found):
    if not found.goods:
        return env._(
            "None of the shop's goods is concerned, and no narrower form is known: "
            "leave it until one is."
        )
    return env._(
        "No narrower form frees them without losing a badge, card or place in use. "
        "Change the rule by hand, or give these goods another number."
    )


def members_text(env, members):
    """ "GS1 Germany (414)", one a line."""
    lines = []
    for member in members:
        span = member.first
        if member.last != member.first:
            span = env._("%(first)s to %(last)s", first=member.first, last=member.last)
        lines.append(
            env._(
                "%(organisation)s: %(span)s, codes of %(digits)s digits",
                organisation=member.organisation,
                span=span,
                digits=member.digits,
            )
        )
    return "\n".join(lines)
