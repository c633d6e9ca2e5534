# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why this number, in one sentence, made from the proposal's own parts."""

from odoo.tools.misc import format_date, get_lang

from ..lib.policy import Reason, plain


def why(env, proposal, pack_name, unit):
    """'Sells 2.1 a day, 9 days ..., 14 there: 9.1 missing, so 2 × Pack of 6.'"""

    def amount(number):
        text = plain(number).replace(".", get_lang(env).decimal_point)
        return (
            text if unit == env.ref("uom.product_uom_unit") else f"{text} {unit.name}"
        )

    sentence = env._(
        "%(facts)s: %(result)s",
        facts=", ".join(_facts(env, proposal.terms, amount)),
        result=_result(env, proposal, pack_name, amount),
    )
    doubts = [_doubt(env, reason, proposal.terms) for reason in proposal.reasons[1:]]
    return " ".join([sentence[:1].upper() + sentence[1:], *doubts])


def _facts(env, terms, amount):
    if terms.usable_days:
        yield env._("sells %s a day", amount(terms.rate))
    else:
        yield env._("never on the shelf in the last weeks")
    if terms.usable_days and terms.empty_days:
        yield env._("%s empty days left out", terms.empty_days)
    yield env._(
        "%(days)s days until %(date)s",
        days=terms.coverage_days,
        date=format_date(env, terms.until, date_format="EEE d MMM"),
    )
    if terms.safety_days:
        yield env._("%s more for safety", terms.safety_days)
    yield env._("%s there", amount(terms.on_hand))
    if terms.on_order:
        yield env._("%s on the way", amount(terms.on_order))


def _result(env, proposal, pack_name, amount):
    main = proposal.reasons[0]
    if main is Reason.ENOUGH:
        return env._("enough.")
    if main is Reason.EMPTY_SHELF:
        return env._("empty and nothing coming, so 1 × %s to try again.", pack_name)
    return env._(
        "%(missing)s missing, so %(packs)s × %(pack)s.",
        missing=amount(proposal.missing),
        packs=proposal.packs,
        pack=pack_name,
    )


def _doubt(env, reason, terms):
    if reason is Reason.COUNT_ME:
        return env._("The stock is below zero: please count it.")
    return env._("Little to go by yet: please look.")
