# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading in the background: the queue, the lock, a stop, a server that dies."""

import base64
from unittest.mock import patch

from odoo import SUPERUSER_ID, api
from odoo.sql_db import db_connect
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..models import catalogue_import_check, catalogue_import_read
from .common import ListCase

Reader = catalogue_import_read.CatalogueImport
Understanding = catalogue_import_check.CatalogueImport


@tagged("post_install", "-at_install")
class TestReading(ListCase):
    def test_a_list_waits_and_a_job_of_ours_is_called_at_once(self):
        cron = self.env.ref("foodcoop_catalogue_list.cron_read")
        before = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)])
        record = self.new_import()
        self.assertIs(record.action_read(), True, "XML-RPC carries no None")
        self.assertEqual(record.reading_progress()["state"], "reading")
        after = self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)])
        self.assertEqual(len(after - before), 1)

    def test_a_cancelled_list_is_not_read(self):
        record = self.new_import()
        record.action_read()
        record.action_cancel()
        self.assertIs(record.action_read_now(), True, "XML-RPC carries no None")
        self.assertEqual((record.state, record.error_text), ("draft", False))

    def test_a_fault_of_ours_is_a_sentence_and_no_loop(self):
        record = self.new_import()
        record.action_read()
        logger = "odoo.addons.foodcoop_catalogue_list.models.catalogue_import_read"
        with (
            patch.object(Reader, "_read_file", side_effect=ZeroDivisionError),
            mute_logger(logger),
        ):
            record.action_read_now()
        self.assertEqual(record.state, "draft")
        self.assertIn("nothing was changed", record.error_text)

    def test_reading_again_clears_the_last_refusal(self):
        record = self.new_import(data=b"PK\x03\x04")
        record.action_read()
        record.action_read_now()
        self.assertTrue(record.error_text)
        record.file = base64.b64encode(self.list_bytes())
        record.action_read()
        self.assertFalse(record.error_text)


@tagged("post_install", "-at_install")
class TestReaders(ListCase):
    """Two readers, on two real connections: each list is read by one of them."""

    def setUp(self):
        super().setUp()
        connection = db_connect(self.env.cr.dbname)
        self.first, self.second = connection.cursor(), connection.cursor()
        record = self.model(self.first).create(
            {"filename": "criee.xlsx", "file": base64.b64encode(self.list_bytes())}
        )
        record.action_read()
        self.first.commit()
        self.record_id = record.id
        self.addCleanup(self.clean)

    def clean(self):
        self.first.rollback()
        self.second.rollback()
        self.record(self.first).unlink()
        self.first.commit()
        self.first.close()
        self.second.close()

    def model(self, cursor):
        env = api.Environment(cursor, SUPERUSER_ID, {})
        return env["foodcoop.catalogue.import"]

    def record(self, cursor):
        return self.model(cursor).browse(self.record_id)

    def state(self, cursor):
        cursor.rollback()
        cursor.execute(
            "SELECT state FROM foodcoop_catalogue_import WHERE id = %s",
            [self.record_id],
        )
        return cursor.fetchone()[0]

    def test_the_job_reads_what_waits(self):
        self.model(self.second)._read_queued()
        self.assertEqual(self.state(self.first), "check")

    def triggers(self):
        job = self.env.ref("foodcoop_catalogue_list.cron_read")
        found = self.model(self.first).env["ir.cron.trigger"]
        return found.search([("cron_id", "=", job.id)])

    def test_a_long_queue_is_read_in_many_runs(self):
        """Odoo takes a server down whose job holds on for two minutes."""
        other = self.model(self.first).create(
            {"filename": "empty.csv", "file": base64.b64encode(b"A;B")}
        )
        self.addCleanup(self.first.commit)
        self.addCleanup(other.unlink)
        self.addCleanup(self.second.rollback)
        other.action_read()
        self.triggers().unlink()
        self.first.commit()
        with patch.object(catalogue_import_read, "RUN_SECONDS", 0):
            self.model(self.second)._read_queued()
        self.second.commit()  # as the job does
        self.assertEqual(self.state(self.first), "check")
        self.assertEqual(other.state, "reading")
        self.assertEqual(len(self.triggers()), 1, "another run is called")
        self.triggers().unlink()
        self.first.commit()
        self.model(self.second)._read_queued()
        self.first.rollback()
        self.assertNotEqual(other.state, "reading")
        self.assertFalse(self.triggers())

    def test_what_one_reader_holds_the_other_passes_over(self):
        held = self.record(self.first).try_lock_for_update()
        self.assertTrue(held)
        self.model(self.second)._read_queued()
        self.assertEqual(self.state(self.second), "reading")

    def test_who_drops_a_list_again_does_not_wait_for_its_reader(self):
        self.assertTrue(self.record(self.first).try_lock_for_update())
        self.second.execute("SET LOCAL lock_timeout = '2s'")
        self.record(self.second).action_read()
        self.second.commit()
        self.assertEqual(self.state(self.second), "reading")

    def test_a_server_that_dies_leaves_the_list_in_the_queue(self):
        class Died(BaseException):
            """What no handler of ours catches."""

        with (
            patch.object(Understanding, "_understand", side_effect=Died),
            self.assertRaises(Died),
        ):
            self.model(self.first)._read_queued()
        self.first.rollback()  # what PostgreSQL does when the connection is gone
        self.assertEqual(self.state(self.second), "reading")
        self.model(self.second)._read_queued()
        self.assertEqual(self.state(self.first), "check")

    def test_a_dead_readers_progress_is_none(self):
        """Else the form would wait for it, and nobody could read the list by hand."""
        reading = self.record(self.first).reading_ids
        reading._tick(40)
        watcher = self.record(self.second)
        self.assertEqual(watcher.reading_progress()["percent"], 40)
        self.second.rollback()
        self.second.execute(
            "UPDATE foodcoop_catalogue_reading"
            " SET ticked = ticked - interval '1 minute' WHERE id = %s",
            [reading.id],
        )
        self.assertEqual(self.record(self.second).reading_progress()["percent"], 0)

    def test_cancel_reaches_a_reader_at_work(self):
        def read_file(record, data, tick):
            self.assertFalse(tick(0.4))
            watcher = self.record(self.second)
            self.assertEqual(watcher.reading_progress()["percent"], 40)
            watcher.action_cancel()
            self.second.commit()
            self.assertTrue(tick(0.5))
            return original(record, data, tick)

        original = Reader._read_file
        with patch.object(Reader, "_read_file", read_file):
            self.model(self.first)._read_queued()
        self.assertEqual(self.state(self.second), "draft")
