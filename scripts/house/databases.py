# SPDX-License-Identifier: AGPL-3.0-or-later
"""Template databases, each named by a hash of what it was made from.

``bare``   just those of Odoo's modules that one addon asks for
``base``   Odoo's own modules that our addons build on
``suite``  base, all our addons and the browser's bundles
``demo``   suite and the demonstration cooperative, as of today

A test or a shop is a clone (about a second); only what changed is made again.
"""

import datetime
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import closing, contextmanager
from zoneinfo import ZoneInfo

import psycopg2

from . import odoo
from .place import ADDONS, DATA, DATABASE, ROOT, step

DEMO_ADDON = "foodcoop_demo"
SHOP_ZONE = ZoneInfo("Europe/Paris")  # whose day the demonstration tells
# rpc carries /json/2: nothing of ours depends on it, but every real shop has it.
# hr and pos_loyalty hold barcodes that ours must not collide with, where installed;
# product_expiry asks about lots that are past, in the middle of a delivery.
BASE_MODULES = {
    "barcodes",
    "hr",
    "l10n_fr_account",
    "mail",
    "portal",
    "pos_loyalty",
    "product",
    "product_expiry",
    "purchase_stock",
    "rpc",
}
# Compiled once here, not at each first visit: the back office, the sign-in page, tests.
BUNDLES = (
    "web.assets_web",
    "web.assets_frontend_minimal",
    "web.assets_frontend",
    "web.assets_frontend_lazy",
    "web.assets_tests",
    "point_of_sale.assets_prod",
)


@contextmanager
def cursor(database="postgres"):
    with closing(psycopg2.connect(dbname=database)) as connection:
        connection.autocommit = True
        with connection.cursor() as cr:
            yield cr


def exists(name):
    with cursor() as cr:
        cr.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return bool(cr.fetchone())


def drop(name):
    with cursor() as cr:
        cr.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    shutil.rmtree(_files(name), ignore_errors=True)


def clone(template, name):
    """A copy to work in; files never change in place, so hard links do."""
    drop(name)
    with cursor() as cr:
        cr.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    _files(template).mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-al", _files(template), _files(name)], check=True)


def _files(name):
    return DATA / "filestore" / name


def rename(old, new):
    """The files first: a database of that name is whole, or is not there yet."""
    shutil.rmtree(_files(new), ignore_errors=True)
    if _files(old).exists():
        _files(old).rename(_files(new))
    with cursor() as cr:
        cr.execute(f'ALTER DATABASE "{old}" RENAME TO "{new}"')


def installed(name):
    with cursor(name) as cr:
        cr.execute("SELECT name FROM ir_module_module WHERE state = 'installed'")
        return {module for (module,) in cr.fetchall()}


def forget_older(kind, *keep):
    with cursor() as cr:
        cr.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [kind])
        names = [name for (name,) in cr.fetchall() if name not in keep]
    for name in names:
        drop(name)


def hash_of(*parts):
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def base_modules():
    ours = odoo.manifests()
    needed = {name for manifest in ours.values() for name in manifest["depends"]}
    return sorted(needed - set(ours) | BASE_MODULES)


def suite_addons():
    return [name for name in odoo.manifests() if name != DEMO_ADDON]


def addons_hash(only=None):
    """What the addons are made of, tests and texts for readers left out."""
    digest = hashlib.sha256()
    for path in sorted(ADDONS.rglob("*")):
        parts = path.relative_to(ADDONS).parts
        idle = {"tests", "readme", "__pycache__"} & set(parts)
        if path.is_file() and not idle and (parts[0] == DEMO_ADDON) == (only == "demo"):
            digest.update("/".join(parts).encode() + path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _missing(name):
    """Whether a template must be made; two scripts never make the same at once."""
    with cursor() as cr:
        cr.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name])
        if not cr.fetchone()[0]:
            with step(f"Waiting for {name}, which is being made"):
                cr.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        yield not exists(name)


def _odoo_hash(modules):
    requirements = (ROOT / "requirements.txt").read_text()
    return hash_of(
        os.environ["ODOO_STAMP"], sys.version, requirements, ",".join(modules)
    )


def bare_name(modules):
    return f"tpl_bare_{_odoo_hash(sorted(modules))}"


def bare(modules, under=None):
    """These modules of Odoo's and no other, made on top of a smaller such database."""
    name, names = bare_name(modules), ",".join(sorted(modules))
    sentence = f"Installing {len(modules)} of Odoo's modules and no other"
    with _missing(name) as missing:
        if missing:
            new = f"{name}_new"  # two different ones may be under way
            drop(new)
            options = ["--skip-auto-install"]
            if under:
                clone(under, new)
            else:
                options += ["--unaccent", "--load-language=fr_FR"]
            odoo.run(sentence, new, f"--init={names}", *options)
            rename(new, name)
    return name


def base():
    modules = ",".join(base_modules())
    name = f"tpl_base_{_odoo_hash(base_modules())}"
    with _missing(name) as missing:
        if missing:
            drop("new_base")
            odoo.run(
                "Installing Odoo's modules (about two minutes)",
                "new_base",
                f"--init={modules}",
                "--skip-auto-install",
                "--unaccent",
                "--load-language=fr_FR",
            )
            rename("new_base", name)
            forget_older("tpl_base_%", name)
    return name


def suite():
    under = base()
    name = f"tpl_suite_{hash_of(under, addons_hash())}"
    with _missing(name) as missing:
        if missing:
            clone(under, "new_suite")
            addons = ",".join(suite_addons())
            odoo.run("Installing the addons", "new_suite", f"--init={addons}")
            with step("Compiling the pages"):
                odoo.shell("new_suite", _compile_program())
            rename("new_suite", name)
            forget_older("tpl_suite_%", name)
    return name


def _compile_program():
    ours = [
        bundle
        for manifest in odoo.manifests().values()
        for bundle in manifest.get("assets", {})
        if bundle.startswith("foodcoop")
    ]
    return (
        f"for name in {(*BUNDLES, *ours)!r}:\n"
        "    env['ir.qweb']._get_asset_bundle(name, css=True, js=True).js()\n"
        "    env['ir.qweb']._get_asset_bundle(name, css=True, js=True).css()\n"
        "env.cr.commit()\n"
    )


def demo():
    """The demonstration is told as of today, so each day makes it once."""
    under = suite()
    if DEMO_ADDON not in odoo.manifests():
        return under
    today = datetime.datetime.now(SHOP_ZONE).date().isoformat()
    name = f"tpl_demo_{hash_of(under, addons_hash('demo'), today)}"
    with _missing(name) as missing:
        if missing:
            clone(under, "new_demo")
            odoo.run(
                "Making the demonstration cooperative (a minute or two)",
                "new_demo",
                f"--init={DEMO_ADDON}",
            )
            rename("new_demo", name)
            forget_older("tpl_demo_%", name)
    return name


if __name__ == "__main__":
    verb = sys.argv[1]
    if verb == "forget-shop":
        drop(DATABASE)
    else:
        print({"base": base, "suite": suite, "demo": demo}[verb]())
