# SPDX-License-Identifier: AGPL-3.0-or-later
"""The screen "Is this right?" in words: example sentences, notices, questions."""

from markupsafe import Markup, escape

from odoo.addons.foodcoop_file.sentences import file_sentence, note_sentence
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.addons.foodcoop_words.lib import packs
from odoo.tools import format_date, formatLang

from ..lib import answer
from .sentences import quantity_text

SUPPLIER, OLDER, SCOPE = "supplier", "older", "scope"
UNKNOWN = "?"  # the answer "I do not know": rows in doubt are asked one by one


def sentences(record):
    """Five products as sentences, safe to show, the name and the price in bold."""
    return [
        str(_sentence(record, told)) for told in record.understood.get("examples", ())
    ]


def _sentence(record, told):
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
        return env._("%s for an inner pack", money)
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


def notices(record):
    """What a person should know before saying yes."""
    return [notice for notice in _notices(record) if notice]


def _notices(record):
    env, told = record.env, record.understood
    yield _recognised(record) if record.recognised else ""
    counts = told.get("counts", {})
    if counts:
        yield env._(
            "Products: %(products)s. Rows left out: %(ignored)s. Rows that cannot be "
            "used: %(problems)s.",
            products=counts.get(offer.PRODUCT, 0),
            ignored=counts.get(offer.IGNORED, 0),
            problems=counts.get(offer.PROBLEM, 0),
        )
    if any(not example["net"] for example in told.get("examples", ())):
        yield env._("The prices of this list hold VAT.")
    own, stated = record.company_id.currency_id.name, told.get("currency")
    if stated and stated != own:
        yield env._(
            "This list is in %(list)s, the shop counts in %(shop)s.",
            list=stated,
            shop=own,
        )
    for note in told.get("notes", ()):
        yield note_sentence(env, note)


def _recognised(record):
    env, name = record.env, record.partner_id.display_name
    last = record.format_id._last_import() if record.format_id else None
    if last:
        when = format_date(env, last.list_date or last.applied_on, date_format="d MMMM")
        return env._(
            "This looks like %(supplier)s, last list %(date)s.",
            supplier=name,
            date=when,
        )
    return env._("This looks like %s.", name)


def trouble(record):
    """Why there are no examples to show."""
    told = record.understood
    if "error" in told:
        return file_sentence(record.env, told["error"])
    if not told.get("examples"):
        return record.env._(
            "No product with a price was found. Show which column holds the prices."
        )
    return ""


def supplier(record):
    """Whose list is it? The widget adds a button that searches."""
    return _asked(SUPPLIER, record.env._("Whose list is this?"), [])


def older(record, last):
    env = record.env
    text = env._(
        "This list is of %(date)s, older than the last one of %(last)s. Go on all the "
        "same?",
        date=format_date(env, record.list_date),
        last=format_date(env, last.list_date),
    )
    return _asked(OLDER, text, [("yes", env._("Yes, go on"))])


def scope(record):
    env = record.env
    text = env._("Does this list hold everything that the supplier sells?")
    return _asked(
        SCOPE,
        text,
        [
            ("full", env._("Everything: what is missing is no longer sold")),
            ("partial", env._("Only a part: what is missing stays")),
        ],
    )


def of_the_list(env, asked):
    """A ``Question`` of the reading, in words."""
    labels = answer_labels(env) | _own_labels(env, asked)
    options = [(value, labels.get(value, value)) for value in asked["options"]]
    if asked["code"] == answer.COLUMN:
        options.append(("", env._("It is no longer there")))
    options.append((UNKNOWN, env._("I do not know")))
    return _asked(asked["code"], _question(env, asked), options, asked["about"])


def _question(env, asked):
    about = asked["about"]
    return {
        answer.BASIS: env._("What are the prices for, where the list does not say it?"),
        answer.PRICE: env._("Which column is the price that the shop pays?"),
        answer.NET: env._("Are the prices without or with VAT?"),
        answer.DISCOUNT: env._(
            "The list has a column “%s”. Are the prices before or after it?", about
        ),
        answer.VAT: env._("Which VAT rate, in percent, does “%s” mean?", about),
        answer.COLUMN: env._(
            "The last list had a column “%s”. Which column is it now?", about
        ),
        answer.PACK: env._(
            "The prices are for a whole case. Which column says what is in a case?"
        ),
        answer.UNIT: env._("What does the unit “%s” mean?", about),
        answer.CODE_LENGTH: env._(
            "The codes seem to have lost the zeros in front. How many digits does a "
            "code have?"
        ),
    }.get(asked["code"], about)


def _own_labels(env, asked):
    """Answers that are numbers, in words."""
    options = asked["options"]
    if asked["code"] == answer.VAT:
        return {value: env._("VAT %s %%", value) for value in options}
    if asked["code"] == answer.CODE_LENGTH:
        digits = {value: env._("%s digits", value) for value in options}
        return {**digits, "0": env._("The short ones are right")}
    if asked["code"] == answer.PACK:
        return {packs.PIECE: env._("None: a case is sold as one piece")}
    return {}


def answer_labels(env):
    return {
        packs.KG: env._("A kilogram"),
        packs.LITRE: env._("A litre"),
        packs.PIECE: env._("A piece"),
        "inner": env._("An inner pack"),
        packs.CASE: env._("A whole case"),
        "net": env._("Without VAT"),
        "gross": env._("With VAT"),
        "before": env._("Before: it is still to be taken off"),
        "after": env._("After: it is taken off already"),
    }


def _asked(code, text, options, about=""):
    return {
        "code": code,
        "about": about,
        "text": text,
        "options": [{"value": value, "label": label} for value, label in options],
        "typed": code == answer.VAT,
    }
