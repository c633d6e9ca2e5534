# SPDX-License-Identifier: AGPL-3.0-or-later
"""XML read as a stream: no document type, so no entity grows and none is fetched."""

from collections.abc import Callable
from xml.parsers import expat

from .table import NOT_A_WORKBOOK, UNSAFE, ReadError

_PIECE = 1 << 16
MAX_DEPTH = 64


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
    except Refused as error:
        raise ReadError(UNSAFE) from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ReadError(NOT_A_WORKBOOK) from error


class _Feeder:
    """Between expat and a handler: short names, and a look at how deep it gets."""

    def __init__(self, handler: Handler) -> None:
        self.handler, self.depth = handler, 0
        self.names: dict[str, str] = {}

    def local(self, name: str) -> str:
        short = name if self.handler.keeps_spaces else name.rpartition(" ")[2]
        return self.names.setdefault(name, short)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ValueError(self.depth)
        names, local = self.names, self.local
        self.handler.start(
            names.get(name) or local(name),
            {names.get(key) or local(key): attributes[key] for key in attributes},
        )

    def end(self, name: str) -> None:
        self.depth -= 1
        self.handler.end(self.names.get(name) or self.local(name))

    def refuse(self, *_declaration) -> None:
        raise Refused


def _parser(handler: Handler):
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = _PIECE
    feeder = _Feeder(handler)
    parser.StartElementHandler = feeder.start
    parser.EndElementHandler = feeder.end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = feeder.refuse
    return parser
