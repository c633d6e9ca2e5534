# SPDX-License-Identifier: AGPL-3.0-or-later
from email.message import EmailMessage
from itertools import count
from unittest.mock import patch

from odoo.addons.foodcoop_catalogue.tests.common import CatalogueCase

ALIAS = "catalogues@fourmiliere.example"
SUPPLIER_MAIL = "criee@ponant.example"


class MailCase(CatalogueCase):
    """The invented supplier has an address; the shop has a mailbox for price lists."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.numbers = count(1)
        domain = cls.env["mail.alias.domain"].create(
            {"name": "fourmiliere.example", "company_ids": cls.env.company.ids}
        )
        cls.env.company.alias_domain_id = domain
        cls.alias = cls.env.ref("foodcoop_catalogue_mail.alias_catalogues")
        cls.alias.alias_domain_id = domain
        cls.supplier.write({"email": SUPPLIER_MAIL, "lang": "en_US"})
        # A mail that fails is told in another transaction, which would wait for ours.
        aliases = type(cls.env["mail.alias"])
        cls.startClassPatcher(patch.object(aliases, "_alias_bounce_incoming_email"))
        cls.buyer.email = "buyer@fourmiliere.example"

    def raw(self, *files, sender=SUPPLIER_MAIL, subject="Tarif mai", **headers):
        """A mail as it comes over the wire; ``files`` are (name, bytes)."""
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ALIAS
        mail["Subject"] = subject
        mail["Message-Id"] = f"<{next(self.numbers)}@ponant.example>"
        for name, value in headers.items():
            mail[name.replace("_", "-")] = value
        mail.set_content("Bonjour, voici nos prix.")
        for name, data in files:
            mail.add_attachment(
                data, maintype="application", subtype="octet-stream", filename=name
            )
        return mail.as_bytes()

    def deliver(self, raw):
        """Hand it to Odoo's gateway, as the mail server does; the record it made."""
        mails = self.env["foodcoop.catalogue.mail"]
        before = mails.search([])
        gateway = self.env["mail.thread"].with_user(self.env.ref("base.user_root"))
        gateway.message_process(None, raw)
        return (mails.search([]) - before).with_user(self.buyer)

    def send(self, *files, **told):
        return self.deliver(self.raw(*files, **told))

    def imports(self):
        return self.env["foodcoop.catalogue.import"].search([])
