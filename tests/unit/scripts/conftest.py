# SPDX-License-Identifier: AGPL-3.0-or-later
"""The project's own scripts, importable as ``house``; small projects to check."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[3] / "scripts"
sys.path.insert(0, str(SCRIPTS))


@pytest.fixture
def make_project(tmp_path):
    """``make_project({"README.md": "..."})``: a small project under git."""
    from house.checks.project import Project  # noqa: PLC0415 (after sys.path)

    def make(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        return Project(tmp_path, tmp_path / ".foodcoop")

    return make
