# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shop itself: French, in euros, prices with tax, weights to the gram."""

from ..lib.people import POSTCODE, TOWN
from .book import LANGUAGE, ZONE

PRECISION = 3


def apply(book):
    """Languages first: what follows is written in French."""
    env = book.env
    _languages(env)
    _address(env)
    _accounts(env)
    env.ref("uom.decimal_product_uom").digits = PRECISION
    # Cases and crates are units of measure: without this group nobody sees them.
    env.ref("base.group_user").implied_ids += env.ref("uom.group_uom")


def _languages(env):
    """A language that is missing is installed; most databases have both."""
    active = {code for code, _name in env["res.lang"].get_installed()}
    missing = [code for code in (LANGUAGE, "en_US") if code not in active]
    if missing:
        langs = [env["res.lang"]._activate_lang(code).id for code in missing]
        wizard = env["base.language.install"].create({"lang_ids": langs})
        wizard.lang_install()
    env["ir.default"].set("res.partner", "lang", LANGUAGE)
    env["ir.default"].set("res.partner", "tz", ZONE)


def _address(env):
    company = env.company
    company.write(
        {
            "name": "La Fourmilière",
            "country_id": env.ref("base.fr").id,
            "currency_id": env.ref("base.EUR").id,
            "street": "3 quai aux Vivres",
            "zip": POSTCODE,
            "city": TOWN,
            "phone": "02 61 91 00 42",
            "email": "bonjour@fourmiliere.example",
            "website": "https://fourmiliere.example",
        }
    )
    company.partner_id.write({"lang": LANGUAGE, "tz": ZONE})
    env.ref("base.user_admin").write({"lang": LANGUAGE, "tz": ZONE})
    warehouse = env["stock.warehouse"].search(
        [("company_id", "=", company.id)], limit=1
    )
    warehouse.write({"name": "Magasin", "code": "MAG"})


def _accounts(env):
    """The French chart; shelf prices hold the tax, suppliers' prices do not."""
    company = env.company
    if company.chart_template != "fr":
        # Not try_loading: it warns whenever modules are being loaded, as now. All
        # that the chart needs is loaded, for our manifest depends on it.
        env["account.chart.template"]._load("fr", company, install_demo=False)
    company.account_price_include = "tax_included"
    bought = [("type_tax_use", "=", "purchase"), ("company_id", "=", company.id)]
    bought_taxes = env["account.tax"].with_context(active_test=False).search(bought)
    bought_taxes.price_include_override = "tax_excluded"
    reduced = env["account.chart.template"].ref("tva_reduite")
    reduced.active = True  # asleep in the chart
