# SPDX-License-Identifier: AGPL-3.0-or-later
"""A product of the list as a sentence: what it costs, and how it is sold."""

from markupsafe import Markup, escape

from odoo.addons.foodcoop_words.lib import packs
from odoo.tools import formatLang

from .sentences import quantity_text


def example_sentence(record, told):
    env = record.env
    bold = Markup("<strong>%s</strong>")
    name, code = bold % told["title"], escape(told["code"])
    what = env._("%(name)s, code %(code)s,", name=name, code=code) if code else name
    price = bold % _price(record, told)
    if not told["unit"] and told["basis"] != packs.INNER:
        return env._(
            "%(what)s costs %(price)s, and the list does not say for how much.",
            what=Markup(what),
            price=price,
        )
    pack = _pack(env, told)
    if pack:
        return env._(
            "%(what)s costs %(price)s, sold by %(pack)s.",
            what=Markup(what),
            price=price,
            pack=escape(pack),
        )
    return env._("%(what)s costs %(price)s.", what=Markup(what), price=price)


def _price(record, told):
    """ "9.69 EUR per kg": the price and what it is for."""
    env = record.env
    money = formatLang(env, told["price"], currency_obj=record.currency_id)
    number = quantity_text(env, told["pack"])
    if told["basis"] == packs.INNER:
        return _inner_price(env, money, number if told["pack"] > 1 else "")
    if told["per_pack"] and told["unit"]:
        return {
            packs.KG: env._("%(price)s for %(number)s kg"),
            packs.LITRE: env._("%(price)s for %(number)s litres"),
            packs.PIECE: env._("%(price)s for a case of %(number)s"),
        }[told["unit"]] % {"price": money, "number": number}
    each = {
        packs.KG: env._("%s per kg"),
        packs.LITRE: env._("%s per litre"),
        packs.PIECE: env._("%s each"),
    }.get(told["unit"], "%s")
    return each % money


def _inner_price(env, money, number):
    """For what lies in one pack inside the case: so many pieces, where it is said."""
    if not number:
        return env._("%s for a pack inside the case", money)
    return env._("%(price)s for %(number)s pieces", price=money, number=number)


def _pack(env, told):
    """What one orders: "20 kg", or the list's own words in quotes."""
    number = quantity_text(env, told["pack"])
    if told["per_pack"] or not told["unit"]:
        return ""
    if told["pack"] == 1:
        return env._("the pack “%s”", told["pack_text"]) if told["pack_text"] else ""
    return {
        packs.KG: env._("%s kg", number),
        packs.LITRE: env._("%s litres", number),
        packs.PIECE: env._("case of %s", number),
    }.get(told["unit"], number)
