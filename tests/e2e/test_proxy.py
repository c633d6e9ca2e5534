# SPDX-License-Identifier: AGPL-3.0-or-later
"""The production road: TLS and nginx in front of an Odoo with several workers.

Same nginx template as in docker/, same odoo.conf.example; only ports and folders
differ. What breaks here breaks in the shop.
"""

import base64
import os
import socket
import ssl

import pytest
import requests
import websocket

from e2e.proxy import HOST, Proxy, ShopServer

from house import databases
from house.server import free_port

DATABASE = "e2e_behind_proxy"
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def shop():
    databases.clone(databases.base(), DATABASE)
    running = ShopServer(DATABASE)
    yield running.start()
    running.stop()
    databases.drop(DATABASE)


@pytest.fixture(scope="module")
def proxy(shop, tmp_path_factory):
    folder = tmp_path_factory.mktemp("proxy")
    running = Proxy(folder, free_port(), free_port(), shop.port, shop.websocket_port)
    yield running.start()
    running.stop()


@pytest.fixture
def visitor(proxy):
    """A session that trusts the proxy's certificate and no other."""
    with requests.Session() as session:
        session.verify = str(proxy.certificate)
        session.trust_env = False
        yield session


@pytest.fixture
def admin(proxy, visitor):
    params = {"db": DATABASE, "login": "admin", "password": "admin"}
    assert call(proxy, visitor, "/web/session/authenticate", **params)["uid"]
    return visitor


def call(proxy, session, path, **params):
    body = {"jsonrpc": "2.0", "params": params}
    answer = session.post(proxy.url + path, json=body)
    answer.raise_for_status()
    return answer.json()["result"]


def call_model(proxy, session, model, method, *args):
    params = {"model": model, "method": method, "args": args, "kwargs": {}}
    return call(proxy, session, f"/web/dataset/call_kw/{model}/{method}", **params)


def test_login_page_comes_over_tls(proxy, visitor):
    answer = visitor.get(f"{proxy.url}/web/login")
    assert answer.status_code == 200
    assert 'name="password"' in answer.text
    assert answer.headers["Strict-Transport-Security"]


def test_plain_address_leads_to_the_safe_one(proxy, visitor):
    address = f"{proxy.plain_url}/web/login?redirect=/reception"
    answer = visitor.get(address, allow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"https://{HOST}/web/login?redirect=/reception"


def test_proof_for_a_certificate_is_served_without_tls(proxy, visitor):
    proof = proxy.folder / "acme/.well-known/acme-challenge/token"
    proof.parent.mkdir(parents=True)
    proof.write_text("proof")
    answer = visitor.get(f"{proxy.plain_url}/.well-known/acme-challenge/token")
    assert answer.text == "proof"


def test_other_names_get_no_answer(proxy):
    trusting = ssl.create_default_context(cafile=proxy.certificate)
    trusting.check_hostname = False
    with (
        socket.create_connection(("127.0.0.1", proxy.https_port)) as plain,
        pytest.raises(ssl.SSLError),
    ):
        trusting.wrap_socket(plain, server_hostname="elsewhere.example")


def test_health_is_answered_to_the_machine_itself(proxy, visitor):
    address = f"http://127.0.0.1:{proxy.http_port}/proxy-health"
    assert visitor.get(address).status_code == 204


def test_websocket_is_answered_through_the_proxy(proxy, visitor, admin):
    connection = websocket.create_connection(
        proxy.url.replace("https:", "wss:") + "/websocket",
        sslopt={"ca_certs": str(proxy.certificate)},
        origin=proxy.url,
        cookie=f"session_id={admin.cookies['session_id']}",
        http_no_proxy=[HOST],
        timeout=20,
    )
    assert connection.getstatus() == 101
    connection.close()


def test_pages_come_compressed(proxy, visitor):
    answer = visitor.get(f"{proxy.url}/web/login")
    assert answer.headers["Content-Encoding"] == "gzip"


def test_scripts_come_compressed(proxy, visitor):
    page = visitor.get(f"{proxy.url}/web/login").text
    script = page.split('src="/web/assets/')[1].split('"')[0]
    answer = visitor.get(f"{proxy.url}/web/assets/{script}")
    assert answer.headers["Content-Type"].startswith(
        ("text/javascript", "application/")
    )
    assert answer.headers["Content-Encoding"] == "gzip"


def test_photo_of_20_megabytes_is_accepted(proxy, admin):
    photo = base64.b64encode(os.urandom(20 * MEGABYTE)).decode()
    values = {"name": "delivery.jpg", "datas": photo}
    (number,) = call_model(proxy, admin, "ir.attachment", "create", [values])
    read = call_model(proxy, admin, "ir.attachment", "read", [number], ["file_size"])
    assert read[0]["file_size"] == 20 * MEGABYTE


def test_file_beyond_the_limit_is_refused(proxy, visitor):
    answer = visitor.post(f"{proxy.url}/web/login", data=b"x" * (65 * MEGABYTE))
    assert answer.status_code == 413


def test_odoo_writes_safe_addresses(proxy, admin):
    """Odoo takes its own address, for links in mails, from who signs in as admin."""
    key = "web.base.url"
    read = call_model(proxy, admin, "ir.config_parameter", "get_param", key)
    assert read == proxy.url


def test_session_cookie_travels_over_tls_only(proxy, visitor):
    answer = visitor.get(f"{proxy.url}/web/login")
    assert "secure" in answer.headers["Set-Cookie"].lower()


def test_forged_sender_is_not_believed(proxy, shop, visitor):
    params = {"db": DATABASE, "login": "nobody", "password": "wrong"}
    visitor.headers["X-Forwarded-For"] = "192.0.2.66"
    body = {"jsonrpc": "2.0", "params": params}
    visitor.post(f"{proxy.url}/web/session/authenticate", json=body)
    log = shop.log.read_text()
    assert "Login failed for login:nobody from 127.0.0.1" in log
    assert "192.0.2.66" not in log


def test_database_manager_is_closed(proxy, visitor):
    assert visitor.get(f"{proxy.url}/web/database/manager").status_code == 404


def test_every_setting_of_the_example_is_known_to_odoo(shop):
    log = shop.log.read_text().splitlines()
    doubts = [line for line in log if " WARNING " in line and "tools.config" in line]
    # The folder exists in the image only; the test names the project's own.
    assert [line for line in doubts if "/opt/foodcoop/addons" not in line] == []
