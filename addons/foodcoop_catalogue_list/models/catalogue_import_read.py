# SPDX-License-Identifier: AGPL-3.0-or-later
import logging
import time

from odoo import api, fields, models
from odoo.addons.foodcoop_file.lib.apart import UNEXPECTED, read_apart
from odoo.addons.foodcoop_sheet.lib import wire
from odoo.addons.foodcoop_sheet.lib.table import CANCELLED, ReadError
from odoo.tools import config

_logger = logging.getLogger(__name__)

SECONDS, MEGABYTES = 75, 512  # to read one; a job of Odoo ends at 120
LOOK_EVERY = 0.5  # seconds
# A job makes way after this many: with the longest list besides it stays below the
# 120 s after which Odoo, where nothing else is set, takes the whole server down.
RUN_SECONDS = 5


class CatalogueImport(models.Model):
    """Reading in the background: queued, read apart, kept; or a sentence why not.

    A list in the state "reading" is in the queue. Whoever reads it holds its row lock
    until the end, so a server that dies on the way leaves it in the queue.
    """

    _inherit = "foodcoop.catalogue.import"

    reading_ids = fields.One2many("foodcoop.catalogue.reading", "import_id")
    document = fields.Binary(attachment=True, readonly=True, copy=False)

    def action_read(self):
        """Queue the file; a scheduled job of ours reads it at once."""
        self.ensure_one()
        self._refuse_applied()
        if self.state == "reading":
            return None  # its reader holds a lock on it: nobody waits here for that
        digest = self._file_digest()
        self._refuse_same_file(digest)
        self.reading_ids.unlink()
        self._turn(
            state="reading",
            digest=digest,
            error_reason=False,
            error_place=False,
            reading_ids=[fields.Command.create({})],
        )
        self._wake_reader()
        return True  # None cannot pass through XML-RPC

    @api.model
    def _wake_reader(self):
        # sudo: who may read price lists need not see the server's jobs
        self.env.ref("foodcoop_catalogue_list.cron_read").sudo()._trigger()

    def action_read_now(self):
        """Read in this very request: for servers where no job runs."""
        self.ensure_one()
        if self.state == "reading" and self.try_lock_for_update():
            self._read_locked()
        return True

    def action_cancel(self):
        """Take it out of the queue, or ask its reader to stop."""
        self.ensure_one()
        if self.state != "reading":
            return
        if self.try_lock_for_update():
            self._turn(state="draft")
        else:
            self.reading_ids.cancelled = True

    def action_other_file(self):
        """What was read is no price list: back to the first screen."""
        self._reopen()
        self._turn(state="draft", document=False, understood=False)
        return True

    @api.readonly
    def reading_progress(self):
        """For the form that looks on: the state, how far, and whether jobs run."""
        self.ensure_one()
        return {
            "state": self.state,
            "percent": self.reading_ids._percent(),
            "jobs": config["max_cron_threads"] > 0,
        }

    @api.model
    def _read_queued(self):
        """Scheduled: read what waits, in their order; a long queue in many runs."""
        passed, began = set(), time.monotonic()
        while record := self._next_queued(passed):
            if passed and time.monotonic() - began >= RUN_SECONDS:
                self._wake_reader()
                return
            passed.add(record.id)
            record._read_locked()
            self.env["ir.cron"]._commit_progress(1)

    def _next_queued(self, passed):
        waiting = self.search(
            [("state", "=", "reading"), ("id", "not in", [*passed])], order="id"
        )
        for record in waiting:
            if record.try_lock_for_update():
                return record
        return self.browse()

    def _read_locked(self):
        """Read this list, whose lock we hold."""
        try:
            with self.env.cr.savepoint():
                tick = self._stop_or_tick()
                document = self._read_file(self._file_bytes(), tick)
                self._turn(document=wire.kept(document))
                self._recognise(document)
                self._understand(tick)
                self._turn(state="check")
        except ReadError as error:
            if error.reason == UNEXPECTED:
                _logger.exception("Price list %s could not be understood", self.id)
            self._fail(error.reason, error.place)
        except Exception:
            _logger.exception("Price list %s could not be read", self.id)
            self._fail(UNEXPECTED)

    def _fail(self, reason, place=""):
        said = False if reason == CANCELLED else reason
        self._turn(state="draft", error_reason=said, error_place=place)

    def _read_file(self, data, tick):
        """The file as a Document; the parsing is held apart from this process."""
        return read_apart(
            data,
            self.filename or "",
            seconds=SECONDS,
            megabytes=MEGABYTES,
            cancelled=tick,
            progress=tick,
        )

    def _stop_or_tick(self):
        """A function that takes the share done (0 to 1) and says whether to stop.

        It looks at the database twice a second at most.
        """
        reading, known = self.reading_ids, {"at": -1.0, "share": 0.0, "stop": False}

        def tick(share=None):
            known["share"] = known["share"] if share is None else share
            now = time.monotonic()
            if now - known["at"] > LOOK_EVERY:
                known["at"] = now
                known["stop"] = reading._tick(max(1, int(known["share"] * 95)))
            return known["stop"]

        return tick

    def _document(self):
        """The file as it was read."""
        return wire.from_kept(self._kept_document())

    def _kept_document(self):
        """The same as ``wire.kept``; read again where it is no longer there."""
        kept = self.with_context(bin_size=False).document
        if kept:
            return kept.decode()
        return wire.kept(self._read_file(self._file_bytes(), lambda share=None: False))
