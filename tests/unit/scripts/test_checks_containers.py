# SPDX-License-Identifier: AGPL-3.0-or-later
"""Traps of containers: a moving image, root, a password in the file."""

import pytest

from house.checks import containers

SERVICE = """
services:
  db:
    image: postgres:16
    healthcheck: {test: pg_isready}
    environment:
      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it in .env}
"""


def faults(text):
    return [found.sentence for found in containers.compose_findings("c.yaml", text)]


def test_careful_service_passes():
    assert faults(SERVICE) == []


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ("postgres:16", "postgres", "not pinned"),
        ("postgres:16", "postgres:latest", "not pinned"),
        ("    healthcheck: {test: pg_isready}\n", "", "no healthcheck"),
        ("${POSTGRES_PASSWORD:?set it in .env}", "odoo", "must be asked for"),
        ("${POSTGRES_PASSWORD:?set it in .env}", "${X:-odoo}", "must be asked for"),
        ("    healthcheck", "    user: root\n    healthcheck", "rights of root"),
        ("services:", "service:", "no compose file"),
    ],
)
def test_careless_service_is_found(good, bad, words):
    (sentence,) = faults(SERVICE.replace(good, bad))
    assert words in sentence


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("FROM odoo:19\nUSER root\nRUN x\nUSER odoo\n", 0),
        ("FROM odoo:latest\nUSER odoo\n", 1),
        ("FROM odoo\nUSER root\n", 2),
        ("FROM odoo:19\n", 1),
    ],
)
def test_image_is_pinned_and_not_root(text, count):
    assert len(containers.dockerfile_findings("Dockerfile", text)) == count


def test_package_without_version_is_found():
    (found,) = containers.package_findings("biip\n# note\nrapidfuzz\n", "biip==5\n", {})
    assert "rapidfuzz has no version" in found.sentence


def test_package_that_an_addon_needs_is_found_missing():
    needed = {"addons/a/__manifest__.py": ["Pdf_Plumber", "reportlab", "biip"]}
    (found,) = containers.package_findings("biip\n", "biip==5\n", needed)
    assert found.path == "addons/a/__manifest__.py"
    assert "Pdf_Plumber" in found.sentence


def test_compose_itself_is_asked_where_there_is_one(make_project, tmp_path):
    docker = tmp_path / ".foodcoop/venv/bin/docker"
    project = make_project(
        {
            "docker/compose.yaml": SERVICE,
            ".foodcoop/venv/bin/docker": "#!/bin/sh\n"
            'case "$*" in *version) exit 0 ;; esac\n'
            'echo "wrong: $POSTGRES_PASSWORD" >&2; exit 1\n',
        }
    )
    docker.chmod(0o755)
    assert [found.sentence for found in containers.check(project)] == ["wrong: example"]
