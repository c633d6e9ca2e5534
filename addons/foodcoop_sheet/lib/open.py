# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which reader a file needs: told by its content, then by its name."""

from .table import Document
from .xlsx import read_workbook


def read_document(data: bytes, filename: str) -> Document:
    """Read a supplier's file; raises ReadError with a reason and a place."""
    return Document("xlsx", read_workbook(data, filename))
