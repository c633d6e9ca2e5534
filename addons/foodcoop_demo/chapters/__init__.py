# SPDX-License-Identifier: AGPL-3.0-or-later
"""The demonstration, chapter by chapter, written into Odoo once."""

import logging
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from odoo.exceptions import UserError

from ..lib.shop import tell
from . import (
    barcode,
    company,
    goods,
    orders,
    people,
    reorder,
    sales,
    shifts,
    suppliers,
    till,
)
from .book import LANGUAGE, ZONE, Book

_logger = logging.getLogger(__name__)

CHAPTERS = (
    company,
    people,
    suppliers,
    goods,
    sales,
    orders,
    barcode,
    till,
    reorder,
    shifts,
)
TOLD = "foodcoop_demo.told_for"


def build(env):
    """Post-init hook: tell La Fourmilière as of today; a second time does nothing."""
    if env["ir.config_parameter"].get_param(TOLD):
        _logger.info("La Fourmilière is already here: nothing is written twice.")
        return
    _refuse_a_real_shop(env)
    today = datetime.now(ZoneInfo(ZONE)).date()
    quiet = dict(
        env.context,
        lang=LANGUAGE,
        tracking_disable=True,
        mail_create_nosubscribe=True,
        no_reset_password=True,
    )
    write(Book(env(context=quiet), tell(today)))
    env["ir.config_parameter"].set_param(TOLD, today.isoformat())


def _refuse_a_real_shop(env):
    """Goods that moved or an entry in the books: somebody works here."""
    if env["stock.move"].search_count([], limit=1) or env["account.move"].search_count(
        [], limit=1
    ):
        raise UserError(
            env._(
                "A shop works with this database, and La Fourmilière would change its "
                "name, country and accounts. Nothing was written. Please install the "
                "demonstration in a new database."
            )
        )


def write(book):
    """Apply every chapter; each reads what the ones before it have noted."""
    for chapter in CHAPTERS:
        began = time.monotonic()
        chapter.apply(book)
        book.env.flush_all()
        took = time.monotonic() - began
        _logger.info("%s: %.1f s", chapter.__name__.rsplit(".", 1)[-1], took)
