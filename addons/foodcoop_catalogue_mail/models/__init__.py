# SPDX-License-Identifier: AGPL-3.0-or-later
from . import (
    catalogue_import,
    catalogue_mail,
    catalogue_mail_brake,
    catalogue_mail_gateway,
    catalogue_mail_people,
    mail_thread,
    res_partner,
)
