# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a person should know of a list before saying that it is right."""

from odoo.addons.foodcoop_file.sentences import note_sentence
from odoo.addons.foodcoop_pricelist.lib import offer
from odoo.tools import format_date

from .sentences import place_sentence, reason_sentence

MAX_COLUMNS = 12  # named in a notice


def notices(record):
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
    yield wrong_cells(env, told) if told.get("examples") else ""
    if any(not example["net"] for example in told.get("examples", ())):
        yield env._("The prices of this list hold VAT.")
    yield _currency(record, told.get("currency"))
    yield from _hidden(record)
    yield _unread(env, told.get("unread", ()))
    for note in told.get("notes", ()):
        yield note_sentence(env, note)


def _currency(record, stated):
    own = record.company_id.currency_id.name
    if not stated or stated == own:
        return ""
    said = record.env._(
        "This list is in %(list)s, the shop counts in %(shop)s.", list=stated, shop=own
    )
    paid = record.env["res.currency"]._catalogue_named([stated])
    return f"{said} {paid._rate_sentence(record.company_id)}".strip()


def _unread(env, columns):
    """Nobody should think that these were understood."""
    if not columns:
        return ""
    names = _columns(columns, len(columns))
    return env._("Nothing is taken from these columns: %s.", names)


def _hidden(record):
    """What the sender hid is read: somebody should have seen it."""
    env, shown = record.env, record.understood.get("hidden") or {}
    if record.hidden_rows:
        yield env._(
            "Hidden rows, read all the same (%(count)s): %(rows)s",
            count=record.hidden_rows,
            rows=_rows(env, shown.get("rows", ()), record.hidden_rows),
        )
    if record.hidden_columns:
        yield env._(
            "Hidden columns, read all the same (%(count)s): %(columns)s",
            count=record.hidden_columns,
            columns=_columns(shown.get("columns", ()), record.hidden_columns),
        )


def _rows(env, shown, count):
    """ "row 4: Soupe | 3.20; row 5: Savon | 2.10; …"."""
    told = [f"{env._('row %s', row)}: {text.strip(' |')}" for row, text in shown]
    return "; ".join([*told, *(["…"] if len(told) < count else [])])


def _columns(shown, count):
    """ "B (Note), H (Stock), …"; of a printed list the titles alone."""
    told = [
        f"{letter} ({title})" if letter and title else letter or title
        for letter, title in shown[:MAX_COLUMNS]
    ]
    return ", ".join([*told, *(["…"] if len(told) < count else [])])


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


def wrong_cells(env, told):
    """What most rows that cannot be used have in common, and where it is first."""
    found = told.get("trouble")
    if not found:
        return ""
    return env._(
        "%(place)s: %(reason)s Rows like this: %(count)s.",
        place=place_sentence(env, found["sheet"], found["row"], found["column"]),
        reason=reason_sentence(env, found["reason"]),
        count=found["count"],
    )
