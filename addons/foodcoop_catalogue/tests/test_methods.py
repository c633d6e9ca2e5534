# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every public method of ours, found by looking: a new one is refused to strangers."""

import inspect

from odoo.exceptions import AccessError
from odoo.service.model import get_public_method
from odoo.tests import new_test_user, tagged

from .common import CatalogueCase

ADDONS = ("odoo.addons.foodcoop_catalogue", "odoo.addons.foodcoop_values")
OPERATIONS = ("read", "write", "create", "unlink")
STRANGERS = {
    "staff": "base.group_user",
    "member": "base.group_portal",
    "visitor": "base.group_public",
}
ARGUMENTS = {"msg_dict": {"attachments": [("a.csv", b"x")]}}  # others are ""
# (model, method): why anybody may call it
HARMLESS = {
    ("foodcoop.catalogue.mail", "get_empty_list_help"): "the address to write to",
}
# (model, login, operation): why
OPEN = {
    ("foodcoop.product.mark", "staff", "read"): "organic and fair are no secret",
}


def methods(env):
    """``(model, name, required arguments)`` of what our addons let others call."""
    for model in sorted(env.registry):
        for part in type(env[model]).mro():
            if not part.__module__.startswith(ADDONS):
                continue
            for name, found in vars(part).items():
                if name.startswith("_") or not inspect.isfunction(found):
                    continue
                if not getattr(found, "_api_private", False):
                    yield model, name, _required(found)


def _required(method):
    _self, *arguments = inspect.signature(method).parameters.values()
    return [one.name for one in arguments if one.default is one.empty]


@tagged("post_install", "-at_install")
class TestMethods(CatalogueCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.strangers = [
            new_test_user(cls.env, login, groups=group)
            for login, group in STRANGERS.items()
        ]

    def one(self, model):
        return self.env[model].search([], limit=1) or self.env[model].browse(1)

    def call(self, record, name, arguments):
        """As /web/dataset/call_kw, /json/2 and /jsonrpc do."""
        method = get_public_method(record, name)
        target = record.browse() if getattr(method, "_api_model", False) else record
        return method(target, **{one: ARGUMENTS.get(one, "") for one in arguments})

    def test_strangers_call_none_of_our_methods(self):
        self.read_list()
        found = set()
        for model, name, arguments in methods(self.env):
            found.add((model, name))
            if (model, name) in HARMLESS:
                continue
            record = self.one(model)
            for user in self.strangers:
                with (
                    self.subTest(model=model, method=name, user=user.login),
                    self.assertRaises(AccessError),
                ):
                    self.call(record.with_user(user), name, arguments)
        self.assertIn(("foodcoop.catalogue.import", "action_apply"), found)

    def test_strangers_hold_no_right_on_our_models(self):
        ours = [
            model
            for model, cls in self.env.registry.items()
            if f"odoo.addons.{cls._original_module}".startswith(ADDONS)
            and not cls._abstract
        ]
        self.assertIn("foodcoop.catalogue.import", ours)
        held = {
            (model, user.login, operation)
            for model in ours
            for user in self.strangers
            for operation in OPERATIONS
            if self.env[model].with_user(user).has_access(operation)
        }
        self.assertEqual(held, {one for one in OPEN if one[0] in ours})
