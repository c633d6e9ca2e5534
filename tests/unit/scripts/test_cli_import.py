# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/foodcoop catalogue import: dropped, read there, and what to do next."""

import json
import threading
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer

import pytest

MODEL = "foodcoop.catalogue.import"
KEY = "a-key-for-tests"
CHECK = {
    "question": False,
    "sentences": ["<strong>Riz &amp; blé</strong> costs <strong>2.50 €</strong> each."],
    "notices": ["Products: 1."],
    "error": "",
}


def read_there(**told):
    return [
        {
            "id": 5,
            "state": "check",
            "partner_id": [8, "Criée"],
            "check": CHECK,
            "error_text": False,
            **told,
        }
    ]


@pytest.fixture
def drop(server, tmp_path):
    """Arguments of a list dropped on a server that answers as told."""
    answers = server.RequestHandlerClass.answers
    answers |= {
        "res.partner/search_read": (200, [{"id": 8, "name": "Criée"}]),
        f"{MODEL}/create": (200, [5]),
        f"{MODEL}/action_read": (200, None),
        f"{MODEL}/action_read_now": (200, None),
        f"{MODEL}/reading_progress": (200, {"state": "check", "jobs": True}),
        f"{MODEL}/unlink": (200, True),
    }
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Prix\nRiz;2,50")
    where = ("--url", f"http://127.0.0.1:{server.server_port}", "--db", "shop")

    def arguments(*options, twins=(), told=None, **changed):
        shown = told or read_there()
        answers[f"{MODEL}/search_read"] = lambda body: (
            (200, list(twins)) if "digest" in str(body["domain"]) else (200, shown)
        )
        answers.update({f"{MODEL}/{name}": said for name, said in changed.items()})
        return ("catalogue", "import", path, *options, *where)

    return arguments


def asked(server):
    return [name.partition("/")[2] for name, *_more in server.RequestHandlerClass.asked]


def test_a_list_is_dropped_read_and_shown_with_what_to_do(foodcoop, server, drop):
    done = foodcoop(*drop("--supplier", "Criée"), key=KEY)
    told = json.loads(done.stdout)
    assert (done.returncode, told["state"], told["supplier"]) == (0, "check", "Criée")
    assert told["examples"] == ["Riz & blé costs 2.50 € each."]
    assert told["next"].startswith("Compare the examples")
    assert told["url"] in told["next"]
    assert told["url"].endswith(f"/odoo/{MODEL}/5")
    created = server.RequestHandlerClass.asked[2][1]["vals_list"][0]
    assert (created["partner_id"], created["filename"]) == (8, "liste.csv")
    assert "action_read_now" not in asked(server)


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ({"question": {"text": "Whose list is this?"}}, "Whose list is this?"),
    ],
)
def test_what_is_asked_is_said(foodcoop, drop, check, said):
    done = foodcoop(*drop(told=read_there(check=CHECK | check)), key=KEY)
    assert said in json.loads(done.stdout)["next"]


def test_a_file_without_a_list_is_an_error_that_says_where_it_waits(foodcoop, drop):
    error = {"error": "No list of products was found.", "sentences": []}
    done = foodcoop(*drop(told=read_there(check=CHECK | error)), key=KEY)
    assert done.returncode != 0
    assert "No list of products was found. It waits here: http" in done.stderr


def test_without_supplier_the_list_says_whose_it_is(foodcoop, server, drop):
    assert foodcoop(*drop(), key=KEY).returncode == 0
    assert "res.partner/search_read" not in [
        name for name, *_more in server.RequestHandlerClass.asked
    ]


def test_where_no_jobs_run_it_is_read_at_once(foodcoop, server, drop):
    looks = iter(["reading", "check"])
    wait = lambda _body: (200, {"state": next(looks), "jobs": False})  # noqa: E731
    assert foodcoop(*drop(reading_progress=wait), key=KEY).returncode == 0
    assert asked(server).count("action_read_now") == 1


def test_where_jobs_run_it_is_waited_for(foodcoop, server, drop):
    looks = iter(["reading", "check"])
    wait = lambda _body: (200, {"state": next(looks), "jobs": True})  # noqa: E731
    assert foodcoop(*drop(reading_progress=wait), key=KEY).returncode == 0
    assert asked(server).count("reading_progress") == 2
    assert "action_read_now" not in asked(server)


def test_an_unknown_supplier_is_one_sentence(refused, server, drop):
    server.RequestHandlerClass.answers["res.partner/search_read"] = (200, [])
    said = refused(*drop("--supplier", "Nobody"), key=KEY)
    assert "No supplier is named 'Nobody'" in said
    assert "create" not in asked(server)


def test_the_same_file_is_dropped_once(refused, server, drop):
    twins = [{"id": 3, "state": "check"}]
    assert f"/odoo/{MODEL}/3" in refused(*drop(twins=twins), key=KEY)
    assert asked(server) == ["search_read"]


@pytest.mark.parametrize(
    "way",
    [
        {"action_read": (422, {"message": "This file was already imported."})},
        {"told": read_there(state="draft", error_text="The file is damaged.")},
    ],
)
def test_a_refused_list_leaves_nothing_on_the_server(refused, server, drop, way):
    assert refused(*drop(**way), key=KEY).startswith("The ")
    assert asked(server)[-1] == "unlink"


def test_a_database_that_is_not_there_is_one_sentence(refused, drop):
    said = refused(*drop(create=(404, "<h1>No database is selected</h1>\n")), key=KEY)
    assert "has no database 'shop'" in said


def test_a_page_instead_of_an_answer_is_one_sentence(refused, drop):
    said = refused(*drop(create=(502, "<h1>Bad\nGateway</h1>" * 99)), key=KEY)
    assert "Bad Gateway" in said
    assert len(said) < 300


class AnyPath(SimpleXMLRPCRequestHandler):
    rpc_paths = ()


@pytest.fixture
def older():
    """Answers like /xmlrpc, which carries no None; arguments by their place or name."""
    answers = {
        "search": lambda domain, *_p, **_n: [] if "digest" in str(domain) else [5],
        "read": lambda ids, *_p, **_n: read_there(),
        "create": lambda vals_list: [5],
        "action_read": lambda ids: True,
        "reading_progress": lambda ids: {"state": "check", "jobs": True},
    }

    def execute_kw(_db, _uid, _secret, _model, method, args, named):
        return answers[method](*args, **named)

    service = SimpleXMLRPCServer(("127.0.0.1", 0), AnyPath, logRequests=False)
    service.register_function(lambda *_who: 2, "login")
    service.register_function(execute_kw)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{service.server_address[1]}"
    service.shutdown()
    service.server_close()


def test_over_xmlrpc_it_is_the_same(foodcoop, older, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Prix\nRiz;2,50")
    where = ("--url", older, "--db", "shop", "--protocol", "xmlrpc", "--login", "me")
    done = foodcoop("catalogue", "import", path, *where, key=KEY)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["state"] == "check"


def test_a_fault_of_the_server_is_its_last_line(refused, older):
    where = ("--url", older, "--db", "shop", "--protocol", "xmlrpc", "--login", "me")
    assert "KeyError" in refused("call", "x", "fly", *where, key=KEY)
