# SPDX-License-Identifier: AGPL-3.0-or-later
"""The proxy of docker/, run natively: the same template, loopback ports."""

import os
import re
import shutil
import socket
import subprocess
import time
from contextlib import closing
from pathlib import Path

from house.server import Server, free_port

DOCKER = Path(__file__).resolve().parents[2] / "docker"
TEMPLATE = DOCKER / "proxy/foodcoop.conf.template"
HOST = "localhost"
# What the nginx image brings around our file: folders, no root needed.
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/foodcoop.conf;
}}
"""


def render(values):
    """The template filled in, as the nginx image does; no name may stay open."""
    text = TEMPLATE.read_text()
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", str(value))
    left = re.findall(r"\$\{\w+\}", text)
    assert not left, f"the template has names without a value: {left}"
    return text


class ShopServer(Server):
    """Odoo as in the shop: workers, and a process for the websockets."""

    def __init__(self, database):
        self.websocket_port = free_port()
        arguments = (
            f"--config={DOCKER.parent / 'odoo.conf.example'}",
            "--workers=2",
            "--max-cron-threads=0",
            f"--gevent-port={self.websocket_port}",
        )
        super().__init__(database, arguments=arguments)

    def start(self, timeout=120):
        super().start(timeout)
        wait_for(self.websocket_port, self.process, self.log)
        return self


class Proxy:
    def __init__(self, folder, http_port, https_port, odoo, websocket):
        self.folder = folder
        self.http_port, self.https_port = http_port, https_port
        self.certificate = folder / "fullchain.pem"
        self.settings = {
            "FOODCOOP_HOST": HOST,
            "FOODCOOP_HTTP_PORT": f"127.0.0.1:{http_port}",
            "FOODCOOP_HTTPS_PORT": f"127.0.0.1:{https_port}",
            "FOODCOOP_ODOO": f"127.0.0.1:{odoo}",
            "FOODCOOP_WEBSOCKET": f"127.0.0.1:{websocket}",
            "FOODCOOP_CERTIFICATE": self.certificate,
            "FOODCOOP_CERTIFICATE_KEY": folder / "privkey.pem",
            "FOODCOOP_ACME": folder / "acme",
        }
        self.process = None

    @property
    def url(self):
        return f"https://{HOST}:{self.https_port}"

    @property
    def plain_url(self):
        return f"http://{HOST}:{self.http_port}"

    def start(self):
        subprocess.run([DOCKER / "certificate.sh", HOST, self.folder], check=True)
        (self.folder / "foodcoop.conf").write_text(render(self.settings))
        (self.folder / "nginx.conf").write_text(AROUND.format(folder=self.folder))
        tried = subprocess.run(
            self._nginx("-t"), capture_output=True, text=True, check=False
        )
        assert tried.returncode == 0, tried.stderr
        self.process = subprocess.Popen(self._nginx(), stderr=subprocess.DEVNULL)
        wait_for(self.https_port, self.process, self.folder / "error.log")
        return self

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)

    def _nginx(self, *arguments):
        found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
        assert found, "nginx is not installed: apt-get install nginx-light."
        own = ["-p", self.folder, "-e", "error.log", "-c", "nginx.conf"]
        return [found, *own, *arguments]


def wait_for(port, process, log, seconds=60):
    """Until a process listens; when it ends or takes too long, its log speaks."""
    deadline = time.monotonic() + seconds
    while not _listens(port):
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, (
            f"nobody listens on {port}: {log.read_text()}"
        )
        time.sleep(0.05)


def _listens(port):
    with closing(socket.socket()) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
