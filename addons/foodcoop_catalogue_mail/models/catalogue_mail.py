# SPDX-License-Identifier: AGPL-3.0-or-later
from markupsafe import Markup

from odoo import api, fields, models

from .sentences import mail_sentences


class CatalogueMail(models.Model):
    """A mail that came for our price lists, and what became of it.

    Rows are made by the mail gateway and stay as they are; only whose list it is can
    be said later, by a person, once.
    """

    _name = "foodcoop.catalogue.mail"
    _description = "Price list that came by mail"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "id desc"
    _rec_name = "subject"
    _primary_email = "email_from"
    _mail_post_access = "read"  # who may read a mail may answer it

    subject = fields.Char(readonly=True)
    email_from = fields.Char("From", readonly=True)
    company_id = fields.Many2one(
        "res.company",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
    )
    partner_id = fields.Many2one(
        "res.partner", "Supplier", readonly=True, index=True, ondelete="restrict"
    )
    sender = fields.Selection(
        [
            ("supplier", "A supplier"),
            ("shared", "An address of several suppliers"),
            ("colleague", "One of us"),
            ("unknown", "Unknown"),
        ],
        required=True,
        readonly=True,
        default="unknown",
    )
    waiting = fields.Boolean("Nobody knows from whom", readonly=True)
    files = fields.Json(readonly=True)  # [[name, what became of it, date or False]]
    import_ids = fields.One2many(
        "foodcoop.catalogue.import", "mail_id", "Price lists", readonly=True
    )
    import_count = fields.Integer(compute="_compute_import_count")
    sentence = fields.Text("What happened", compute="_compute_sentence")

    @api.depends("import_ids")
    def _compute_import_count(self):
        for mail in self:
            mail.import_count = len(mail.import_ids)

    @api.depends("sender", "files", "waiting", "partner_id", "brake", "refused")
    @api.depends_context("lang")
    def _compute_sentence(self):
        for mail in self:
            mail.sentence = "\n".join(mail_sentences(mail))

    @api.depends("subject", "email_from")
    def _compute_display_name(self):
        for mail in self:
            mail.display_name = mail.subject or mail.email_from or ""

    @api.model
    def get_empty_list_help(self, help_message):
        """Say to which address suppliers write."""
        found = self.env.ref(
            "foodcoop_catalogue_mail.alias_catalogues", raise_if_not_found=False
        )
        # sudo: the address itself is no secret
        alias = found and found.sudo()
        if not (alias and alias.alias_domain):
            return super().get_empty_list_help(help_message)
        told = self.env._("Ask your suppliers to write to %s", alias.alias_full_name)
        first = Markup('<p class="o_view_nocontent_smiling_face">%s</p>') % told
        return f"{first}{help_message or ''}"

    def action_imports(self):
        """The price lists that this mail brought."""
        self.ensure_one()
        if len(self.import_ids) == 1:
            return self.import_ids.get_formview_action()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "foodcoop_catalogue_list.action_import"
        )
        return {**action, "domain": [("mail_id", "=", self.id)]}

    def action_name_supplier(self):
        """Ask whose list this is."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Whose price list is this?"),
            "res_model": "foodcoop.catalogue.mail.supplier",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_mail_id": self.id,
                "default_partner_id": self._proposed_supplier().id,
            },
        }
