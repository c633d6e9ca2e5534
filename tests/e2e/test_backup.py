# SPDX-License-Identifier: AGPL-3.0-or-later
"""The scripts of docker/backup on a real database: a backup that was never put
back is none."""

import os
import subprocess
from pathlib import Path

import pytest

from house import databases
from house.place import DATA

SCRIPTS = Path(__file__).resolve().parents[2] / "docker/backup"
DATABASE = "e2e_backup"


# As in Odoo's databases: an index that needs unaccent to be marked immutable.
TABLES = """
    CREATE EXTENSION unaccent;
    CREATE EXTENSION pg_trgm;
    ALTER FUNCTION unaccent(text) IMMUTABLE;
    CREATE TABLE res_company (id int, name text);
    CREATE INDEX ON res_company USING gin (unaccent(name) gin_trgm_ops);
    INSERT INTO res_company VALUES (1, 'La Fourmilière');
"""


@pytest.fixture
def shop():
    """A small database with its files, and nothing left of it afterwards."""
    with databases.cursor() as cr:
        cr.execute(f"CREATE DATABASE {DATABASE}")
    with databases.cursor(DATABASE) as cr:
        cr.execute(TABLES)
    for name in ("ab/abcd", "cd/cdef"):
        path = DATA / "filestore" / DATABASE / name
        path.parent.mkdir(parents=True)
        path.write_text(f"photo {name}")
    yield DATABASE
    with databases.cursor() as cr:
        cr.execute("SELECT datname FROM pg_database WHERE datname LIKE 'e2e_backup%'")
        names = [name for (name,) in cr.fetchall()]
    for name in names:
        databases.drop(name)


@pytest.fixture
def run(shop, tmp_path):
    """``run("backup.sh")``: a script of docker/backup, with its exit code."""
    settings = {"ODOO_DB": shop, "ODOO_FILES": str(DATA), "BACKUPS": str(tmp_path)}

    def script(name, *arguments, **more):
        return subprocess.run(
            [SCRIPTS / name, *arguments],
            env=os.environ | settings | more,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return script


def backup(run, tmp_path):
    done = run("backup.sh")
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.iterdir()
    return made


def restore(run, made):
    done = run("restore.sh", made.name, "--yes")
    assert (done.returncode, done.stderr) == (0, "")


def company_name(shop, change_to=None):
    with databases.cursor(shop) as cr:
        if change_to:
            cr.execute("UPDATE res_company SET name = %s", [change_to])
        cr.execute("SELECT name FROM res_company")
        return cr.fetchone()[0]


def test_backup_brings_back_database_and_files(run, shop, tmp_path):
    made = backup(run, tmp_path)
    company_name(shop, change_to="After the mishap")
    photo = DATA / "filestore" / shop / "ab/abcd"
    photo.unlink()
    restore(run, made)
    assert company_name(shop) == "La Fourmilière"
    assert photo.read_text() == "photo ab/abcd"


def test_what_was_there_is_set_aside(run, shop, tmp_path):
    made = backup(run, tmp_path)
    company_name(shop, change_to="Set aside")
    restore(run, made)
    with databases.cursor() as cr:
        query = "SELECT max(datname) FROM pg_database WHERE datname LIKE %s"
        cr.execute(query, [f"{shop}_before_%"])
        aside = cr.fetchone()[0]
    assert company_name(aside) == "Set aside"
    assert (DATA / "filestore" / aside / "ab/abcd").exists()


def test_damaged_backup_is_refused(run, shop, tmp_path):
    made = backup(run, tmp_path)
    with (made / "database.dump").open("ab") as dump:
        dump.write(b"x")
    company_name(shop, change_to="Untouched")
    done = run("restore.sh", made.name, "--yes")
    assert done.returncode == 1
    assert "is damaged" in done.stderr
    assert company_name(shop) == "Untouched"


def test_database_in_use_is_refused(run, shop, tmp_path):
    made = backup(run, tmp_path)
    with databases.cursor(shop):
        done = run("restore.sh", made.name, "--yes")
    assert "is in use: stop Odoo first" in done.stderr


def test_nothing_changes_without_a_yes(run, shop, tmp_path):
    made = backup(run, tmp_path)
    company_name(shop, change_to="Kept")
    assert run("restore.sh", made.name).returncode == 1
    assert company_name(shop) == "Kept"


def test_unknown_backup_is_refused(run):
    assert "no backup called" in run("restore.sh", "yesterday").stderr


def test_missing_database_is_no_backup(run, tmp_path):
    done = run("backup.sh", ODOO_DB="e2e_backup_nowhere")
    assert done.returncode == 3
    assert "nothing to back up" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_health_is_a_whole_backup_of_the_last_day(run, tmp_path):
    assert run("healthy.sh").returncode == 1
    made = backup(run, tmp_path)
    assert run("healthy.sh").returncode == 0
    sums = made / "SHA256SUMS"
    os.utime(sums, (sums.stat().st_mtime - 27 * 3600,) * 2)
    assert run("healthy.sh").returncode == 1


def test_retention_keeps_days_and_firsts_of_months(run, tmp_path):
    days = ["09-30", "10-01", "10-02", "11-01", "11-18", "11-19", "11-20"]
    for day in days:
        (tmp_path / f"{DATABASE}-2026-{day}T023000").mkdir()
    (tmp_path / "another-2020-01-01T023000").mkdir()
    run("retain.sh", BACKUP_KEEP_DAYS="2", BACKUP_KEEP_MONTHS="2")
    left = sorted(p.name for p in tmp_path.iterdir())
    kept = [f"{DATABASE}-2026-{day}T023000" for day in days]
    assert left == ["another-2020-01-01T023000", kept[1], kept[3], kept[5], kept[6]]
