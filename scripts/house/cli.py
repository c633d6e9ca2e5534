# SPDX-License-Identifier: AGPL-3.0-or-later
"""scripts/foodcoop: the addons' pure functions on files, and a running server.

Answers are JSON on standard output, one object a line where there are many. What goes
wrong is one sentence on standard error, and exit status 2.
"""

import argparse
import importlib
import json
import os
import sys
import types
from pathlib import Path

from . import drop, remote
from .place import ADDONS

FILE_SENTENCES = {
    "empty_file": "is empty: ask the supplier to send it again.",
    "wrong_extension": "is not what its name says: save it as .xlsx in a spreadsheet.",
    "unknown_kind": "is no kind of list that can be read: xlsx, xls, ods, csv, BNN, "
    "XML and PDF can.",
    "too_big": "is too big for a price list: remove pictures and other sheets.",
    "too_many_rows": "has too many rows: split it into several files.",
    "too_many_pages": "has more than %s pages: keep those of the price list.",
    "too_long": "takes more time or memory than a price list needs: split it, or ask "
    "for a plain spreadsheet.",
    "password": "has a password: save it without.",
    "not_a_workbook": "is damaged: save it again in a spreadsheet, or ask for it anew.",
    "unsafe": "gives orders to the program that reads it (XML entities), and was not "
    "read: ask the supplier for an .xlsx or .csv file.",
    "no_table": "shows no products with prices: it needs columns such as Name, Code, "
    "Price.",
    "no_text": "is a picture without text: ask the supplier for a spreadsheet.",
    "unreadable_text": "has letters that no program can read: ask the supplier for a "
    "spreadsheet.",
    "cancelled": "was not read to its end: it was stopped.",
}


class Refused(Exception):
    """One sentence for the person: what is wrong and what to do."""


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Refused(f"{message[:1].upper()}{message[1:]}. See {self.prog} --help.")


def lib(addon, name):
    """A module of an addon's ``lib/``, imported without Odoo."""
    if not (ADDONS / addon / "lib").is_dir():
        raise Refused(f"This checkout has no addon {addon}.")
    rooms = {
        f"odoo.addons.{one.parent.name}": one.parent for one in ADDONS.glob("*/lib")
    }
    for package, folder in ({"odoo": None, "odoo.addons": None} | rooms).items():
        module = types.ModuleType(package)
        module.__path__ = [str(folder)] if folder else []
        sys.modules.setdefault(package, module)
    return importlib.import_module(f"odoo.addons.{addon}.lib.{name}")


def read_bytes(name):
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror}.") from error


def catalogue_read(asked):
    """One object: what the list says, and how it was understood."""
    table, files = lib("foodcoop_sheet", "table"), lib("foodcoop_file", "apart")
    wire, lists = lib("foodcoop_sheet", "wire"), lib("foodcoop_pricelist", "as_json")
    understand = lib("foodcoop_desk", "understand").understood_apart
    mapping = saved_mapping(asked.mapping)
    try:
        room = {"seconds": 90, "megabytes": 512}
        document = files.read_apart(read_bytes(asked.file), asked.file, **room)
        reading = understand(wire.kept(document), mapping, likely=True)
    except table.ReadError as error:
        sentence = FILE_SENTENCES.get(error.reason, "cannot be read as a price list.")
        said = (
            sentence % error.place if "%s" in sentence else f"{sentence} {error.place}"
        )
        raise Refused(f"{asked.file} {said}".strip()) from error
    return lists.as_json(reading, file=Path(asked.file).name, kind=reading.kind)


def saved_mapping(name):
    """What was remembered of this supplier: the "mapping" of an earlier answer, or it
    alone; None without a file."""
    if not name:
        return None
    mapping = lib("foodcoop_pricelist", "mapping")
    text = read_bytes(name).decode(errors="replace")
    try:
        whole = json.loads(text)
        if isinstance(whole, dict) and isinstance(whole.get("mapping"), dict):
            text = json.dumps(whole["mapping"])
        return mapping.Mapping.from_text(text)
    except (ValueError, RecursionError, mapping.MappingError) as error:
        hint = "give one that this command printed, or one exported from the shop."
        raise Refused(f"{name} is no mapping of a price list: {hint}") from error


