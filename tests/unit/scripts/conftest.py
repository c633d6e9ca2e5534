# SPDX-License-Identifier: AGPL-3.0-or-later
"""The project's own scripts, importable as ``house``; small projects to check."""

import importlib.util
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = ROOT / "scripts"
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


@pytest.fixture(scope="session")
def invented():
    path = ROOT / "tests/lookalike.py"
    spec = importlib.util.spec_from_file_location("cli_lookalike", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def foodcoop():
    def run(*arguments, stdin="", key=""):
        return subprocess.run(
            [sys.executable, "-m", "house.cli", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "scripts"),
                "FOODCOOP_KEY": key,
            },
        )

    return run


@pytest.fixture
def refused(foodcoop):
    """Run what must be refused: the one sentence that is said."""

    def run(*arguments, **options):
        done = foodcoop(*arguments, **options)
        assert (done.returncode, done.stdout) == (2, "")
        sentence, *more = done.stderr.splitlines()
        assert not more
        return sentence

    return run


@pytest.fixture
def server():
    """Answers like /json/2 and remembers what it was asked."""

    class Handler(BaseHTTPRequestHandler):
        asked = []
        answers = {}  # name: (status, answer), or what makes these of the question

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = self.path.removeprefix("/json/2/")
            self.asked.append((name, body, self.headers["Authorization"]))
            said = self.answers.get(name, (404, {"message": "not found"}))
            status, answer = said(body) if callable(said) else said
            self.send_response(status)
            self.end_headers()
            page = isinstance(answer, str) and answer.startswith("<")
            self.wfile.write((answer if page else json.dumps(answer)).encode())

        def log_message(self, *_arguments):
            pass

    service = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield service
    service.shutdown()
    service.server_close()
