# SPDX-License-Identifier: AGPL-3.0-or-later
"""A price list dropped on a running server and read there; a person goes on with it."""

import base64
import hashlib
import html
import re
import time

from .remote import RemoteError

MODEL = "foodcoop.catalogue.import"
PATIENCE, EVERY = 150, 0.5  # seconds to look on while the server reads; between looks
OPEN = ("reading", "check", "read")  # dropped before, not applied yet


def drop(server, name, data, supplier=""):
    """Drop a file and look on until it is read; what was understood, what to do next.

    Without ``supplier`` the list says whose it is. A refused file leaves nothing there;
    one without a list waits there for a person, and is an error here.
    """
    refuse_twin(server, hashlib.sha256(data).hexdigest())
    vals = {"filename": name, "file": base64.b64encode(data).decode()}
    if supplier:
        vals["partner_id"] = supplier_id(server, supplier)
    (number,) = server.call(MODEL, "create", vals_list=[vals])
    try:
        server.call(MODEL, "action_read", ids=[number])
    except RemoteError:
        server.call(MODEL, "unlink", ids=[number])
        raise
    look_on(server, number)
    told = told_of(server, number)
    if told["state"] == "draft":
        server.call(MODEL, "unlink", ids=[number])
        raise RemoteError(told["error_text"] or "Reading was stopped there.")
    said = answer(server, told)
    if (told["check"] or {}).get("error"):
        raise RemoteError(said["next"])
    return said


def refuse_twin(server, digest):
    """The same file lies there already; one that was applied the server refuses."""
    domain = [["digest", "=", digest], ["state", "in", OPEN]]
    twins = server.call(MODEL, "search_read", domain=domain, fields=["state"])
    if twins:
        where = address(server, twins[0]["id"])
        raise RemoteError(f"This file lies there already: go on with it at {where}.")


def supplier_id(server, name):
    found = server.call(
        "res.partner",
        "search_read",
        domain=[["name", "=ilike", name], ["parent_id", "=", False]],
        fields=["name"],
    )
    if len(found) != 1:
        many = f"{len(found)} suppliers are" if found else "No supplier is"
        raise RemoteError(
            f"{many} named {name!r} there: give the exact name, or leave --supplier "
            "out and say on the screen whose list it is."
        )
    return found[0]["id"]


def look_on(server, number):
    """Until it is read or our patience ends; where no jobs run, ask for it at once."""
    deadline, asked = time.monotonic() + PATIENCE, False
    while time.monotonic() < deadline:
        told = server.call(MODEL, "reading_progress", ids=[number])
        if told["state"] != "reading":
            return
        if not told["jobs"] and not asked:
            asked = True
            server.call(MODEL, "action_read_now", ids=[number])
        else:
            time.sleep(EVERY)


def told_of(server, number):
    fields = ["state", "partner_id", "check", "error_text"]
    domain = [["id", "=", number]]
    (told,) = server.call(MODEL, "search_read", domain=domain, fields=fields)
    return told


def answer(server, told):
    """What a person reads: the list, its examples, the next thing to do and where."""
    check = told["check"] or {}
    where = address(server, told["id"])
    return {
        "id": told["id"],
        "state": told["state"],
        "supplier": told["partner_id"][1] if told["partner_id"] else "",
        "examples": [text_of(one) for one in check.get("sentences", ())],
        "notices": check.get("notices", []),
        "next": next_step(told["state"], check, where),
        "url": where,
    }


def next_step(state, check, where):
    if state == "reading":
        return f"It is still being read. Look again later: {where}"
    if check.get("error"):
        return f"{check['error']} It waits here: {where}"
    if check.get("question"):
        return f"Answer the question “{check['question']['text']}”: {where}"
    return f"Compare the examples with the list and say yes or no: {where}"


def text_of(marked):
    """The server's sentence without its bold letters."""
    return html.unescape(re.sub(r"</?strong>", "", marked))


def address(server, number):
    """The list's own page."""
    return f"{server.url.rstrip('/')}/odoo/{MODEL}/{number}"