def barcode_explain(asked):
    """One line a code: what it is, by the rules named or those of every new Odoo."""
    explain = lib("foodcoop_scan", "scan").explain
    rules = measures(asked)
    for code in lines(sys.stdin.buffer) if asked.codes == ["-"] else asked.codes:
        yield explain(code, rules).as_dict()


def lines(file):
    """Lines as they are: a code's own blanks and line ends are part of the question."""
    for line in file:
        yield line.decode(errors="replace").removesuffix("\n")


def measures(asked):
    """How price and weight labels are read: rules first, then a country's habit."""
    if not (asked.rule or asked.region):
        return None
    measure = lib("foodcoop_scan", "measure").Measure
    regions = lib("foodcoop_scan", "conventions").REGIONS
    try:
        rules = [measure.from_rule(rule) for rule in asked.rule]
        return [*rules, *(regions[asked.region.upper()] if asked.region else ())]
    except ValueError as error:
        raise Refused(f"A --rule cannot be: {error}.") from error
    except KeyError as error:
        known = ", ".join(sorted(regions))
        raise Refused(f"The region is one of {known}.") from error


def call(asked):
    try:
        arguments = json.loads(asked.arguments)
    except ValueError as error:
        raise Refused(f"The arguments are no JSON: {error}.") from error
    if not isinstance(arguments, dict):
        raise Refused('The arguments are a JSON object, such as {"ids": [1]}.')
    return {"result": remote.Server(asked).call(asked.model, asked.method, **arguments)}


def catalogue_import(asked):
    """Drop a list on a server, where it is read; a person looks and applies."""
    data = read_bytes(asked.file)
    name = Path(asked.file).name
    return drop.drop(remote.Server(asked), name, data, asked.supplier)


def parser():
    top = Parser(prog="scripts/foodcoop", description=__doc__.splitlines()[0])
    commands = top.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    _add_catalogue(commands)
    _add_barcode(commands)
    verb = commands.add_parser("call", help="a method of a running server")
    verb.add_argument("model", metavar="MODEL")
    verb.add_argument("method", metavar="METHOD")
    verb.add_argument("arguments", nargs="?", default="{}", metavar="JSON")
    verb.set_defaults(run=call)
    remote.add_options(verb)
    return top


def _add_catalogue(commands):
    catalogue = commands.add_parser("catalogue", help="suppliers' price lists")
    verbs = catalogue.add_subparsers(required=True, metavar="VERB", parser_class=Parser)
    verb = verbs.add_parser("read", help="a list as JSON, without database")
    verb.add_argument("file", metavar="FILE")
    verb.add_argument("--mapping", metavar="FILE", help="what was learned of this list")
    verb.set_defaults(run=catalogue_read)
    verb = verbs.add_parser("import", help="drop a list on a running server")
    verb.add_argument("file", metavar="FILE")
    verb.add_argument(
        "--supplier", default="", metavar="NAME", help="else the list says whose it is"
    )
    verb.set_defaults(run=catalogue_import)
    remote.add_options(verb)


def _add_barcode(commands):
    barcode = commands.add_parser("barcode", help="numbers of goods")
    verbs = barcode.add_subparsers(required=True, metavar="VERB", parser_class=Parser)
    verb = verbs.add_parser("explain", help="what codes are, as JSON")
    verb.add_argument(
        "codes", nargs="+", metavar="CODE", help="or - for standard input"
    )
    verb.add_argument("--region", metavar="CC", help="habits of a country, e.g. FR")
    verb.add_argument(
        "--rule",
        action="append",
        default=[],
        metavar="PATTERN",
        help="how labels are read, e.g. 21.....{NNDDD} or 28IIIIIVPPPP",
    )
    verb.set_defaults(run=barcode_explain)


def main(arguments=None):
    try:
        asked = parser().parse_args(arguments)
        answer = asked.run(asked)
        show(answer)
    except (Refused, remote.RemoteError) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # "| head" has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def show(answer):
    """One object, or one a line where there are many; any argument can be shown."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(answer, dict):
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=str), flush=True)
        return
    for one in answer:
        print(json.dumps(one, ensure_ascii=False))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
