# SPDX-License-Identifier: AGPL-3.0-or-later
"""The screen "Is this right?" in words: example sentences and questions."""

from odoo.addons.foodcoop_desk.lib import answer
from odoo.addons.foodcoop_words.lib import packs, roles
from odoo.tools import format_date

from .example_sentences import example_sentence
from .notices import wrong_cells

SUPPLIER, OLDER, SCOPE = "supplier", "older", "scope"
UNKNOWN = "?"  # the answer "I do not know": rows in doubt are asked one by one


def sentences(record):
    """Five products as sentences, safe to show, the name and the price in bold."""
    return [
        str(example_sentence(record, told))
        for told in record.understood.get("examples", ())
    ]


def trouble(record):
    """Why there are no examples to show."""
    told = record.understood
    if "error" in told:
        return record.env._(
            "No list of products was found in this file: no row names its columns, "
            "and no column looks like prices. Choose another file; or, if it is a "
            "price list, show which column holds the names and which the prices."
        )
    if not told.get("examples"):
        wrong = wrong_cells(record.env, told)
        if wrong:
            other = record.env._("If another column is meant, show which one.")
            return f"{wrong} {other}"
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
        answer.NET: _net(env, about),
        answer.DISCOUNT: env._(
            "The list has a column “%s”. Are the prices before or after it?", about
        ),
        answer.VAT: env._("Which VAT rate, in percent, does “%s” mean?", about),
        answer.COLUMN: _column(env, about),
        answer.PACK: env._(
            "The prices are for a whole case. Which column says what is in a case?"
        ),
        answer.UNIT: env._("What does the unit “%s” mean?", about),
        answer.CODE_LENGTH: env._(
            "The codes seem to have lost the zeros in front. How many digits does a "
            "code have?"
        ),
    }.get(asked["code"], about)


def _column(env, told):
    """Where is it now? By its title, or by what it held where it had none."""
    untitled = {
        f"#{roles.NAME}": env._("Which column holds the names?"),
        f"#{roles.CODE}": env._("Which column holds the codes?"),
        f"#{roles.PRICE}": env._("Which column holds the prices?"),
    }
    return untitled.get(told) or env._(
        "The last list had a column “%s”. Which column is it now?", told
    )


def _net(env, title):
    """With or without VAT? ``title``: it says the opposite of what we know."""
    if not title:
        return env._("Are the prices without or with VAT?")
    return env._(
        "The prices stand under “%s” now, which is not what you said of the last list. "
        "Are they without or with VAT?",
        title,
    )


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
        "inner": env._("A pack inside the case"),
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
