# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why a file cannot be read, and what to know of one that was: said to a person."""

from odoo.addons.foodcoop_sheet.lib import limits, table
from odoo.addons.foodcoop_sheet.lib.grid import letter

_SAYS_ENOUGH = (table.NO_TABLE, table.PASSWORD, table.EMPTY_FILE, table.CANCELLED)


def file_sentence(env, reason, place=""):
    """What is wrong with the file, then what to do."""
    sentences = _kind_sentences(env) | _size_sentences(env) | _pdf_sentences(env)
    sentence = sentences.get(reason) or sentences[table.NOT_A_WORKBOOK]
    if reason == table.TOO_MANY_PAGES and place:
        return env._(
            "The PDF has more than %s pages. Print the pages of the price list into a "
            "PDF of their own, or ask the supplier for a spreadsheet.",
            place,
        )
    if not place or reason in _SAYS_ENOUGH:
        return sentence
    return env._("%(sentence)s (%(place)s)", sentence=sentence, place=place)


def note_sentence(env, note):
    """What to know of a file that was read all the same; "" for what needs no word."""
    return {
        table.MACROS: env._("The file holds macros. They were not run."),
        table.EXTERNAL_LINKS: env._(
            "The file takes numbers from other files. The last ones that it knew were "
            "read: compare some prices with the supplier's."
        ),
        table.COLUMNS_CUT: env._(
            "What stands to the right of column %s was left out. If it matters, move "
            "it to the left in a spreadsheet and drop the file again.",
            letter(limits.MAX_COLUMNS),
        ),
        table.OTHER_KIND: env._(
            "The name says another kind of file than this is. It was read as what it "
            "is."
        ),
        table.OCR: env._(
            "The file is a picture: its letters were guessed. Compare every row with "
            "the picture before you take it."
        ),
        table.PICTURE_PAGES: env._(
            "Some pages are pictures: their rows are missing. Ask the supplier for a "
            "spreadsheet, or write these rows yourself."
        ),
    }.get(note, "")


def _kind_sentences(env):
    return {
        table.EMPTY_FILE: env._(
            "The file is empty. Ask the supplier to send it again."
        ),
        table.WRONG_EXTENSION: env._(
            "The name of the file says another kind than its content. Save it as .xlsx "
            "in a spreadsheet and drop it here again."
        ),
        table.UNKNOWN_KIND: env._(
            "This kind of file cannot be read. Ask the supplier for a spreadsheet "
            "(.xlsx, .xls, .ods, .csv), a BNN or XML file, or a PDF with text."
        ),
        table.PASSWORD: env._(
            "The file is protected by a password. Open it with the password, save it "
            "without, and drop it here again."
        ),
        table.NOT_A_WORKBOOK: env._(
            "The file is damaged. Open it in a spreadsheet and save it again, or ask "
            "the supplier to send it again."
        ),
        table.UNSAFE: env._(
            "The file gives orders to the program that reads it, so it was not read. "
            "No price list needs that: ask the supplier what it is, and for an .xlsx "
            "or .csv file."
        ),
        table.NO_TABLE: env._(
            "No row of column names was found. The list needs one row that names the "
            'columns, such as "Name, Code, Pack, Price, Unit".'
        ),
        table.CANCELLED: env._(
            "Reading was stopped and nothing was written. Drop the file again to read "
            "it."
        ),
    }


def _size_sentences(env):
    return {
        table.TOO_BIG: env._(
            "The file is too big for a price list. Remove its pictures and other "
            "sheets, save it and drop it here again."
        ),
        table.TOO_MANY_ROWS: env._(
            "The sheet has more than %s rows. Split the list into several files.",
            limits.MAX_ROWS,
        ),
        table.TOO_MANY_PAGES: env._(
            "The PDF has too many pages. Print the pages of the price list into a PDF "
            "of their own, or ask the supplier for a spreadsheet."
        ),
        table.TOO_LONG: env._(
            "Reading took more time or memory than a price list needs, so it was "
            "stopped. Split the list, or ask the supplier for a plain spreadsheet."
        ),
    }


def _pdf_sentences(env):
    return {
        table.NO_TEXT: env._(
            "This PDF is a picture without text. Ask the supplier for a spreadsheet or "
            "for a PDF made from one."
        ),
        table.UNREADABLE_TEXT: env._(
            "The letters of this PDF cannot be read by a program. Ask the supplier for "
            "a spreadsheet."
        ),
    }
