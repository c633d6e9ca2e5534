"""scripts/foodcoop: JSON on standard output, one sentence and status 2 otherwise."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
KEY = "a-key-for-tests"


def at(server):
    return ("--url", f"http://127.0.0.1:{server.server_port}", "--db", "shop")


def test_a_list_is_read_without_database(foodcoop, invented, tmp_path):
    path = invented.lookalike(tmp_path / "criee.xlsx")
    done = foodcoop("catalogue", "read", path)
    answer = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(answer["rows"]) == answer["counts"]["product"] == invented.PRODUCTS
    (tarama,) = [row for row in answer["rows"] if row["code"] == invented.TARAMA]
    assert (tarama["price"], tarama["pack"], tarama["weight"]) == (1.25, 6, 0.09)
    assert answer["problems"][0]["reason"] == "no_code"


def test_a_list_is_read_again_with_what_was_learned(foodcoop, refused, tmp_path):
    path, saved = tmp_path / "liste.csv", tmp_path / "saved.json"
    lines = ["Réf;Nom;Tarif A;Tarif B"]
    lines += [f"{n};Article {n};{n},50;{n},90" for n in range(1, 6)]
    path.write_text("\n".join(lines))
    first = json.loads(foodcoop("catalogue", "read", path).stdout)
    asked = {question["code"] for question in first["questions"]}
    assert asked == {"price", "basis", "net"}
    mapping = first["mapping"] | {"basis": "piece", "net": False}
    for column in mapping["columns"]:
        if column["title"] in ("Tarif A", "Tarif B"):
            column["role"] = "price" if column["title"] == "Tarif B" else ""
    saved.write_text(json.dumps({"mapping": mapping}))
    done = foodcoop("catalogue", "read", path, "--mapping", saved)
    again = json.loads(done.stdout)
    assert again["questions"] == []
    assert [(r["price"], r["price_basis"], r["net"]) for r in again["rows"]][:1] == [
        (1.9, "piece", False)
    ]
    saved.write_text("{}")
    asked = ("catalogue", "read", path, "--mapping", saved)
    assert "is no mapping" in refused(*asked)


def test_a_file_that_is_no_list_is_one_sentence(refused, tmp_path):
    assert "cannot be read" in refused("catalogue", "read", tmp_path / "none.xlsx")
    (tmp_path / "empty.xlsx").touch()
    assert "is empty" in refused("catalogue", "read", tmp_path / "empty.xlsx")
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7")
    assert "is damaged" in refused("catalogue", "read", tmp_path / "list.pdf")
    (tmp_path / "letter.csv").write_text("Cher client,\nbonne année")
    sentence = refused("catalogue", "read", tmp_path / "letter.csv")
    assert "shows no products" in sentence


@pytest.mark.parametrize("wrong", [(), ("catalogue",), ("fly",), ("catalogue", "read")])
def test_a_wrong_command_is_one_sentence(refused, wrong):
    assert "--help" in refused(*wrong)


@pytest.mark.skipif(
    not (ROOT / "addons/foodcoop_scan/lib/scan.py").exists(),
    reason="foodcoop_barcode is not in this checkout",
)
def test_codes_are_explained_from_arguments_and_standard_input(foodcoop):
    one = json.loads(foodcoop("barcode", "explain", "4006381333930").stdout)
    assert one == {
        "input": "4006381333930",
        "class": "bad_check_digit",
        "valid": "0",
        "code": "",
        "decoded": {"expected_check": "1"},
        "reason": "check_digit",
    }
    done = foodcoop("barcode", "explain", "-", stdin="3017620422003\n\nnoise\n")
    inputs = [json.loads(line)["input"] for line in done.stdout.splitlines()]
    assert inputs == ["3017620422003", "", "noise"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), {"kg": "30.025"}),
        (("--region", "se"), {"price": "2.5 SEK"}),
        (("--rule", "212IIIIIPPPP", "--region", "SE"), {"price": "0.25"}),
    ],
)
@pytest.mark.skipif(
    not (ROOT / "addons/foodcoop_scan/lib/scan.py").exists(),
    reason="foodcoop_barcode is not in this checkout",
)
def test_the_caller_says_how_labels_are_read(foodcoop, options, told):
    done = foodcoop("barcode", "explain", "2123450300259", *options)
    (key,) = told
    assert json.loads(done.stdout)["decoded"][key] == told[key]


def test_a_rule_or_region_that_cannot_be_is_one_sentence(refused):
    assert "21IIIIINNDDDC" in refused("barcode", "explain", "1", "--rule", "21")
    assert "FR" in refused("barcode", "explain", "1", "--region", "XX")


def test_a_call_sends_named_arguments_and_the_key(foodcoop, server, tmp_path):
    server.RequestHandlerClass.answers["res.partner/search_count"] = (200, 12)
    (tmp_path / "key").write_text(f"{KEY}\n")
    done = foodcoop(
        *("call", "res.partner", "search_count", '{"domain": []}'),
        *at(server),
        *("--key-file", tmp_path / "key"),
    )
    assert json.loads(done.stdout) == {"result": 12}
    assert server.RequestHandlerClass.asked == [
        ("res.partner/search_count", {"domain": []}, f"Bearer {KEY}")
    ]


def test_what_the_server_refuses_is_one_sentence(refused, server):
    answers = server.RequestHandlerClass.answers
    answers["x/y"] = (422, {"name": "UserError", "message": "This list was applied."})
    answers["x/z"] = (401, {"message": "no"})
    where = at(server)
    assert "This list was applied." in refused("call", "x", "y", *where, key=KEY)
    assert "does not accept this key" in refused("call", "x", "z", *where, key=KEY)


def test_keys_addresses_and_arguments_are_checked_first(refused, server, tmp_path):
    assert "No key" in refused("call", "x", "y", *at(server))
    away = ("--url", "shop", "--db", "shop")
    assert "no address" in refused("call", "x", "y", *away, key=KEY)
    assert "no JSON" in refused("call", "x", "y", "{", *at(server), key=KEY)
    older = (*at(server), "--protocol", "xmlrpc")
    assert "--login" in refused("call", "x", "y", *older, key=KEY)
    closed = ("--url", "http://127.0.0.1:9", "--db", "shop")
    assert "does not answer" in refused("call", "x", "y", *closed, key=KEY)
