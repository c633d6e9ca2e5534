# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of many rows, read and understood, against openpyxl only reading its cells.

Run as a program with a file's name, it reads that file and prints the most memory that
it took, in MB: reading runs in a process of its own, so this is what it costs.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

from openpyxl import Workbook, load_workbook

from house.cli import lib

ROUNDS = 3
HEADER = ("Code", "EAN", "Désignation", "Origine", "Colisage", "Prix HT", "Unité")


def write(path, count):
    """A grocer's list: every column a buyer needs, a section every fifty rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tarif")
    sheet.append(("Épicerie de Penfoul", "Tarif 2026"))
    sheet.append(HEADER)
    for number in range(1, count + 1):
        if number % 50 == 1:
            sheet.append((None, None, f"RAYON {number // 50 + 1}"))
        sheet.append(_row(number))
    book.save(path)
    return path


def _row(number):
    name = f"Confiture de fruits rouges du verger {number}"
    price = 1 + number % 900 / 100
    return (f"C{number:05}", None, name, "France", "6 x 320 g", price, "pièce")


def understand(path):
    """Read and understood, as the process apart does it."""
    document = lib("foodcoop_file", "open").read_document(path.read_bytes(), path.name)
    return lib("foodcoop_pricelist", "read").read(document)


def only_read(path):
    """Every cell once, by openpyxl as anyone would."""
    sheets = load_workbook(path, data_only=True).worksheets
    return sum(1 for sheet in sheets for _row in sheet.iter_rows(values_only=True))


def timed(action, path):
    began = time.perf_counter()
    action(path)
    return (time.perf_counter() - began) * 1000


def in_turn(path):
    """The medians of both, in turn, so that the machine's moods meet both."""
    spent = [
        [timed(way, path) for way in (understand, only_read)] for _ in range(ROUNDS)
    ]
    return [statistics.median(times) for times in zip(*spent, strict=True)]


if __name__ == "__main__":
    understand(Path(sys.argv[1]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
