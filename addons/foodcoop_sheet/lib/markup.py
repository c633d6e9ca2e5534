# SPDX-License-Identifier: AGPL-3.0-or-later
"""XML read as a stream: no document type, so no entity grows and none is fetched."""

from collections.abc import Callable
from xml.parsers import expat

from .table import NOT_A_WORKBOOK, ReadError

_PIECE = 1 << 16
MAX_DEPTH = 200


class Refused(Exception):
    """The XML defines a document type: entities that grow, files to fetch."""


class Handler:
    """What a reader does with elements; names come without their namespace, unless
    ``keeps_spaces``: then as "namespace name"."""

    keeps_spaces = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; attributes by local name."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Words inside the innermost element."""


class Stop(Exception):
    """A handler has seen enough."""


def parse(read: Callable[[int], bytes], handler: Handler) -> None:
    """Feed a whole stream to a handler; damaged or refused XML is a ReadError."""
    parser = _parser(handler)
    try:
        while piece := read(_PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except Stop:
        return
    except (expat.ExpatError, Refused, LookupError, ValueError) as error:
        raise ReadError(NOT_A_WORKBOOK) from error


def _parser(handler: Handler):
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = _PIECE
    names: dict[str, str] = {}
    depth = 0

    def local(name: str) -> str:
        short = name if handler.keeps_spaces else name.rpartition(" ")[2]
        return names.setdefault(name, short)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise Refused
        handler.start(
            names.get(name) or local(name),
            {names.get(key) or local(key): attributes[key] for key in attributes},
        )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(names.get(name) or local(name))

    def refuse(*_declaration) -> None:
        raise Refused

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    return parser
