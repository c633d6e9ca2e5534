# SPDX-License-Identifier: AGPL-3.0-or-later
from markupsafe import Markup

from odoo import fields, models

from ..lib import inbox


class CatalogueMail(models.Model):
    """Who sent a mail, and who is to know."""

    _inherit = "foodcoop.catalogue.mail"

    def _who_sent(self):
        """``(sender, supplier)``; the supplier is empty where the file has to tell."""
        address, nobody = self.address, self.env["res.partner"]
        if not address:
            return "unknown", nobody
        if self._colleague():
            return "colleague", nobody
        suppliers = self._suppliers_of(address)
        if len(suppliers) > 1:
            return "shared", nobody
        return ("supplier" if suppliers else "unknown"), suppliers

    def _colleague(self):
        """The user of the shop who wrote."""
        domain = [("email_normalized", "=", self.address), ("share", "=", False)]
        return self.env["res.users"].search(domain, limit=1)

    def _suppliers_of(self, address):
        """Suppliers who are remembered to write from here, else whose address it is."""
        formats = self.env["foodcoop.catalogue.format"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("sender_words", "ilike", address),
            ]
        )
        told = formats.filtered(
            lambda memory: inbox.holds_address(memory.sender_words, address)
        )
        if told:
            return told.partner_id
        written = self._partners([("email_normalized", "=", address)])
        sellers = (written | written.commercial_partner_id)._catalogue_sellers()
        mine = [one if one in sellers else one.commercial_partner_id for one in written]
        return sellers & self.env["res.partner"].union(*mine)

    def _partners(self, domain):
        companies = [("company_id", "in", [False, self.company_id.id])]
        return self.env["res.partner"].search(domain + companies)

    def _proposed_supplier(self):
        """Who wrote, else the one supplier whose other addresses are of the domain."""
        if self.partner_id:
            return self.partner_id
        house = inbox.own_domain(self.address)
        if not house:
            return self.env["res.partner"]
        found = self._partners([("email_normalized", "=like", f"%@{house}")])
        sellers = (found | found.commercial_partner_id)._catalogue_sellers()
        suppliers = sellers.commercial_partner_id
        return suppliers if len(suppliers) == 1 else suppliers.browse()

    def _remember_sender(self):
        """Next time this address is known."""
        formats, address = self.env["foodcoop.catalogue.format"], self.address
        memory = formats._of(self.partner_id, self.company_id)
        owner = {"partner_id": self.partner_id.id, "company_id": self.company_id.id}
        memory = memory or formats.create(owner)
        if address and not inbox.holds_address(memory.sender_words or "", address):
            words = filter(None, [memory.sender_words, address])
            memory.sender_words = ", ".join(words)

    def _buyer(self):
        """Who looks at this supplier's lists; the first of these who may."""
        group = self.env.ref("foodcoop_catalogue_list.group_manager")
        managers = group.all_user_ids.filtered(
            lambda user: user.active and self.company_id in user.company_ids
        )
        asked = (self._colleague(), self.partner_id.buyer_id, self._last_applied_by())
        # Who administers the server is asked last.
        rest = managers.sorted(
            lambda user: (user.has_group("base.group_system"), user.id)
        )
        return next((one for one in asked if one & managers), rest[:1])

    def _last_applied_by(self):
        if not self.partner_id:
            return self.env["res.users"]
        return (
            self.env["foodcoop.catalogue.import"]
            .search(
                [
                    ("partner_id", "=", self.partner_id.id),
                    ("company_id", "=", self.company_id.id),
                    ("applied_by_id", "!=", False),
                ],
                order="applied_on desc, id desc",
                limit=1,
            )
            .applied_by_id
        )

    def _tell_buyer(self):
        """One thing to do for the buyer; Odoo sends a mail about it as well."""
        buyer = self._buyer()
        if not buyer:
            return
        told = self.with_context(lang=buyer.lang)
        self.activity_schedule(
            "mail.mail_activity_data_todo",
            fields.Date.context_today(self),
            summary=told._activity_summary(),
            note=Markup("<br/>").join((told.sentence or "").splitlines()),
            user_id=buyer.id,
        )

    def _activity_summary(self):
        who = self.partner_id.display_name or self.email_from
        if self.brake:
            return self.env._("Too many mails: %s", who)
        if self.waiting:
            return self.env._("Whose price list is this? %s", who)
        if not any(code in inbox.OF_LISTS for _name, code, _day in self.files or ()):
            return self.env._("A mail without a price list: %s", who)
        return self.env._("Price list by mail: %s", who)

    def _writer(self):
        """The supplier's own person who wrote this mail, where there is a contact."""
        house = self.partner_id.commercial_partner_id
        found = self._partners([("email_normalized", "=", self.address)])
        return found.filtered(lambda one: one.commercial_partner_id == house)[:1]
