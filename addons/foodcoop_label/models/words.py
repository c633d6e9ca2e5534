# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reasons and figures as people read them."""

from dataclasses import fields, replace

from odoo.tools.misc import file_path, format_amount

from ..lib import fonts
from ..lib.label import Label
from ..lib.problem import LabelError, Misfit, Problem
from ..lib.unit_price import Per

FONT = "web/static/fonts/google/Open_Sans/Open_Sans-%s.ttf"


def use_fonts():
    """Odoo's own font; it knows Greek and Cyrillic, too."""
    fonts.register(file_path(FONT % "Regular"), file_path(FONT % "Bold"))


def download(record, field: str, name: str) -> dict:
    """The action that hands over a file of this record."""
    url = f"/web/content/{record._name}/{record.id}/{field}/{name}?download=true"
    return {"type": "ir.actions.act_url", "url": url, "target": "self"}


def refusal(env, error: LabelError) -> str:
    """Which label, what is wrong, what to do."""
    return (_missing(env, error.name) | _misprint(env, error))[error.problem]


def _missing(env, name):
    return {
        Problem.NO_CODE: env._("%s has no number: give it one first.", name),
        Problem.NO_PRICE: env._("%s: add the selling price.", name),
        Problem.NO_NET: env._(
            "%s: add the net content, the price per kg or litre needs it.", name
        ),
        Problem.BAD_NET: env._("%s: the net content must be more than 0.", name),
        Problem.NO_ORIGIN: env._(
            "%s: add the origin, fruit and vegetables must show it.", name
        ),
        Problem.TOO_LOW: env._(
            "%s: this label is too small for all that. Show less on it, or choose "
            "a larger label.",
            name,
        ),
    }


def _misprint(env, error):
    facts = {"name": error.name, "code": error.code}
    return {
        Problem.BAD_CODE: env._(
            "%(name)s: %(code)s is no valid number, it would not scan. Correct it.",
            **facts,
        ),
        Problem.TOO_NARROW: env._(
            "%(name)s: the bars of %(code)s are wider than this label. Give the "
            "product a small number of 8 digits, or choose a larger label.",
            **facts,
        ),
        Problem.UNREADABLE: env._(
            "%(name)s: the bars of %(code)s cannot be read back at this size. Choose "
            "a larger label.",
            **facts,
        ),
        Problem.MISREAD: env._(
            "%(name)s: the bars of %(code)s are read as %(read)s. Nothing was "
            "printed. Choose another label, and tell whoever keeps the computer.",
            read=error.read,
            **facts,
        ),
    }


def misfit(env, problem: Misfit) -> str:
    """What is wrong with a printer's settings."""
    return {
        Misfit.NO_SIZE: env._(
            "The width and the height of the frame are missing. Measure all four, "
            "or leave all four at 0."
        ),
        Misfit.SCALE: env._(
            "No printer is out by more than 3 %. Print the page at its actual size "
            "(100 %, not “fit to page”) and measure the frame again."
        ),
        Misfit.OFFSET: env._(
            "No printer is out by more than 5 mm. Check that the paper lies straight "
            "and measure again, from the edge of the paper to the frame."
        ),
        Misfit.NOT_ON_SHEET: env._(
            "This sheet has no such label. Count from 1, row by row."
        ),
    }[problem]


def per_unit(env, money: str, per: Per) -> str:
    """ "5.00 €/kg"."""
    unit = {Per.SQUARE_METRE: "m²", Per.PIECE: env._("piece")}.get(per, str(per))
    return f"{money}/{unit}"


def money(env, amount, currency) -> str:
    return format_amount(env, float(amount), currency)


def number(env, value: float) -> str:
    """ "63,5", with the sign people write."""
    lang = env["res.lang"]._get_data(code=env.lang or "en_US")
    return f"{value:.10g}".replace(".", lang.decimal_point or ".")


def plain(label: Label) -> Label:
    """Only signs the font can draw."""
    use_fonts()
    texts = {
        field.name: fonts.printable(value)
        for field in fields(label)
        if isinstance(value := getattr(label, field.name), str) and field.name != "code"
    }
    lines = tuple(filter(None, map(fonts.printable, label.lines)))
    return replace(label, **texts, lines=lines)
