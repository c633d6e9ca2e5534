"""Every reason and every note is a sentence for a person."""

import pytest

from odoo.addons.foodcoop_file import sentences
from odoo.addons.foodcoop_sheet.lib import table

NOTES = {getattr(table, name) for name in ("MACROS", "EXTERNAL_LINKS", "OCR")}
NOTES |= {table.COLUMNS_CUT, table.OTHER_KIND, table.PICTURE_PAGES}
SCOPES = {table.FULL, table.PARTIAL, table.SPECIAL}
WORDS = {text for name, text in vars(table).items() if name.isupper()}
REASONS = sorted(WORDS - NOTES - SCOPES)


class English:
    def _(self, text, *args, **kwargs):
        return text % (args or kwargs) if args or kwargs else text


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_says_what_is_wrong_and_what_to_do(reason):
    sentence = sentences.file_sentence(English(), reason)
    assert sentence.count(". ") and sentence.endswith(".")


def test_no_two_reasons_read_the_same():
    said = {sentences.file_sentence(English(), reason) for reason in REASONS}
    assert len(said) == len(REASONS)


def test_a_place_is_named_where_it_helps():
    said = sentences.file_sentence(English(), table.TOO_MANY_ROWS, "Prix")
    assert said.endswith("(Prix)")
    assert "(" not in sentences.file_sentence(English(), table.EMPTY_FILE, "x")


def test_how_many_pages_may_be_is_said_in_words():
    said = sentences.file_sentence(English(), table.TOO_MANY_PAGES, "300")
    assert "more than 300 pages" in said and "(" not in said


@pytest.mark.parametrize("note", sorted(NOTES))
def test_a_note_is_a_sentence(note):
    assert sentences.note_sentence(English(), note).endswith(".")


def test_a_reason_of_a_later_version_is_damage():
    later = sentences.file_sentence(English(), "what_nobody_knows")
    assert later == sentences.file_sentence(English(), table.NOT_A_WORKBOOK)
